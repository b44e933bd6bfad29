import Database
import Directory
import Domain
import TestSupport
import Testing

@testable import Stations

@Suite("When somebody asks for a time")
struct BookingTests {
    @Test("row 65: a resident books, a clash is refused, she is reminded, cancels by her code, and may just walk in")
    func row65() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: Day(2026, 5, 28), slotMinutes: 30)
        let path = "/s/YC001/receptions/\(reception)/booking"
        let (first, second) = (try await province.browser(), try await province.browser())

        #expect(try await first.get("/s/YC001").text.contains(path))
        let booked = try await book(first, path, "600", phone: "19900001234")
        let clash = try await book(second, path, "600", name: "李建国")
        #expect(booked.status == .ok && booked.text.contains("5月28日（星期四）"))
        #expect(booked.text.seen.contains("还有 3 天") && booked.text.contains("href=\"/bookings\">查约好的时间"))
        #expect(clash.status == .unprocessableContent && clash.text.contains("刚被别人约走了"))
        #expect(clash.text.contains("value=\"李建国\""))
        #expect(try await province.count("SELECT count(*) FROM booking WHERE state = 'booked'") == 1)

        let desk = try await province.browser(as: province.clerk(of: .street)).get("/station/YC001")
        #expect(desk.text.contains("<a href=\"/station/YC001/receptions/\(reception)\">看最近的这一次</a>"))
        #expect(desk.text.seen.contains("5月28日（星期四），还有 3 天 "))

        province.clock.go(to: Day(2026, 5, 27))
        await province.work()
        await province.work()
        let reminders = try await SentMessages(of: province).of(.bookingSoon)
        #expect(reminders.map(\.recipient) == [.address(.telephone, Sensitive("19900001234"))])
        #expect(reminders.first?.values["day"] == "5月28日" && reminders.first?.values["time"] == "10:00")

        let code = try #require(bookingCode(booked))
        _ = try await second.get("/bookings")
        let seen = try await second.post("/bookings", ["code": code])
        #expect(seen.text.contains("<h1>您约好的时间</h1>") && seen.text.contains("class=\"danger\">取消这个时间"))
        #expect(seen.text.seen.contains("约好了") && seen.text.seen.contains("10:00"))
        let cancelled = try await second.post("/bookings/cancellation")
        #expect(cancelled.text.seen.contains("已取消"))
        #expect(try await book(second, path, "600", name: "李建国").status == .ok)

        // Walk-in: on the day the record takes who came without a time.
        province.clock.go(to: Day(2026, 5, 28))
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let form = try await clerk.get("/station/YC001/receptions/\(reception)/record").text
        #expect(form.contains("（约了 10:00）") && form.contains("value=\"李建国\""))
        let written = try await ground.record(
            clerk, reception, [WrittenVisitor(name: "李建国"), WrittenVisitor(name: "没有约的人")])
        #expect(written.status == .ok)
        #expect(try await province.count("SELECT visitors FROM reception_record") == 2)
    }

    @Test("the form, the slip and the look at it later say which deputies she will meet, and not who is suspended")
    func deputies() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: Day(2026, 5, 28), slotMinutes: 30)
        let path = "/s/YC001/receptions/\(reception)/booking"
        let (deputy, suspended) = (province.deputy(of: .street), province.secondDeputy(of: .street))
        let browser = try await province.browser()
        let before = try await browser.get(path).text.seen
        try await province.write { db, _, _ in
            try db.run("UPDATE mandate SET status = 'suspended' WHERE person = \(suspended.person)")
        }

        let form = try await browser.get(path).text.seen
        let booked = try await book(browser, path, "540")
        let code = try #require(bookingCode(booked))
        _ = try await browser.get("/bookings")
        let look = try await browser.post("/bookings", ["code": code]).text.seen

        #expect(before.contains(deputy.name) && before.contains(suspended.name))
        for page in [form, booked.text.seen, look] {
            #expect(page.contains(deputy.name + "（") && !page.contains(suspended.name))
        }
    }

    @Test("a deputy's page leads to the times that can be asked for, and to nothing else")
    func fromDeputy() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let plain = try await ground.addReception(on: Day(2026, 5, 28))
        let timed = try await ground.addReception(on: Day(2026, 5, 29), slotMinutes: 30)
        let person = province.deputy(of: .street).person
        let card: String = try #require(
            try await province.value("SELECT card FROM mandate WHERE person = \(person)"))
        let browser = try await province.browser()

        let page = try await browser.get("/deputies/" + card).text

        #expect(page.seen.contains("5月28日") && page.seen.contains("5月29日"))
        #expect(!page.contains("/receptions/\(plain)/booking"))
        let path = "/s/YC001/receptions/\(timed)/booking"
        #expect(page.contains("<a href=\"\(path)\">约个时间</a>"))
        #expect(try await browser.get(path).status == .ok)
    }

    @Test("of two residents who want the same time at the same moment one gets it")
    func atOnce() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: Day(2026, 5, 28), slotMinutes: 30)
        let path = "/s/YC001/receptions/\(reception)/booking"
        let (first, second) = (try await province.browser(), try await province.browser())

        async let one = book(first, path, "540")
        async let two = book(second, path, "540")
        let answers = try await [one, two]

        #expect(Set(answers.map(\.status)) == [.ok, .unprocessableContent])
        #expect(try await province.count("SELECT count(*) FROM booking") == 1)
    }

    @Test("there are as many times as fit into the hours; what is full says that one may come all the same")
    func capacity() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: Day(2026, 5, 28), slotMinutes: 60)
        let path = "/s/YC001/receptions/\(reception)/booking"
        let browser = try await province.browser()

        #expect(try await browser.get(path).text.matches(of: /name="slot"/).count == 2)
        _ = try await book(browser, path, "540")
        _ = try await book(browser, path, "600")

        #expect(try await browser.get(path).text.contains("都约满了"))
        let odd = try await browser.post(
            raw: path,
            [
                ("slot", "545"), ("name", "张秀英"), ("form_token", browser.formToken ?? ""),
                ("submission", "8D6C0F3E-3B0B-4C55-9C1B-0B5C5D1E2F31"),
            ])
        #expect(odd.status == .unprocessableContent)
        #expect(try await province.count("SELECT count(*) FROM booking") == 2)
    }

    @Test("the same form sent twice books once and gives the same code")
    func twice() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: Day(2026, 5, 28), slotMinutes: 30)
        let path = "/s/YC001/receptions/\(reception)/booking"
        let browser = try await province.browser()
        _ = try await browser.get(path)
        let fields = [
            ("slot", "540"), ("name", "张秀英"), ("phone", ""), ("form_token", browser.formToken ?? ""),
            ("submission", browser.submission(of: path) ?? ""),
        ]

        let first = try await browser.post(raw: path, fields)
        let second = try await browser.post(raw: path, fields)

        #expect(first.status == .ok && second.status == .ok)
        #expect(bookingCode(first) != nil && bookingCode(first) == bookingCode(second))
        #expect(try await province.count("SELECT count(*) FROM booking") == 1)
    }

    @Test("without times to ask for, not published or cancelled, there is nothing to book")
    func nothing() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let plain = try await ground.addReception(on: Day(2026, 5, 28))
        let waiting = try await ground.addReception(on: Day(2026, 5, 29), slotMinutes: 30, isPublished: false)
        let browser = try await province.browser()

        for id in [plain, waiting, 999] {
            #expect(try await browser.get("/s/YC001/receptions/\(id)/booking").status == .notFound)
        }
        #expect(try await browser.get("/s/YC100/receptions/\(plain)/booking").status == .notFound)
    }

    @Test("a reception that is cancelled or moved gives its bookings back")
    func moved() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: Day(2026, 5, 28), slotMinutes: 30)
        _ = try await book(try await province.browser(), "/s/YC001/receptions/\(reception)/booking", "540")
        let clerk = try await province.browser(as: province.clerk(of: .street))
        let path = "/station/YC001/receptions/\(reception)"
        _ = try await clerk.get(path)

        _ = try await clerk.post(path + "/cancellation", ["reason": "会场维修"])

        #expect(try await province.count("SELECT count(*) FROM booking WHERE state = 'cancelled'") == 1)
    }

    @Test("a wrong code finds nothing, and after too many nothing at all")
    func wrongCode() async throws {
        let ground = try await StationGround()
        let browser = try await ground.province.browser()
        _ = try await browser.get("/bookings")
        var statuses: [Int] = []

        for number in 0..<11 {
            _ = try await browser.get("/bookings")
            statuses.append(try await browser.post("/bookings", ["code": "12345 6789\(number % 10)"]).status.code)
        }

        #expect(statuses.prefix(10).allSatisfy { $0 == 404 } && statuses[10] == 429)
        _ = try await browser.get("/bookings")
        #expect(try await browser.post("/bookings", ["code": "12"]).status == .unprocessableContent)
    }

    @Test("who asked is sealed, and forgotten thirty days after the day")
    func forgotten() async throws {
        let ground = try await StationGround()
        let province = ground.province
        let reception = try await ground.addReception(on: Day(2026, 5, 28), slotMinutes: 30)
        let booked = try await book(
            try await province.browser(), "/s/YC001/receptions/\(reception)/booking", "540", phone: "19900001234")
        let sealed: [UInt8] = try #require(try await province.value("SELECT name_sealed FROM booking"))
        #expect(!String(decoding: sealed, as: UTF8.self).contains("张秀英"))

        province.clock.go(to: Day(2026, 6, 27))
        await province.work()
        #expect(try await province.count("SELECT count(*) FROM booking WHERE name_sealed IS NOT NULL") == 1)
        province.clock.go(to: Day(2026, 6, 28))
        await province.work()

        let left = try await province.count(
            """
            SELECT count(*) FROM booking
            WHERE name_sealed IS NOT NULL OR phone_sealed IS NOT NULL OR code_digest IS NOT NULL
            """)
        #expect(left == 0 && booked.status == .ok)
        #expect(try await province.count("SELECT count(*) FROM booking") == 1)
    }

    private func book(
        _ browser: Browser, _ path: String, _ slot: String, name: String = "张秀英", phone: String = ""
    ) async throws -> Answer {
        _ = try await browser.get(path)
        return try await browser.post(path, ["slot": slot, "name": name, "phone": phone])
    }

    private func bookingCode(_ answer: Answer) -> String? {
        answer.text.firstMatch(of: /<span class="big">(\d{5} \d{5})<\/span>/).map { String($0.1) }
    }
}
