import Crypto
import Database
import Domain
import Record
import Secrets

/// Brings files into the directory: every row is checked first, then all are written in one transaction or none. The
/// same file a second time changes nothing, because rows are found again by their own codes.
package struct Importer: Sendable {
    private let database: any DatabaseEngine
    private let keys: KeyRing
    private let ids: IDSource
    private let directory: DirectoryCache

    package init(_ installation: Installation) {
        database = installation.database
        keys = installation.keys
        ids = installation.ids
        directory = installation.directory
    }

    /// Says what a file would do, and every fault in it; writes nothing.
    package func check(
        _ kind: ImportKind, _ bytes: [UInt8], by principal: Principal, at now: Instant,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let (_, plan, _) = try await plan(kind, bytes, by: principal, at: now, progress: progress)
        return report(kind, plan, isWritten: false)
    }

    /// Writes a file that has no fault; with one, the report lists them all and nothing was written.
    package func run(
        _ kind: ImportKind, _ bytes: [UInt8], by principal: Principal, at now: Instant,
        progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportReport {
        let (ground, plan, ids) = try await plan(kind, bytes, by: principal, at: now, progress: progress)
        guard plan.faults.isEmpty else { return report(kind, plan, isWritten: false) }
        guard plan.added + plan.changed > 0 else { return report(kind, plan, isWritten: true) }

        let new = try await PersonDraft.sealed(plan.newPeople, with: keys) {
            progress(ImportProgress(step: .sealing, done: $0, total: plan.newPeople.count))
        }
        let changed = try await PersonDraft.sealed(plan.changedPeople, with: keys) { _ in }
        progress(ImportProgress(step: .writing, done: 0, total: plan.added + plan.changed))
        let digest = SHA256.hash(data: bytes).hex
        let slips = try await database.write { db in
            // Somebody changed the places while we read the file: the codes in it may mean something else now.
            guard try DirectoryVersion.current(in: db).places == ground.atlas.version.places else { throw Stale() }
            var ids = ids
            try PersonTable.insert(new, in: db)
            try PersonTable.update(changed, in: db)
            let slips = try plan.write(db, &ids)
            try note(kind, plan, digest: digest, ground, in: db, ids: &ids)
            return slips
        }
        progress(ImportProgress(step: .writing, done: plan.added + plan.changed, total: plan.added + plan.changed))
        return report(kind, plan, isWritten: true, slips: slips)
    }

    private func plan(
        _ kind: ImportKind, _ bytes: [UInt8], by principal: Principal, at now: Instant,
        progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> (ImportGround, ImportPlan, IDs) {
        progress(ImportProgress(step: .reading, done: 0, total: 1))
        let file = try CSVFile(bytes: bytes)
        let total = file.records.count
        progress(ImportProgress(step: .checking, done: 0, total: total))
        let ids = try await ids.take(total * kind.idsPerRow + 64)
        let planned = try await database.read { db in
            var ids = ids
            let ground = ImportGround(
                atlas: try directory.atlas(in: db, on: Day(of: now)), keys: keys, principal: principal, now: now)
            let plan = try kind.plan(file, ground, in: db, ids: &ids)
            return (ground, plan, ids)
        }
        progress(ImportProgress(step: .checking, done: total, total: total))
        return planned
    }

    /// One event for the file; its digest tells later which one it was.
    private func note(
        _ kind: ImportKind, _ plan: ImportPlan, digest: String, _ ground: ImportGround, in db: Transaction,
        ids: inout IDs
    ) throws {
        try StreamLog(keys: keys, principal: ground.principal, at: ground.now).append(
            Stream(kind: .directory, id: 0), "imported",
            [
                Fact("kind", code: kind.rawValue), Fact("file", code: digest), Fact("added", Int64(plan.added)),
                Fact("changed", Int64(plan.changed)),
            ], in: db, ids: &ids)
    }

    private func report(
        _ kind: ImportKind, _ plan: ImportPlan, isWritten: Bool, slips: [ActivationSlip] = []
    ) -> ImportReport {
        var activations: CSVOutput?
        if !slips.isEmpty {
            activations = CSVOutput(header: ["登录名", "姓名", "激活码"])
            for slip in slips { activations?.add([slip.login, slip.name.opened, slip.code.printed]) }
        }
        return ImportReport(
            kind: kind, isWritten: isWritten, rows: plan.rows, added: plan.added, changed: plan.changed,
            unchanged: plan.unchanged, faults: plan.faults, pointsPerStation: plan.pointsPerStation,
            activations: activations?.bytes)
    }
}

extension ImportKind {
    // An account needs a person, a login, a grant and their events; a deputy a person and a mandate.
    fileprivate var idsPerRow: Int {
        switch self {
        case .divisions, .organs, .stations, .points: 1
        case .deputies: 2
        case .accounts: 8
        }
    }
}
