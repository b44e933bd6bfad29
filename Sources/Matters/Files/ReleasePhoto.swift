import Database
import Directory
import Domain
import Files
import Record

/// 把照片给办事的单位看: a handler is blind to the reporter, so the station looks at each of her photos before a handler
/// does. Who did it stands in the station's record.
enum ReleasePhoto {
    /// Who speaks with the reporter and knows what may be shown.
    static let relations: Set<Relation> = [.clerk, .head, .supervisor]

    static func run(
        _ db: Transaction, _ number: MatterNumber, _ id: Int64, version: Int64, by signed: Principal.Signed,
        at now: Instant, ids: inout IDs, in installation: Installation
    ) throws {
        let principal = Principal.account(signed)
        let shown = try MatterQuery.run(db, number, by: principal, at: now, in: installation)
        guard let file = shown.files.first(where: { $0.id == id }), file.isReporters, file.isPhoto else {
            throw NotFound()
        }
        guard !shown.relations.isDisjoint(with: relations) else {
            throw Refusal(.forbidden, code: "station-only", "照片能不能给办事的单位看，由联络站决定。")
        }
        guard version == shown.matter.version else { throw Stale() }
        try FileTable.release([id], ofMatter: shown.matter.id, at: now, in: db)
        let registrar = try MatterTable.registrar(of: shown.matter.id, in: db)
        let standing = Standing(
            of: principal, to: shown.matter, registeredBy: registrar, atlas: try installation.snapshot(in: db).atlas)
        let event = EventDraft(
            stream: Stream(kind: .station, id: shown.matter.station), name: "photoReleased",
            author: standing.author(for: .notify, onBehalf: nil), at: now,
            facts: [Fact("matter", shown.matter.id), Fact("photo", id)])
        try installation.log.append(event, in: db, ids: &ids)
    }
}
