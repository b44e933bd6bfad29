import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a station analyses what was said and an office hands it on")
struct StaffRowsIntakeTests {
    @Test("row 15: sample matters are proposed to the organ the catalogue names, and go there")
    func routing() async throws {
        let province = try await TestProvince()
        let samples: [(TestPlace, Domain.Category, PowerLevel, OrganID)] = [
            (.town, .agriculture, .township, try await province.organ(.townGovernment, in: .town)),
            (.street, .urban, .township, try await province.organ(.subdistrictOffice, in: .street)),
            (.town, .transport, .county, try await province.bureau("transport", in: .county)),
            (.street, .water, .county, try await province.bureau("water", in: .county)),
            (.town, .other, .county, try await province.organ(.governmentOffice, in: .county)),
        ]

        for (place, category, power, organ) in samples {
            let number = try await province.said(in: place)
            try await province.accepted(number, at: place, category, power)
            if power == .county {
                try await province.desk(province.officer(of: place)).act(
                    .elevate, ["reason": Said.reason], on: number)
            }
            let office = province.officer(of: power == .county ? .county : place)
            let desk = try await province.desk(office)
            let shown = ShownForm.all(on: try await desk.open(number).text).first { $0.action.hasSuffix("/assignment") }
            #expect(shown?.value(of: "organ") == String(organ), "\(place) \(category)")
            try await desk.act(.assign, on: number)

            #expect(try await province.matter(number).handling.lead == organ, "\(place) \(category)")
        }
    }

    @Test("row 45: nothing is assigned without an analysis")
    func noTriage() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let officer = try await province.desk(province.officer(of: .town))
        let government = try await province.organ(.townGovernment, in: .town)

        #expect(try await !officer.acts(on: number).contains(.assign))
        let forced = try await officer.browser.post(
            raw: "/matters/\(number.text)/assignment",
            [
                ("form_token", officer.browser.formToken ?? ""), ("submission", Unique.id), ("version", "1"),
                ("organ", String(government)),
            ])
        let empty = try await province.desk(province.head(of: .town)).send(
            .accept, ["category": "", "power": ""], on: number)

        #expect(forced.status == .forbidden)
        #expect(empty.status == .unprocessableContent)
        #expect(empty.text.contains("请选择类别"))
        #expect(try await province.state(of: number) == .registered)
        try await province.assigned(number)
        let events = try await province.events(of: number)
        let triaged = try #require(events.firstIndex(of: "triaged"))
        let assigned = try #require(events.firstIndex(of: "assigned"))
        #expect(triaged < assigned)
    }

    @Test("row 46: a deputy closes on the spot with the words said and the person's consent or rating")
    func onTheSpot() async throws {
        let province = try await TestProvince()
        let deputy = try await province.desk(province.deputy(of: .town))
        let fields = ["words": Said.reason, "commonality": "common", "category": "health"]

        let first = try await province.said("医保在哪里交？")
        let refused = try await deputy.send(.answerOnSpot, fields, on: first)
        #expect(refused.status == .conflict)
        #expect(refused.text.contains("当场答复要本人同意到此为止"))
        #expect(refused.text.contains(Said.reason))
        try await deputy.act(.answerOnSpot, fields.merging(["consent": "yes"]) { $1 }, on: first)
        #expect(try await province.state(of: first) == .answeredOnSpot)

        let second = try await province.said("社保卡怎么补办？")
        try await deputy.act(.answerOnSpot, fields.merging(["grade": "satisfied"]) { $1 }, on: second)
        #expect(try await province.events(of: second) == ["registered", "answeredOnSpot", "rated"])
        try await province.desk(province.officer(of: .town)).act(.close, on: second)
        #expect(try await province.state(of: second) == .closed)
    }

    @Test("row 47: accepted without a supervising deputy it cannot be assigned")
    func noSupervisor() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        try await province.desk(province.head(of: .town)).act(.accept, TestProvince.triage(), on: number)
        let officer = try await province.desk(province.officer(of: .town))
        let government = try await province.organ(.townGovernment, in: .town)

        #expect(try await !officer.acts(on: number).contains(.assign))
        let version = try await province.matter(number).version
        let forced = try await officer.browser.post(
            raw: "/matters/\(number.text)/assignment",
            [
                ("form_token", officer.browser.formToken ?? ""), ("submission", Unique.id),
                ("version", String(version)), ("organ", String(government)),
            ])

        #expect(forced.status == .conflict)
        #expect(forced.text.contains("还没有确定督办代表，请站长先确定督办代表再交办"))
        #expect(try await province.state(of: number) == .accepted)
    }

    @Test(
        "row 48: a street's matter goes to its sub-district office through the committee, a town's to its government",
        arguments: [
            (TestPlace.street, OrganKind.subdistrictOffice, "转交给街道办事处"),
            (TestPlace.town, OrganKind.townGovernment, "交办给乡镇人民政府"),
        ])
    func ownLevel(_ place: TestPlace, _ kind: OrganKind, _ words: String) async throws {
        let province = try await TestProvince()
        let number = try await province.said(in: place)
        try await province.accepted(number, at: place)
        let officer = try await province.desk(province.officer(of: place))
        let other = try await province.organ(
            kind == .townGovernment ? .subdistrictOffice : .townGovernment,
            in: place == .town ? .street : .town)

        let committee = try await province.organ(place == .town ? .presidium : .streetCommittee, in: place)
        #expect(try await province.matter(number).holder == .organ(committee))
        let page = try await officer.open(number).text
        #expect(page.contains(words))
        let version = try await province.matter(number).version
        let forced = try await officer.browser.post(
            raw: "/matters/\(number.text)/assignment",
            [
                ("form_token", officer.browser.formToken ?? ""), ("submission", Unique.id),
                ("version", String(version)), ("organ", String(other)),
            ])
        #expect(forced.status == .conflict)
        #expect(forced.text.contains("这个单位不归本机关交办"))
        try await officer.act(.assign, on: number)

        #expect(try await province.matter(number).handling.lead == province.organ(kind, in: place))
        let event = try await province.lastEvent(of: number)
        #expect(event.name == "assigned" && event.author.organ == committee)
    }

    @Test("row 54: the form says what is taken in, and a personal matter cannot be accepted")
    func personal() async throws {
        let province = try await TestProvince()
        let number = try await province.said("我的低保什么时候批？")
        let head = try await province.desk(province.head(of: .town))

        #expect(try await head.open(number).text.contains("联络站不是信访室，只受理共性问题"))
        let refused = try await head.send(.accept, TestProvince.triage(.personal, .civil), on: number)

        #expect(refused.status == .conflict)
        #expect(refused.text.contains("联络站只受理共性问题；个人事项请当场答复、转信访部门或告知其他渠道"))
        #expect(try await province.state(of: number) == .registered)
        #expect(try await province.events(of: number) == ["registered"])
    }

    @Test("row 54: contested it is taken up only as a common one, which the form of the office above says")
    func personalContested() async throws {
        let province = try await TestProvince()
        let number = try await province.said("我的低保什么时候批？")
        try await province.desk(province.head(of: .town)).act(
            .reject, TestProvince.triage(.personal, .civil).merging(["reason": Said.reason]) { $1 }, on: number)
        try await province.desk(province.clerk(of: .town)).act(
            .contest, ["reason": Said.reason, "heard": "phone", "read_back": "yes"], on: number)
        let county = try await province.desk(province.officer(of: .county))
        let page = try await county.open(number)
        let form = try #require(
            ShownForm.all(on: page.text).first { $0.action.hasSuffix("contest-decision") })

        let forced = try await county.browser.post(
            raw: form.action,
            [
                ("form_token", county.browser.formToken ?? ""), ("submission", Unique.id),
                ("version", String(try await province.matter(number).version)), ("decision", "takeUp"),
                ("reason", Said.reason),
            ])
        #expect(forced.status == .conflict)
        #expect(forced.text.contains("联络站只受理共性问题；复核认为是共性问题的"))
        #expect(try await province.state(of: number) == .contested)
        #expect(page.text.contains("属于共性问题，应当受理（原来分为个人事项）"))
        try await county.act(.decideContest, ["decision": "takeUpAsCommon", "reason": Said.reason], on: number)

        #expect(try await province.state(of: number) == .accepted)
        #expect(try await province.matter(number).triage?.commonality == .common)
    }
}
