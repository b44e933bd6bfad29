import Database
import Schema
import TestSupport
import Testing

@testable import Search

@Suite("When PostgreSQL plans a search", .enabled(if: TestDatabase.isPostgres, "no LIANXIN_TEST_SERVER"))
struct SearchPlanTests {
    private let log = StatementLog()
    private let database: TestDatabase
    private let engine: PostgresEngine
    private let texts: [IndexedText]

    init() async throws {
        database = try TestDatabase()
        var options = PostgresOptions(readers: 1, writers: 1)
        options.log = log
        engine = PostgresEngine(try #require(database.address), options: options)
        _ = try await Migrator([.m0004, .m0007]).run(on: engine)
        var numbers = SeededNumbers(state: 1)
        let texts = IndexedText.spread(MadeTexts.make(300, &numbers), overYears: 12, &numbers)
        self.texts = texts
        try await engine.write { db in
            for text in texts { try text.put(in: db) }
        }
    }

    @Test(
        "each stretch of time is looked up among the terms, whatever is known of the table",
        arguments: ["路灯", "小区的问题 LED灯"], [false, true])
    func stretches(query: String, isAnalyzed: Bool) async throws {
        if isAnalyzed { try await engine.write { db in try db.run("ANALYZE search_entry, search_document") } }
        let newest = try #require(texts.last).document
        let stretches = TimeSlot.stretches(from: newest).count

        let plan = try await plan(of: query, statement: 1)

        #expect(plan.ranges(of: "Bitmap Index Scan on search_document_terms").count == stretches, "\(plan)")
        #expect(plan.ranges(of: /(Seq|Index|Only) Scan/).count == stretches, "\(plan)")
    }

    @Test("the newest document is the first one seen from the end of the entries", arguments: [false, true])
    func newest(isAnalyzed: Bool) async throws {
        if isAnalyzed { try await engine.write { db in try db.run("ANALYZE search_entry, search_document") } }

        let plan = try await plan(of: "路灯", statement: 0)

        #expect(plan.contains("Scan Backward using search_entry_pkey"), "\(plan)")
        #expect(!plan.contains("Sort") && !plan.contains("Seq Scan"), "\(plan)")
    }

    /// How one of the statements of a search is run.
    private func plan(of query: String, statement index: Int) async throws -> String {
        let log = log
        return try await engine.read { db in
            _ = log.take()
            _ = try SearchIndex.find(query: query, area: IndexedText.province, limit: 20, in: db)
            let statements = log.take()
            try #require(statements.count == 2)
            return try db.plan(statements[index])
        }
    }
}
