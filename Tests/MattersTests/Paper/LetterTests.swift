import Database
import Domain
import Foundation
import TestSupport
import Testing

@testable import Matters

@Suite("When an organ writes a letter about a matter")
struct LetterTests {
    @Test(
        "the presidium assigns by letter: proposed from the matter, numbered, signed with its full name, to be printed")
    func assignment() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let officer = try await ground.browser(ground.province.officer(of: .town))

        let draft = try await officer.get(ground.path + "/new?kind=assignment")
        let made = try await officer.post(exactly: ground.path, ground.fields("assignment", draft))
        let page = try await officer.follow(made)

        #expect(draft.seen.contains("群众意见交办通知单") && draft.seen.contains(Said.lamp))
        #expect(made.status == .seeOther)
        #expect(page.seen.contains("乌金山人大意字〔2026〕1号"))
        #expect(page.seen.contains("榆次区乌金山镇人民代表大会主席团") && page.seen.contains("2026年5月25日"))
        #expect(page.text.contains("<article class=\"sheet letter\">") && page.text.contains("/paper.css\""))
        #expect(try await officer.get(ground.matter).seen.contains("乌金山人大意字〔2026〕1号　交办通知单"))
    }

    @Test("the receipt says to the reporter by which day it is decided who has it, and counts no working days")
    func receipt() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let clerk = try await province.browser(as: province.clerk(of: .town))

        let draft = try await clerk.get("/matters/\(number.text)/letters/new?kind=receipt")

        #expect(draft.seen.contains("最迟 2026年6月1日定下由谁来办。") && !draft.seen.contains("本阶段"))
    }

    @Test("a street has a working committee: its letter says 转交 and nothing of a presidium")
    func street() async throws {
        let province = try await TestProvince()
        let number = try await province.said(in: .street)
        try await province.assigned(number, at: .street)
        let officer = try await province.browser(as: province.officer(of: .street))

        let draft = try await officer.get("/matters/\(number.text)/letters/new?kind=assignment")

        #expect(draft.seen.contains("群众意见转交通知单") && draft.seen.contains("转交你单位办理"))
        #expect(draft.seen.contains("榆次区人民代表大会常务委员会北关街道工作委员会"))
        #expect(draft.text.contains("value=\"北关人大工委意字\""))
        #expect(!draft.seen.contains("主席团"))
    }

    @Test("each organ counts its own letters from one each year; its word is remembered")
    func numbers() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let province = ground.province
        let officer = try await ground.browser(province.officer(of: .town))
        var numbers: [String] = []
        for kind in ["assignment", "urging"] {
            let draft = try await officer.get(ground.path + "/new?kind=" + kind)
            var fields = ground.fields(kind, draft)
            if kind == "assignment" { fields["word"] = "乌金山人大函" }
            numbers.append(
                try LetterPlay.number(on: try await officer.follow(officer.post(exactly: ground.path, fields))))
        }
        province.clock.go(to: Day(2027, 1, 4))
        let draft = try await officer.get(ground.path + "/new?kind=urging")
        numbers.append(
            try LetterPlay.number(
                on: try await officer.follow(officer.post(exactly: ground.path, ground.fields("urging", draft)))))

        #expect(numbers == ["乌金山人大函〔2026〕1号", "乌金山人大函〔2026〕2号", "乌金山人大函〔2027〕1号"])
    }

    @Test("letters made at the same moment get different numbers without a gap")
    func parallel() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let officer = ground.province.officer(of: .town)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...6 {
                group.addTask {
                    let browser = try await ground.browser(officer)
                    let draft = try await browser.get(ground.path + "/new?kind=urging")
                    let answer = try await browser.post(exactly: ground.path, ground.fields("urging", draft))
                    #expect(answer.status == .seeOther)
                }
            }
            try await group.waitForAll()
        }

        let places: [Int] = try await ground.province.read { db in
            try db.rows("SELECT place FROM letter ORDER BY place").map { try $0[0] }
        }
        #expect(places == [1, 2, 3, 4, 5, 6])
        #expect(try await ground.province.faults() == [])
    }

    @Test("the same form sent twice is one letter")
    func twice() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let officer = try await ground.browser(ground.province.officer(of: .town))
        let draft = try await officer.get(ground.path + "/new?kind=urging")
        var fields = ground.fields("urging", draft)
        fields["submission"] = "6f1d9a10-0000-4000-8000-000000000001"

        let first = try await officer.post(exactly: ground.path, fields)
        let again = try await officer.post(exactly: ground.path, fields)

        #expect(first.location == again.location)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM letter") == 1)
    }

    @Test("a letter to the handler that names the reporter is refused; what is proposed holds nothing of her")
    func blind() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let officer = try await ground.browser(ground.province.officer(of: .town))
        let draft = try await officer.get(ground.path + "/new?kind=assignment")

        for trace in ["张秀英", "19900001234"] {
            var fields = ground.fields("assignment", draft)
            fields["body"] = "请联系\(trace)。"
            let answer = try await officer.post(exactly: ground.path, fields)
            #expect(answer.status == .unprocessableContent && answer.text.contains("href=\"#body\""))
        }

        #expect(!draft.text.contains("张秀英") && !draft.text.contains("19900001234"))
        #expect(try await ground.province.count("SELECT COUNT(*) FROM letter") == 0)
    }

    @Test("the handler reads what was sent to it and not what went to the reporter; another handler reads neither")
    func readers() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let province = ground.province
        let own = try await ground.make("assignment", by: province.officer(of: .town))
        let hers = try await ground.make("receipt", by: province.clerk(of: .town))

        let handler = try await ground.browser(province.handler(of: .town))
        #expect(try await handler.get(own).status == .ok)
        for suffix in ["", "?as=docx", "?as=pdf"] {
            #expect(try await handler.get(hers + suffix).status == .notFound)
        }
        let list = try await handler.get(ground.path)
        #expect(list.seen.contains("交办通知单") && !list.seen.contains("登记回执"))
        #expect(!(try await handler.get(ground.matter)).seen.contains("登记回执"))

        for person in [province.officer(of: .town), province.officer(of: .county)] {
            #expect(try await ground.browser(person).get(hers).status == .notFound)
        }
        #expect(try await ground.browser(province.head(of: .town)).get(hers).seen.contains("张秀英："))
        for person in [province.handler("water", of: .county), province.clerk(of: .street)] {
            #expect(try await ground.browser(person).get(own).status == .notFound)
            #expect(try await ground.browser(person).get(ground.path).status == .notFound)
        }
        #expect(try await province.browser().get(own).location?.hasPrefix("/sign-in") == true)
    }

    @Test("who may not write a letter is told so, on the form and when it is sent")
    func rights() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let province = ground.province
        for (person, kind) in [
            (province.handler(of: .town), "assignment"), (province.clerk(of: .town), "urging"),
            (province.officer(of: .town), "receipt"), (province.deputy(of: .town), "receipt"),
            (province.officer(of: .county), "assignment"),
        ] {
            let browser = try await ground.browser(person)
            #expect(try await browser.get(ground.path + "/new?kind=" + kind).status == .forbidden, "\(kind)")
            _ = try await browser.get(ground.matter)
            let answer = try await browser.post(
                ground.path,
                [
                    "kind": kind, "word": "字", "title": "标题", "body": "正文", "addressee": "",
                    "submission": UUID().uuidString,
                ])
            #expect(answer.status == .forbidden, "\(kind)")
        }
        #expect(try await province.count("SELECT COUNT(*) FROM letter") == 0)
        #expect(try await ground.browser(province.head(of: .town)).get(ground.path + "/new?kind=x").status == .notFound)
    }

    @Test("the office above urges in its own name")
    func above() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let county = try await ground.browser(ground.province.officer(of: .county))

        let draft = try await county.get(ground.path + "/new?kind=supervisionOrder")

        #expect(draft.seen.contains("榆次区人民代表大会常务委员会代表工作委员会"))
        #expect(draft.seen.contains("现予督办") && draft.text.contains("乌金山镇人民政府\""))
    }

    @Test("the reply goes to the reporter by name with what was done, once somebody checked it")
    func answer() async throws {
        let ground = try await LetterPlay(at: .replied)
        let clerk = ground.province.clerk(of: .town)
        let early = try await ground.browser(clerk).get(ground.path + "/new?kind=answer")
        try await ground.province.desk(ground.province.deputy(of: .town)).act(
            .passCheck, ["channel": "phone"], on: ground.number)

        let draft = try await ground.browser(clerk).get(ground.path + "/new?kind=answer")

        #expect(early.status == .forbidden)
        #expect(draft.text.contains("value=\"张秀英\"") && draft.seen.contains(Said.done))
        #expect(draft.seen.contains("群众意见答复书"))
    }

    @Test("a made letter is sealed, stands in its organ's chain, and no page changes it")
    func fixed() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let own = try await ground.make("assignment", by: ground.province.officer(of: .town))
        let browser = try await ground.browser(ground.province.officer(of: .town))
        _ = try await browser.get(own)

        let changed = try await browser.post(own, ["body": "别的话", "submission": UUID().uuidString])

        #expect(changed.status == .methodNotAllowed || changed.status == .notFound)
        #expect(try await browser.get(own).seen.contains(Said.lamp))
        #expect(try !ground.province.holds("现将群众反映的"))
        let named = try await ground.province.count(
            "SELECT COUNT(*) FROM event WHERE stream_kind = 'organ' AND name = 'letterMade'")
        #expect(named == 1)
    }

    @Test("it is a Word file and, where WeasyPrint is, a PDF")
    func files() async throws {
        let ground = try await LetterPlay(at: .assigned)
        let own = try await ground.make("assignment", by: ground.province.officer(of: .town))
        let browser = try await ground.browser(ground.province.officer(of: .town))

        let word = try await browser.get(own + "?as=docx")
        let pdf = try await browser.get(own + "?as=pdf")

        #expect(word.headers[.contentType]?.contains("wordprocessingml") == true)
        #expect(word.bytes.starts(with: Array("PK".utf8)) && word.text.contains(Said.lamp))
        #expect(word.headers[.contentDisposition]?.contains(".docx") == true)
        if SlipGround.hasPress {
            #expect(pdf.bytes.starts(with: Array("%PDF-".utf8)))
        } else {
            #expect(pdf.status == .conflict && pdf.seen.contains("另存为 PDF"))
        }
    }

    @Test("without WeasyPrint the page says how to print all the same")
    func withoutPress() async throws {
        let ground = try await LetterPlay(at: .assigned) { $0.weasyprint = "/nowhere/weasyprint" }
        let own = try await ground.make("assignment", by: ground.province.officer(of: .town))
        let browser = try await ground.browser(ground.province.officer(of: .town))

        let pdf = try await browser.get(own + "?as=pdf")

        #expect(pdf.status == .conflict && pdf.seen.contains("另存为 PDF"))
        #expect(try await browser.get(own).status == .ok)
    }

    @Test("a petition has papers of its own: no letters are written or read")
    func petition() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let ground = LetterPlay(province: province, number: number)
        _ = try await ground.make("receipt", by: province.clerk(of: .town))
        try await province.desk(province.head(of: .town)).act(
            .refer, TestProvince.triage(.personal, .land).merging(["reason": Said.reason]) { $1 }, on: number)

        for person in [province.clerk(of: .town), province.head(of: .town), province.officer(of: .town)] {
            #expect(try await ground.browser(person).get(ground.path).status == .notFound)
        }
    }
}
