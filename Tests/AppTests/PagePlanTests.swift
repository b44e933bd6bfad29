import Database
import TestSupport
import Testing

@Suite("When a page is drawn")
struct PagePlanTests {
    /// What `docs/performance.md` promises for every page.
    private static let budget = 10

    /// One walk for all tests of the suite: every page, seen by everybody who may see it.
    private static let walk = Task { try await PageWalk.make() }

    @Test("somebody in the walk sees every page and every reading call there is")
    func everyPageIsWalked() async throws {
        let walk = try await Self.walk.value

        let seen = Set(walk.visits.map(\.pattern))
        #expect(walk.patterns.filter { !seen.contains($0) } == [])
        #expect(walk.visits.count > 100)
    }

    @Test("it needs ten statements at most, however many rows it shows")
    func budget() async throws {
        let walk = try await Self.walk.value

        let worst = Dictionary(grouping: walk.visits, by: \.pattern).values
            .compactMap { visits in visits.max { $0.statements.count < $1.statements.count } }
        for visit in worst.sorted(by: { $0.pattern < $1.pattern }) {
            let texts = visit.statements.map { "\n  " + $0.text.prefix(80) }.joined()
            #expect(visit.statements.count <= Self.budget, "\(visit.title)\(texts)")
        }
    }

    @Test("no statement reads through a table that grows")
    func plans() async throws {
        let walk = try await Self.walk.value

        var scans: Set<String> = []
        for visit in walk.visits {
            for statement in visit.statements {
                let plan = StatementPlan(statement, steps: try await walk.plan(of: statement))
                scans.formUnion(plan.growingScans.map { "\(visit.pattern): \($0) in \(statement.text)" })
            }
        }
        for scan in scans.sorted() { Issue.record("\(scan)") }
    }

    @Test("no act on the way from the words to the end, and no timed work, reads through a table that grows")
    func actPlans() async throws {
        let walk = try await Self.walk.value
        let statements = walk.statementsOfActs

        #expect(statements.count > 50)
        for statement in statements {
            let plan = StatementPlan(statement, steps: try await walk.plan(of: statement))
            for scan in plan.growingScans { Issue.record("\(scan) in \(statement.text)") }
        }
    }

    @Test("the reader of plans knows a scan when it sees one")
    func readerKnowsScans() async throws {
        let walk = try await Self.walk.value
        let scans: [SQL] = [
            "SELECT count(*) FROM event", "SELECT m.id FROM matter m WHERE m.version > 3",
            "SELECT a.sort_key FROM matter_area a JOIN matter m ON m.id = a.matter WHERE m.version = 3",
            TestDatabase.isSQLite ? "SELECT rowid FROM search" : "SELECT document FROM search_document",
        ]
        let searches: [SQL] = [
            "SELECT number FROM matter WHERE id = \(Int64(1))",
            TestDatabase.isSQLite
                ? "SELECT rowid FROM search WHERE search MATCH \("a1")"
                : "SELECT document FROM search_document WHERE string_to_array(terms, ' ') @> ARRAY[\("a1")]",
            "SELECT x.sort_key FROM (SELECT sort_key FROM matter_area WHERE area = \(Int64(1)) LIMIT 5) x",
        ]

        for statement in scans {
            let plan = StatementPlan(statement, steps: try await walk.plan(of: statement))
            #expect(!plan.growingScans.isEmpty, "\(statement.text)")
        }
        for statement in searches {
            let plan = StatementPlan(statement, steps: try await walk.plan(of: statement))
            #expect(plan.growingScans == [], "\(statement.text)")
        }
    }
}
