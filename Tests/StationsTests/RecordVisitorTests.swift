import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When a visitor at a reception takes her slip home")
struct RecordVisitorTests {
    private static let submission = "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F27"
    private static let words = "学校门口没有斑马线，放学的时候很危险。"

    @Test("it is a sheet of A5 of its own, with square, station, telephone, hours and address")
    func slip() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let visitors = [WrittenVisitor(), WrittenVisitor(words: Self.words)]

        let page = try await ground.record(clerk, reception, visitors, submission: Self.submission)
        province.clock.pass(minutes: 31)
        let late = try await ground.record(clerk, reception, visitors, submission: Self.submission)

        #expect(page.text.contains("/paper.css\"") && page.text.contains("<div class=\"a5\">"))
        #expect(page.text.matches(of: /<div class="slip one-sheet">/).count == 2)
        #expect(page.text.matches(of: /<svg class="qr"/).count == 2)
        let slip = try #require(page.text.components(separatedBy: "slip one-sheet").last).seen
        for words in ["北关街道代表联络站", "文化路 1 号", "电话 1990000800", "每月 15 日", "扫一扫", "定下"] {
            #expect(slip.contains(words), "\(words)")
        }
        #expect(late.text.contains("已经显示过") && !late.text.contains("<svg class=\"qr\""))
    }

    @Test(
        "row 30: a child at a reception needs guardian consent, and everything typed stays",
        arguments: [
            ["minor": "yes"], ["minor": "yes", "guardian": "妈妈贾玉梅"], ["guardian": "妈妈贾玉梅"],
            ["minor": "yes", "guardian_agreed": "yes"],
        ] as [KeyValuePairs<String, String>])
    func withoutConsent(home: KeyValuePairs<String, String>) async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [WrittenVisitor(), WrittenVisitor(words: Self.words, name: "小明", home: home)])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("<a href=\"#v2_guardian"))
        #expect(answer.text.contains(Self.words) && answer.text.contains("value=\"小明\""))
        #expect(answer.text.matches(of: /<details class="group" open>/).count == 1)
        if home.contains(where: { $0.value == "妈妈贾玉梅" }) { #expect(answer.text.contains("value=\"妈妈贾玉梅\"")) }
        for table in ["matter", "reception_record"] as [SQL] {
            #expect(try await province.count("SELECT count(*) FROM \(table)") == 0)
        }
    }

    @Test("row 30: with it the child is heard; head and clerk know who it is, deputies do not")
    func withConsent() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception,
            [
                WrittenVisitor(
                    words: Self.words, name: "小明",
                    home: ["minor": "yes", "guardian": "妈妈贾玉梅", "guardian_agreed": "yes"])
            ])

        #expect(answer.status == .ok, "\(answer.text)")
        let number: String = try #require(try await province.value("SELECT number FROM matter"))
        let path = "/matters/" + number
        let seen = try await clerk.get(path).text.seen
        let deputy = try await province.browser(as: province.deputy(of: .street)).get(path)
        #expect(seen.contains("小明") && seen.contains("监护人 妈妈贾玉梅 已同意"))
        #expect(deputy.status == .ok && deputy.text.contains(Self.words))
        #expect(!deputy.text.contains("小明") && !deputy.text.contains("贾玉梅"))
    }

    @Test("she is told in the way she chose, at the address she gave")
    func told() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let refused = try await ground.record(
            clerk, reception,
            [WrittenVisitor(home: ["told": "letter"]), WrittenVisitor(words: Self.words, home: ["told": "sms"])])

        let answer = try await ground.record(
            clerk, reception,
            [WrittenVisitor(village: "北关社区", home: ["told": "letter", "address": "锦绣苑 3 号楼 502"])])

        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("href=\"#v1_address\"") && refused.text.contains("href=\"#v2_phone\""))
        #expect(answer.status == .ok, "\(answer.text)")
        let way: String? = try await province.value("SELECT channel FROM reporter_channel")
        #expect(way == "letter")
        let number: String = try #require(try await province.value("SELECT number FROM matter"))
        #expect(try await clerk.get("/matters/" + number).text.seen.contains("北关社区锦绣苑 3 号楼 502"))
        #expect(try await province.count("SELECT count(*) FROM reporter WHERE address_sealed IS NOT NULL") == 1)
    }

    @Test("what was typed in the folded part alone is a visitor too, and is not lost")
    func folded() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: province.today)
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let answer = try await ground.record(
            clerk, reception, [WrittenVisitor(words: "", name: "", isReadBack: false, home: ["address": "锦绣苑"])])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#v1_words\"") && answer.text.contains("value=\"锦绣苑\""))
    }

    @Test("the form of a visit and of a paper book asks the same", arguments: ["/visits/new", "/records/new"])
    func others(path: String) async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .street))

        let page = try await clerk.get("/station/YC001" + path)

        for name in ["address", "told", "minor", "guardian", "guardian_agreed"] {
            #expect(page.text.contains("name=\"v1_\(name)\""), "\(name)")
        }
        #expect(!page.text.contains("<details class=\"group\" open>"))
    }
}
