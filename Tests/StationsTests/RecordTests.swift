import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a reception is written down")
struct RecordTests {
    private static let submission = "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F21"

    @Test("a reception with five visitors in one form: five matters, each with its number and code, on five slips")
    func fiveVisitors() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let words = (1...5).map { "第\($0)个路口的路灯坏了，晚上看不见路。" }

        let answer = try await ground.record(clerk, reception, words.map { WrittenVisitor(words: $0) })

        #expect(answer.status == .ok, "\(answer.text)")
        let numbers = Set(answer.text.seen.matches(of: /1407-2026-\d{6}-\d/).map { String($0.0) })
        #expect(numbers.count == 5)
        #expect(answer.text.matches(of: /<span class="big">\d{4} \d{4}<\/span>/).count == 5)
        #expect(try await province.count("SELECT count(*) FROM matter WHERE channel = 'onsite'") == 5)
        #expect(try await province.count("SELECT count(*) FROM event WHERE on_behalf = 'reporter'") == 5)
        #expect(try await province.count("SELECT visitors FROM reception_record") == 5)
        for text in words { #expect(try await ground.texts().contains(text)) }
        #expect(try await province.faults() == [])
    }

    @Test(
        "row 67: deputies and departments stand on the notice together, and what a department says is recorded at once")
    func row67() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let bureau = try await province.bureau("transport", in: .county)
        let name = try #require(try await province.snapshot().atlas.organ(bureau)?.name)
        let reception = try await ground.addReception(on: province.today, departments: [bureau])
        let notice = try #require(try await province.browser().get("/s/YC001").text.notice)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(
                    words: "公交车什么时候到我们村？", commonality: "common", category: "transport",
                    outcome: "answeredOnSpot", answerer: "o\(bureau)", answer: "下个月一号起每天两班，站牌已经立好。"),
                WrittenVisitor(
                    words: "村口的路坑坑洼洼。", category: "transport", answerer: "o\(bureau)", answer: "列入今年的养护计划。"),
            ], [("organs", String(bureau))])

        #expect(notice.contains("到场部门" + name))
        for deputy in [province.deputy(of: .street), province.secondDeputy(of: .street)] {
            #expect(notice.contains(deputy.name))
        }
        #expect(answer.status == .ok, "\(answer.text)")
        #expect(try await ground.texts().contains(name + "当场答复：下个月一号起每天两班，站牌已经立好。"))
        #expect(try await ground.texts().contains("接待时" + name + "当场说：列入今年的养护计划。"))
        let matters: [[String]] = try await province.read { db in
            try db.rows("SELECT state, number FROM matter ORDER BY id").map { [try $0[0], try $0[1]] }
        }
        #expect(matters.map(\.first) == ["answeredOnSpot", "registered"])
        for (matter, words) in zip(matters, ["当场答复：下个月一号起每天两班，站牌已经立好。", "当场说：列入今年的养护计划。"]) {
            let page = try await clerk.get("/matters/" + matter[1])
            #expect(page.status == .ok && page.text.seen.contains(name + words), "\(matter)")
        }
        let present = try await province.count("SELECT count(*) FROM reception_organ WHERE was_present = 1")
        #expect(present == 1)
        let written = try await clerk.get("/station/YC001/receptions/\(reception)/record").text.seen
        #expect(written.contains(name) && written.contains("2 位"))
        #expect(try await province.faults() == [])
    }

    @Test("who speaks about the station itself goes to the level above, and stands nowhere in the record")
    func bypassed() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception, [WrittenVisitor(words: "街道办的人收了钱。", isBypassed: true), WrittenVisitor()])

        #expect(answer.status == .ok, "\(answer.text)")
        #expect(try await province.count("SELECT visitors FROM reception_record") == 1)
        let kept: Int64? = try await province.value(
            "SELECT m.station FROM matter m WHERE m.id NOT IN (SELECT matter FROM reception_visitor)")
        #expect(kept == province.station(.county))
        let written = try await clerk.get("/station/YC001/receptions/\(reception)/record").text
        #expect(written.matches(of: /href="\/matters\/1407/).count == 1)
    }

    @Test("one bad row refuses the whole form, and nothing typed is lost")
    func badRow() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(words: "第一位的话说完了。", name: "王桂兰"),
                WrittenVisitor(words: "第二位没有念给她听。", name: "李建国", phone: "123", isReadBack: false),
                WrittenVisitor(words: "", name: "赵海明"),
            ])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("第 2 位：请把记下的话念给本人听"))
        #expect(answer.text.contains("<details class=\"folded-visitor\" open><summary>第 3 位"))
        #expect(answer.text.contains("href=\"#v3_words\"") && answer.text.contains("href=\"#v2_phone\""))
        for typed in ["第一位的话说完了。", "王桂兰", "第二位没有念给她听。", "李建国", "赵海明", "value=\"123\""] {
            #expect(answer.text.contains(typed), "\(typed)")
        }
        for table in ["matter", "reception_record", "duty_event"] as [SQL] {
            #expect(try await province.count("SELECT count(*) FROM \(table)") == 0)
        }
    }

    @Test("an answer of somebody who was not there is refused, and nothing is written")
    func absent() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(),
                WrittenVisitor(category: "civil", outcome: "answeredOnSpot", answerer: "x", answer: "下个月就能办好，请放心。"),
            ])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("没有部门到场"))
        #expect(try await province.count("SELECT count(*) FROM matter") == 0)
    }

    @Test("one more row brings the form back with everything typed, and writes nothing")
    func more() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception, [WrittenVisitor(words: "说到一半", isReadBack: false)], [("more", "yes")])

        #expect(answer.status == .ok)
        #expect(answer.text.contains("说到一半") && answer.text.contains("第 6 位") && !answer.text.contains("第 7 位"))
        #expect(!answer.text.contains("error-summary"))
        #expect(answer.text.contains("name=\"rows\" value=\"6\""))
        // Who is to be written down now is open, the rows between are folded.
        #expect(answer.text.contains("<details class=\"folded-visitor\" open><summary>第 6 位"))
        #expect(answer.text.contains("<details class=\"folded-visitor\"><summary>第 2 位"))
        #expect(try await province.count("SELECT count(*) FROM reception_record") == 0)
    }

    @Test("the same form sent twice happens once and gives the same slips")
    func twice() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let first = try await ground.record(clerk, reception, [WrittenVisitor()], submission: Self.submission)
        let second = try await ground.record(clerk, reception, [WrittenVisitor()], submission: Self.submission)

        #expect(first.status == .ok && second.status == .ok)
        #expect(codes(first) == codes(second) && codes(first).count == 1)
        #expect(try await province.count("SELECT count(*) FROM matter") == 1)
        province.clock.pass(hours: 1)
        let late = try await ground.record(clerk, reception, [WrittenVisitor()], submission: Self.submission)
        #expect(late.status == .ok && codes(late).isEmpty && late.text.contains("已经显示过"))
    }

    @Test("of two clerks who write the same reception at the same moment one is told that it is written")
    func parallel() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let head = try await province.browser(as: province.head(of: .street))

        async let one = ground.record(clerk, reception, [WrittenVisitor()])
        async let two = ground.record(head, reception, [WrittenVisitor()])
        let answers = try await [one, two]

        #expect(Set(answers.map(\.status)) == [.ok, .conflict])
        #expect(answers.first { $0.status == .conflict }?.text.contains("已经写过记录了") == true)
        #expect(try await province.count("SELECT count(*) FROM matter") == 1)
        #expect(try await province.count("SELECT count(*) FROM duty_event") == 2)
    }

    private func codes(_ answer: Answer) -> [String] {
        answer.text.matches(of: /<span class="big">(\d{4} \d{4})<\/span>/).map { String($0.1) }
    }

}
