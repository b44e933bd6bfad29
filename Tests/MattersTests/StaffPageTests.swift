import Directory
import Domain
import Foundation
import TestSupport
import Testing

@testable import Matters

@Suite("When somebody opens the pages of offices")
struct StaffPageTests {
    @Test("a visitor is led to signing in and back", arguments: ["/today", "/matters", "/petitions"])
    func visitor(_ path: String) async throws {
        let province = try await TestProvince()

        let answer = try await province.browser().get(path)

        #expect(answer.status == .seeOther)
        #expect(answer.location == "/sign-in?next=\(path.replacing("/", with: "%2F"))")
    }

    @Test("a visitor is led to signing in from a matter, whether there is one or not")
    func visitorAtMatter() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let browser = try await province.browser()

        #expect(try await browser.get("/matters/\(number.text)").status == .seeOther)
        #expect(try await browser.get("/matters/1407-2026-000999-0").status == .seeOther)
    }

    @Test("everybody who may sign in has a page for today, with nothing in another language on it")
    func everybodysToday() async throws {
        let province = try await TestProvince()
        _ = try await province.said()

        for person in province.everybody {
            let answer = try await province.browser(as: person).get("/today")
            #expect(answer.status == .ok, "\(person.login)")
            #expect(Visible.foreign(answer.text) == [], "\(person.login)")
        }
    }

    @Test("today says why a row is there, how far its date is and what to do; an empty page says what to do")
    func today() async throws {
        let province = try await TestProvince()
        let clerk = try await province.browser(as: province.clerk(of: .town))
        #expect(try await clerk.get("/today").text.contains("现在没有等您办的事"))

        let number = try await province.said()
        let answer = try await clerk.get("/today")
        let week = answer.text
        #expect(week.contains("七天内到期（1）"))
        #expect(answer.seen.contains("该您分析，还有 5 个工作日，最迟 6月1日"))
        #expect(week.contains("<a class=\"button second\" href=\"/matters/\(number.text)\">分析</a>"))
        try await province.accepted(number)
        #expect(try await clerk.get("/today").text.contains("告知本人"))
        let officer = try await province.browser(as: province.officer(of: .town)).get("/today").text
        #expect(officer.contains("href=\"/matters/\(number.text)\">交办给乡镇人民政府</a>"))
        #expect(try await province.browser(as: province.deputy(of: .town)).get("/today").text.contains("告知本人"))
    }

    @Test("a matter is not found for another station, for a handler that has no part in it, and for administrators")
    func notTheirs() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let strangers = [
            province.clerk(of: .street), province.head(of: .otherTown), province.handler(of: .town),
            province.handler("transport", of: .county), province.officer(of: .otherCounty),
            province.petitionOfficer(of: .county), province.systemAdmin, province.securityAdmin,
        ]

        for person in strangers {
            let desk = try await province.desk(person)
            #expect(try await desk.open(number).status == .notFound, "\(person.login)")
            let forced = try await desk.browser.post(
                raw: "/matters/\(number.text)/remark",
                [
                    ("form_token", desk.browser.formToken ?? ""), ("submission", Unique.id), ("version", "1"),
                    ("words", "我来看看"),
                ])
            #expect(forced.status == .notFound, "\(person.login)")
        }
        #expect(try await province.events(of: number) == ["registered"])
    }

    @Test("a matter about the town's own people is nowhere below the county")
    func bypassed() async throws {
        let province = try await TestProvince()
        let number = try await province.said("镇政府的王主任收了开发商的钱。", isBypassed: true)

        for person in [province.clerk(of: .town), province.head(of: .town), province.officer(of: .town)] {
            let desk = try await province.desk(person)
            #expect(try await desk.open(number).status == .notFound)
            for path in ["/today", "/matters", "/matters?q=开发商"] {
                #expect(try await !desk.browser.get(path).text.contains(number.text), "\(person.login) \(path)")
            }
        }
        let county = try await province.desk(province.clerk(of: .county))
        #expect(try await county.open(number).text.contains("王主任"))
    }

    @Test("a handler sees the matter and not the reporter, until a reason was given and logged")
    func blindHandler() async throws {
        let province = try await TestProvince()
        let number = try await province.said("我是张秀英，电话19900001234，村口的路灯坏了三个月。")
        try await province.inHandling(number)
        let handler = try await province.desk(province.handler(of: .town))

        let blind = try await handler.open(number).text
        #expect(blind.contains("村口的路灯坏了三个月"))
        #expect(!blind.contains("19900001234"))
        #expect(!blind.contains("张秀英"))
        try await handler.act(.seeReporter, ["reason": "要到现场核对是哪几盏灯，须由本人指认。"], on: number)

        let seeing = try await handler.open(number).text
        #expect(seeing.contains("19900001234"))
        #expect(seeing.contains("张秀英"))
        #expect(seeing.contains("要到现场核对是哪几盏灯，须由本人指认。"))
        #expect(try await province.events(of: number).last == "contactSeen")
    }

    @Test("the answer screen shows the words, who has it, the deadline with its reason, and the act that is due, open")
    func answerScreen() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.accepted(number)

        let page = try await province.desk(province.officer(of: .town)).open(number).text

        #expect(page.contains("<blockquote class=\"words\">\(Said.lamp)</blockquote>"))
        #expect(page.contains("现在由 <strong>榆次区乌金山镇人民代表大会主席团</strong> 办理"))
        #expect(page.contains("交办或提交上级</strong>（榆次区乌金山镇人民代表大会主席团）：<span class=\"whole\">还有 5 个工作日，</span>"))
        #expect(page.contains("不计当日"))
        #expect(page.contains("<section class=\"act\" id=\"assignment\">"))
        #expect(page.contains("<details class=\"act\" id=\"elevation\">"))
        #expect(Visible.foreign(page) == [])
    }

    @Test("every page of a long way is free of codes and foreign words for everybody who sees it")
    func words() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.answered(number)
        let readers = [
            province.clerk(of: .town), province.head(of: .town), province.deputy(of: .town),
            province.officer(of: .town), province.handler(of: .town),
        ]

        var seen: Set<String> = []
        for person in province.everybody {
            let page = try await province.desk(person).open(number)
            guard page.status == .ok else { continue }
            seen.insert(person.login)
            #expect(page.text.contains(number.text), "\(person.login)")
            #expect(Visible.foreign(page.text) == [], "\(person.login)")
        }
        #expect(seen.isSuperset(of: readers.map(\.login)), "\(seen)")
    }
}

/// What of a page a person reads.
enum Visible {
    static func text(_ page: String) -> String {
        let start = page.firstRange(of: "<main")?.lowerBound ?? page.startIndex
        let end = page.firstRange(of: "</main>")?.lowerBound ?? page.endIndex
        let main = String(page[start..<end])
        return main.replacing(/<textarea\b.*?<\/textarea>/.dotMatchesNewlines(), with: " ")
            .replacing(/<[^>]*>/.dotMatchesNewlines(), with: " ")
    }

    /// Latin words; the classes A to D of an answer are what offices read.
    static func foreign(_ page: String) -> [String] {
        let shown = text(page).replacing(/&[a-z]+;|&#\d+;/, with: " ")
        return shown.matches(of: /[A-Za-z]{2,}/).map { String($0.0) }
    }
}
