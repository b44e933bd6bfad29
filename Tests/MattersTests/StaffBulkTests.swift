import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When an office assigns several matters at once")
struct StaffBulkTests {
    private func two(in province: TestProvince) async throws -> [MatterNumber] {
        let numbers = [try await province.said(), try await province.said("村口的垃圾堆了半个月没有人清。")]
        for number in numbers { try await province.accepted(number) }
        return numbers
    }

    private func fields(_ form: ShownForm, _ numbers: [MatterNumber]) -> [(String, String)] {
        form.filled(["pick": numbers.map(\.text).joined(separator: ",")])
    }

    private func form(_ page: String, _ action: String) throws -> ShownForm {
        try #require(ShownForm.all(on: page).first { $0.action == action })
    }

    @Test("a preview says what would happen and changes nothing; the confirmation does it, each with its own event")
    func wholeWay() async throws {
        let province = try await TestProvince()
        let numbers = try await two(in: province)
        let office = try await province.browser(as: province.officer(of: .town))
        let list = try await office.get("/assignments").text
        #expect(numbers.allSatisfy { list.contains($0.text) } && list.contains("，最迟 6月1日，还有 7 天"))

        let preview = try await office.post(
            raw: "/assignments/preview", fields(form(list, "/assignments/preview"), numbers))
        #expect(preview.status == .ok && preview.text.contains("可以交办 2 件"))
        for number in numbers { #expect(try await province.state(of: number) == .accepted) }

        let done = try await office.post(raw: "/assignments", form(preview.text, "/assignments").filled([:]))
        #expect(done.text.contains("已交办 2 件"))
        for number in numbers {
            #expect(try await province.state(of: number) == .assigned)
            #expect(try await province.events(of: number).last == Act.assign.event)
        }
        #expect(try await office.get("/assignments").text.contains("没有等交办的事项"))
    }

    @Test("sent twice it happens once and says the same")
    func twice() async throws {
        let province = try await TestProvince()
        let numbers = try await two(in: province)
        let office = try await province.browser(as: province.officer(of: .town))
        let list = try await office.get("/assignments").text
        let preview = try await office.post(
            raw: "/assignments/preview", fields(form(list, "/assignments/preview"), numbers))
        let sent = try form(preview.text, "/assignments").filled([:])

        let first = try await office.post(raw: "/assignments", sent)
        let second = try await office.post(raw: "/assignments", sent)

        #expect(first.text.contains("已交办 2 件") && second.text.contains("已交办 2 件"))
        for number in numbers {
            let assigned = try await province.events(of: number).filter { $0 == Act.assign.event }
            #expect(assigned.count == 1)
        }
    }

    @Test("one that has changed meanwhile is said with its reason, and the others go on")
    func stale() async throws {
        let province = try await TestProvince()
        let numbers = try await two(in: province)
        let office = try await province.browser(as: province.officer(of: .town))
        let list = try await office.get("/assignments").text
        let preview = try await office.post(
            raw: "/assignments/preview", fields(form(list, "/assignments/preview"), numbers))
        let sent = try form(preview.text, "/assignments").filled([:])
        try await province.desk(province.officer(of: .town)).act(.assign, on: numbers[0])

        let done = try await office.post(raw: "/assignments", sent)

        #expect(done.text.contains("已交办 1 件") && done.text.contains("1 件不能交办"))
        #expect(try await province.state(of: numbers[1]) == .assigned)
    }

    @Test("nothing ticked is said plainly; a matter of another office and whoever is no office get nothing")
    func refused() async throws {
        let province = try await TestProvince()
        let numbers = try await two(in: province)
        let office = try await province.browser(as: province.officer(of: .town))
        let list = try await office.get("/assignments").text
        let sent = fields(try form(list, "/assignments/preview"), numbers)

        let none = try await office.post(
            raw: "/assignments/preview", form(list, "/assignments/preview").filled(["note": "请尽快到现场看"]))
        #expect(none.status == .unprocessableContent)
        #expect(none.text.contains("请至少勾选一件") && none.text.contains("请尽快到现场看"))

        let other = try await province.browser(as: province.officer(of: .otherTown))
        _ = try await other.get("/assignments")
        let foreign = sent.filter { $0.0 != "form_token" } + [("form_token", other.formToken ?? "")]
        let refused = try await other.post(raw: "/assignments", foreign)
        #expect(refused.text.contains("不在您的范围里") && !refused.text.contains("路灯"))
        #expect(try await province.state(of: numbers[0]) == .accepted)
        #expect(try await province.browser(as: province.clerk(of: .town)).get("/assignments").status == .notFound)
        #expect(try await province.browser().get("/assignments").status == .seeOther)
    }
}
