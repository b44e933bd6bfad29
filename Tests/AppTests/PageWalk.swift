import App
import Database
import TestSupport

/// Every page of the application as everybody sees it, with the statements it ran. The application is warm: what a
/// process reads once after a change of the directory (the places, the rules, the calendar) is not counted.
struct PageWalk: Sendable {
    struct Visit: Sendable {
        var pattern: String
        var title: String
        var statements: [SQL]
    }

    /// Somebody who looks, with the browser that belongs to her.
    struct Reader: Sendable {
        var name: String
        var browser: Browser
    }

    private let furnished: FurnishedProvince
    /// `/matters/{number}`: every address that is read.
    let patterns: [String]
    private(set) var visits: [Visit] = []
    /// What acts and timed work ran while the province was furnished, once the places were read.
    private let acts: [SQL]
    /// What a process runs once after a change of the directory.
    private let loading: [SQL]

    static func make() async throws -> PageWalk {
        let log = StatementLog()
        let furnished = try await FurnishedProvince.make(log: log)
        let acts = log.take()
        _ = try await furnished.province.another().installation.snapshot()
        var walk = PageWalk(furnished, acts: acts, loading: log.take())
        let readers = try await furnished.readers()
        for pattern in walk.patterns {
            for address in furnished.addresses(of: pattern) {
                for reader in readers { try await walk.visit(address, pattern, reader, log) }
            }
        }
        if TestDatabase.isPostgres { try await furnished.pretendGrowth() }
        return walk
    }

    func plan(of statement: SQL) async throws -> String {
        try await furnished.province.read { db in try db.plan(statement) }
    }

    /// Every statement of the acts, each once, without what is read once.
    var statementsOfActs: [SQL] {
        var seen = Set(loading.map(\.text))
        return acts.filter { seen.insert($0.text).inserted }
    }

    private init(_ furnished: FurnishedProvince, acts: [SQL], loading: [SQL]) {
        self.furnished = furnished
        self.acts = acts
        self.loading = loading
        patterns = furnished.province.app.routes.filter { $0.hasPrefix("GET ") && !$0.contains("/assets/") }
            .map { String($0.dropFirst(4)) }
    }

    /// Twice, and only the second time counts: the first may open a session or fill a cache.
    private mutating func visit(
        _ address: String, _ pattern: String, _ reader: Reader, _ log: StatementLog
    ) async throws {
        guard isSeen(try await reader.browser.get(address)) else { return }
        _ = log.take()
        _ = try await reader.browser.get(address)
        visits.append(Visit(pattern: pattern, title: "\(address) as \(reader.name)", statements: log.take()))
    }

    /// A page that leads on to another one is seen too, unless it leads to signing in.
    private func isSeen(_ answer: Answer) -> Bool {
        answer.status == .ok || (answer.status == .seeOther && answer.location?.hasPrefix("/sign-in") == false)
    }
}
