import Database
import Directory
import Domain
import Record
import Web

/// What one sent form does, and where its sender is led afterwards.
struct StaffStep: Sendable {
    let number: MatterNumber
    let requests: [ActRequest]
    let signed: Principal.Signed
    let now: Instant

    func run(_ db: Transaction, ids: inout IDs, in installation: Installation) throws -> Address {
        let principal = Principal.account(signed)
        let change = try ActsInOneForm.run(
            db, number, requests, by: principal, at: now, ids: &ids, in: installation)
        let atlas = try installation.snapshot(in: db).atlas
        let registrar = try MatterTable.registrar(of: change.matter.id, in: db)
        let standing = Standing(of: principal, to: change.matter, registeredBy: registrar, atlas: atlas)
        // What was handed on may be no longer one's own to see.
        return standing.mayKnow(change.matter) ? number.staffAddress : Address("/today").with("matter", number.text)
    }

    /// “又出现了” begins a new matter beside the old one.
    func relapse(
        _ db: Transaction, ids: inout IDs, in installation: Installation
    ) throws -> RegisterMatter.Receipt {
        guard let request = requests.first, case .reportRelapse(let words) = request.draft else { throw NotFound() }
        return try ReportRelapse.run(
            db, number, words: words, onBehalf: request.onBehalf, version: request.version, by: .account(signed),
            at: now, ids: &ids, in: installation)
    }
}
