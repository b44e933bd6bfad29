import Database
import Domain
import Record
import Testing

@testable import Directory

@Suite("When deputies and accounts are imported")
struct ImportPeopleTests {
    private let deputies = "代表证号,姓名,代表层级,区划代码,所属联络站,届次,任期开始,手机号,状态"
    private let accounts = "登录名,姓名,手机号,角色,机构名称,站点编码,区划代码"

    @Test("a person with the same name and number in two congresses is one person with two mandates")
    func onePerson() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")

        let report = try await ground.bring(
            .deputies, deputies, "A1,张秀英,县级人大代表,140702,SX140702001,第六届,2021-06-01,199 0000 1234,",
            "A2,张秀英,市人大代表,140700,,第五届,2021-06-01,+86-19900001234,", "A3,张秀英,县级人大代表,140702,,第六届,2021-06-01,,")

        #expect(report.added == 3)
        #expect(try await ground.count("SELECT count(*) FROM person") == 2)
        #expect(try await ground.count("SELECT count(*) FROM mandate") == 3)
    }

    @Test("names and numbers are stored sealed, and open only by name")
    func sealed() async throws {
        let ground = try await PlacesGround()
        try await ground.bring(.deputies, deputies, "A1,张秀英,县级人大代表,140702,,第六届,2021-06-01,19900001234,")
        let keys = ground.installation.keys

        let (sealed, name, phone) = try await ground.read { db in
            let person: PersonID = try db.value("SELECT person FROM mandate WHERE card = 'A1'") ?? 0
            let sealed: [UInt8] = try db.value("SELECT name_sealed FROM person WHERE id = \(person)") ?? []
            return (
                sealed, try PersonTable.name(of: person, keys: keys, in: db),
                try PersonTable.phone(of: person, keys: keys, in: db)
            )
        }

        #expect(!String(decoding: sealed, as: UTF8.self).contains("张"))
        #expect(name.opened == "张秀英")
        #expect(phone?.opened == "19900001234")
    }

    @Test("the same file again changes nothing; a new number changes one person and is not verified")
    func again() async throws {
        let ground = try await PlacesGround()
        let rows = ["A1,张秀英,县级人大代表,140702,,第六届,2021-06-01,19900001234,", "A2,李建国,县级人大代表,140702,,第六届,2021-06-01,,"]
        try await ground.bring(.deputies, deputies, rows[0], rows[1])
        try await ground.installation.database.write { db in
            try db.run("UPDATE person SET phone_verified_at = 5 WHERE phone_index IS NOT NULL")
        }

        let again = try await ground.bring(.deputies, deputies, rows[0], rows[1])
        let kept = try await ground.count("SELECT count(*) FROM person WHERE phone_verified_at = 5")
        let changed = try await ground.bring(
            .deputies, deputies, "A1,张秀英,县级人大代表,140702,,第六届,2021-06-01,19900009999,", rows[1])

        #expect(again.unchanged == 2 && again.changed == 0)
        #expect(kept == 1)
        #expect(changed.changed == 1 && changed.unchanged == 1)
        #expect(try await ground.count("SELECT count(*) FROM person WHERE phone_verified_at = 5") == 0)
        #expect(try await ground.count("SELECT count(*) FROM person") == 2)
    }

    @Test("a second seat at one level is refused until the first has ended")
    func seats() async throws {
        let ground = try await PlacesGround()
        let first = "A1,张秀英,县级人大代表,140702,,第六届,2021-06-01,19900001234,"
        let second = "A2,张秀英,县级人大代表,140702,,第七届,2026-05-01,19900001234,"
        try await ground.bring(.deputies, deputies, first)

        let refused = try await ground.bring(.deputies, deputies, second)
        let ended = try await ground.bring(.deputies, deputies, first + "终止", second)

        #expect(refused.faults.map(\.reason) == ["同一人已有同一层级的代表资格（代表证号 A1），应先终止"])
        #expect(ended.changed == 1 && ended.added == 1)
    }

    @Test("streets elect nobody, towns elect no city's deputies, and every fault is listed")
    func deputyFaults() async throws {
        let ground = try await PlacesGround()

        let report = try await ground.bring(
            .deputies, deputies, "A1,甲,乡镇人大代表,140702001,,第六届,2021-06-01,,",
            "A2,乙,市人大代表,140702100,,第六届,2021-06-01,,", "A3,,县代表,140702,SX9,第六届,,1990000,休假",
            "A4,丁,乡镇人大代表,140702100,,第六届,2021-06-01,,")

        #expect(
            report.faults.map { "\($0.line) \($0.column)" }
                == ["2 区划代码", "3 区划代码", "4 姓名", "4 手机号", "4 所属联络站", "4 代表层级", "4 任期开始", "4 状态"])
        #expect(try await ground.count("SELECT count(*) FROM mandate") == 0)
    }

    @Test("some thousand deputies come in at once, with progress, and are all there again")
    func many() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702100")
        let lines = (0..<3000).map {
            "C-\($0),演示\($0),县级人大代表,140702,SX140702100,第六届,2021-06-01,\(19_900_000_000 + $0),"
        }
        let file = Array(([deputies] + lines).joined(separator: "\n").utf8)
        let steps = ProgressNotes()

        let first = try await ground.importer.run(.deputies, file, by: .system, at: PlacesGround.now) { steps.add($0) }
        let again = try await ground.importer.run(.deputies, file, by: .system, at: PlacesGround.now)

        #expect(first.added == 3000 && again.unchanged == 3000)
        #expect(steps.all.contains(ImportProgress(step: .sealing, done: 3000, total: 3000)))
        #expect(steps.all.last == ImportProgress(step: .writing, done: 3000, total: 3000))
    }

    @Test("each new account gets a one-time code in the result file and no password")
    func activation() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")
        let rows = [
            "yuci-1,张秀英,19900001234,站长,,SX140702001,", "yuci-1,张秀英,19900001234,联络站联络员,,SX140702001,",
            "yuci-2,李建国,,承办单位,榆次区教育局,,",
        ]

        let first = try await ground.bring(.accounts, accounts, rows[0], rows[1], rows[2])
        let again = try await ground.bring(.accounts, accounts, rows[0], rows[1], rows[2])
        let file = String(decoding: first.activations ?? [], as: UTF8.self).split(separator: "\r\n")

        #expect(first.isWritten && first.faults.isEmpty)
        #expect(file.count == 3)
        #expect(file[1].firstMatch(of: /^yuci-1,张秀英,\d{4}-\d{4}-\d{4}$/) != nil)
        #expect(again.unchanged == 3 && again.activations == nil)
        #expect(
            try await ground.count("SELECT count(*) FROM account WHERE password_hash IS NULL AND status = 'pending'")
                == 2)
        #expect(try await ground.count("SELECT count(*) FROM role_grant") == 3)
    }

    @Test("a wrong place, a stranger's login and two administrators in one person are refused")
    func accountFaults() async throws {
        let ground = try await PlacesGround()
        try await ground.station(in: "140702001")
        try await ground.bring(.accounts, accounts, "yuci-1,张秀英,,站长,,SX140702001,")

        let report = try await ground.bring(
            .accounts, accounts, "yuci-1,李建国,,站长,,SX140702001,", "a,王芳,,站长,,SX140702001,",
            "yuci-3,王芳,,站长,榆次区教育局,,", "yuci-4,王芳,,审计员,,,", "admin-1,赵明,,系统管理员,,,140000",
            "admin-1,赵明,,审计员,,,140000")

        #expect(
            report.faults.map { "\($0.line) \($0.column)" }
                == ["2 登录名", "3 登录名", "4 角色", "5 机构名称", "7 角色"])
        #expect(try await ground.count("SELECT count(*) FROM account") == 1)
    }

    @Test("an import leaves one event that names the kind and counts the rows")
    func event() async throws {
        let ground = try await PlacesGround()
        let log = ground.installation.log

        try await ground.station(in: "140702001")
        let events = try await ground.read { db in try log.events(of: Stream(kind: .directory, id: 0), in: db) }

        #expect(events.map(\.name) == ["imported"])
        #expect(events[0].facts.code("kind") == "stations")
        #expect(events[0].facts.integer("added") == 1)
    }
}
