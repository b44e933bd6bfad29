import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When much the same was said before")
struct StaffSimilarTests {
    private static let again = "村口的路灯又坏了，老人晚上出门看不见路。"

    @Test("whoever decides sees number, place, state and day of it, and of nothing that is about something else")
    func shown() async throws {
        let province = try await TestProvince()
        let before = try await province.said()
        let other = try await province.said("学校门口没有斑马线，孩子过马路太危险了。")
        let number = try await province.said(Self.again)

        for person in [province.clerk(of: .town), province.head(of: .town)] {
            let page = try await province.desk(person).open(number)
            let list = try #require(page.text.firstMatch(of: /类似的事项(.*?)<h2>现在/.dotMatchesNewlines())).1
            #expect(list.contains("/matters/\(before.text)") && list.contains("已登记"), "\(person.login)")
            #expect(!list.contains(other.text) && !list.contains("/matters/\(number.text)"), "\(person.login)")
        }
    }

    @Test("it can be chosen to be merged into, without its number being typed")
    func chosen() async throws {
        let province = try await TestProvince()
        let (before, number) = (try await province.said(), try await province.said(Self.again))
        let head = try await province.desk(province.head(of: .town))

        try await head.act(
            .merge, TestProvince.triage().merging(["similar": before.text, "reason": Said.reason]) { $1 }, on: number)

        let lead = try await province.matter(before)
        #expect(try await province.matter(number).lead == lead.id)
        #expect(try await head.open(number).text.contains("类似的事项") == false)
    }

    @Test("one that was chosen and another whose number was typed are not both meant")
    func both() async throws {
        let province = try await TestProvince()
        let (before, number) = (try await province.said(), try await province.said(Self.again))
        let third = try await province.said("学校门口没有斑马线，孩子过马路太危险了。")
        let head = try await province.desk(province.head(of: .town))

        let answer = try await head.send(
            .merge,
            TestProvince.triage().merging(["similar": before.text, "lead": third.text, "reason": Said.reason]) { $1 },
            on: number)

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("请只留一个"))
        #expect(try await province.state(of: number) == .registered)
    }

    @Test("nothing is suggested out of another place, nor what is kept from the place or went to the petition office")
    func kept() async throws {
        let province = try await TestProvince()
        let elsewhere = try await province.said(in: .street)
        let bypassed = try await province.said(isBypassed: true)
        let referred = try await province.said()
        let head = try await province.desk(province.head(of: .town))
        try await head.act(
            .refer, TestProvince.triage(.personal).merging(["reason": Said.reason]) { $1 }, on: referred)
        let number = try await province.said(Self.again)

        let page = try await head.open(number)
        #expect(page.status == .ok)
        for hidden in [elsewhere, bypassed, referred] { #expect(!page.text.contains(hidden.text)) }
        // The county's office looks over town and street, and is not shown those that pass over it either.
        try await province.accepted(number)
        let office = try await province.desk(province.officer(of: .county)).open(number)
        #expect(office.text.contains(elsewhere.text))
        #expect(!office.text.contains(bypassed.text) && !office.text.contains(referred.text))
    }
}
