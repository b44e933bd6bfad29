import App
import Database
import Directory
import Domain
import Foundation
import Matters
import Search
import Secrets
import Synchronization
import TestSupport

/// A province with twelve matters and its timed work done a while ago, and places to copy it to.
final class CopyGround: Sendable {
    let province: TestProvince
    let numbers: Set<String>
    private let kept = Mutex<[TestDatabase]>([])

    init() async throws {
        province = try await TestProvince()
        var numbers: Set<String> = []
        for index in 1...12 {
            let draft = CopyGround.opinion(index, in: province.division(index.isMultiple(of: 2) ? .town : .street))
            numbers.insert(try await CopyGround.register(draft, at: province.now, in: province.installation).text)
        }
        self.numbers = numbers
        await province.work()
        province.clock.pass(minutes: 5)
    }

    /// An empty place with the province's keys. Where no server is there, the other engine is another file.
    func place(_ kind: EngineKind) throws -> Settings {
        let database = try TestDatabase()
        kept.withLock { $0.append(database) }
        var settings = Settings.test(database)
        if kind == .sqlite { settings.server = nil }
        try FileManager.default.copyItem(atPath: province.app.settings.keyFile, toPath: settings.keyFile)
        return settings
    }

    /// As an operator does before moving: nobody has the database open any more.
    func stop() async throws { try await province.app.close() }

    /// Keys that belong to nobody's database: their file.
    func otherKeys() throws -> String {
        let file = province.app.settings.dataDirectory + "/other.key"
        _ = try KeyRing.load(file: file)
        return file
    }

    @discardableResult
    func copy(
        from source: Settings, to target: Settings,
        _ progress: @escaping @Sendable (CopyInstallation.Step) -> Void = { _ in }
    ) async throws -> [(table: String, rows: Int)] {
        try await CopyInstallation(from: source.database, to: target).run(at: province.now, progress)
    }

    /// The number that one more opinion gets there.
    func register(in place: Settings) async throws -> MatterNumber {
        let draft = Self.opinion(13, in: province.division(.town))
        return try await open(place) { app in
            try await Self.register(draft, at: province.now, in: app.installation)
        }
    }

    /// Every fault that `lianxin verify` would name there.
    func faults(in place: Settings) async throws -> [String] {
        try await open(place) { app in
            var faults: [String] = []
            for check in app.checks { faults += try await check.run(app.installation) { _ in } }
            return faults
        }
    }

    /// The numbers of the matters that the search finds there.
    func found(_ words: String, in place: Settings) async throws -> Set<String> {
        let area = province.division(.province)
        return try await open(place) { app in
            try await app.installation.database.read { db in
                let keys = try SearchIndex.find(query: words, area: area, limit: 50, in: db)
                return try Set(
                    db.rows("SELECT number FROM matter WHERE sort_key IN \(list: keys)").map { try $0[0] as String })
            }
        }
    }

    private static func opinion(_ index: Int, in area: DivisionID) -> OpinionDraft {
        OpinionDraft(
            area: area, words: "村口第 \(index) 盏路灯坏了。", place: "村口", channel: .web,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive("19900001234")))
    }

    private static func register(
        _ draft: OpinionDraft, at now: Instant, in installation: Installation
    ) async throws -> MatterNumber {
        let leased = try await installation.ids.take()
        return try await installation.database.write { db in
            var ids = leased
            return try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation).number
        }
    }

    private func open<T>(_ place: Settings, _ body: (Assembled) async throws -> T) async throws -> T {
        let clock = province.clock
        let app = try await App.build(place, clock: { clock.now })
        let result = try await body(app)
        try await app.close()
        return result
    }
}
