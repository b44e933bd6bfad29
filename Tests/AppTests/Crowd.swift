import App
import Database
import Directory
import Domain
import Matters
import Record
import TestSupport

/// Several applications over one database, each with connections, ids and a memory of its own: as good as processes.
struct Crowd: Sendable {
    let province: TestProvince
    private let applications: [Assembled]

    init(of count: Int) async throws {
        // Whoever is in the way waits: being told to come back later is the business of other tests.
        province = try await TestProvince { $0.patience = 60 }
        var all = [province.app]
        while all.count < count { all.append(try await province.another()) }
        applications = all
    }

    /// So many things at the same moment, each in the next application.
    @discardableResult
    func atOnce<T: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (_ installation: Installation, _ number: Int) async throws -> T
    ) async throws -> [T] {
        try await withThrowingTaskGroup(of: T.self) { group in
            for number in 0..<count {
                let installation = applications[number % applications.count].installation
                group.addTask { try await body(installation, number) }
            }
            var results: [T] = []
            for try await result in group { results.append(result) }
            return results
        }
    }
}

extension Crowd {
    /// A lamp in the town.
    var opinion: OpinionDraft {
        OpinionDraft(
            area: province.division(.town), words: "村口到学校的路灯坏了三盏，晚上看不见路。", place: "村口", channel: .web,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive("19900001234")))
    }

    /// It is said to one of the applications.
    @discardableResult
    func say(to installation: Installation) async throws -> RegisterMatter.Receipt {
        let (opinion, now) = (opinion, province.now)
        let leased = try await installation.ids.take()
        return try await installation.database.write { db in
            var ids = leased
            return try RegisterMatter.run(db, opinion, by: nil, at: now, ids: &ids, in: installation)
        }
    }
}
