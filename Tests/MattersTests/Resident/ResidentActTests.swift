import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a resident speaks again")
struct ResidentActTests {
    @Test("a remark joins the matter once, however often it is sent")
    func remark() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))
        let path = "/my/\(play.number.text)/remark"
        let submission = resident.browser.submission(of: path) ?? ""

        let first = try await resident.browser.post(path, ["words": "昨天又坏了两盏🔦"])
        let page = try await resident.browser.follow(first)
        let second = try await resident.browser.post(
            path, ["words": "昨天又坏了两盏🔦", "submission": submission, "version": "1"])

        #expect(first.location == "/my/\(play.number.text)?done=remark")
        #expect(page.seen.contains("您补充的话已经送到") && page.seen.contains("昨天又坏了两盏🔦"))
        #expect(second.status == .seeOther)
        #expect(try await play.events == ["registered", "remarked"])
    }

    @Test("an empty remark is said at its field on the same page")
    func emptyRemark() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))

        let answer = try await resident.browser.post("/my/\(play.number.text)/remark", ["words": " "])

        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains("href=\"#remark-words\"") && answer.text.contains("id=\"remark-words\""))
        #expect(try await play.events == ["registered"])
    }

    @Test("after the answer she judges it; not content means it is done again")
    func rate() async throws {
        let play = try await Play(TestProvince())
        try await play.answered()
        let resident = try await Resident(play.province)
        let page = try await resident.open(Slip(play))

        let answer = try await resident.browser.follow(
            resident.browser.post(
                "/my/\(play.number.text)/rating", ["grade": "dissatisfied", "comment": "只亮了一盏"]))

        #expect(page.seen.contains("更换了三盏路灯的灯头和线路"))
        #expect(page.seen.contains("这件事办得怎么样？"))
        #expect(answer.seen.contains("您的评价已经收到") && answer.seen.contains("只亮了一盏"))
        #expect(try await play.matter.answering.grade == .dissatisfied)
        #expect(try await play.matter.answering.source == .ownHand)
        #expect(try await play.matter.state == .rated)
    }

    @Test("nobody rates for the reporter by choosing another source")
    func source() async throws {
        let play = try await Play(TestProvince())
        try await play.answered()
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))

        let answer = try await resident.browser.post(
            "/my/\(play.number.text)/rating", ["grade": "satisfied", "source": "callBack"])

        #expect(answer.status == .conflict)
        #expect(try await play.matter.state == .answered)
    }

    @Test("taking it back ends it, and it can be read as before")
    func withdraw() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))

        let page = try await resident.browser.follow(
            resident.browser.post("/my/\(play.number.text)/withdrawal", ["reason": "自己修好了"]))

        #expect(page.seen.contains("这件事已经收回") && page.seen.contains("自己修好了"))
        #expect(try await play.matter.state == .withdrawn)
        #expect(!page.text.contains("/remark"))
    }

    @Test("what was pointed elsewhere can be looked at again one level up")
    func contest() async throws {
        let play = try await Play(TestProvince())
        try await play.reach(.rejected)
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))

        let page = try await resident.browser.follow(
            resident.browser.post("/my/\(play.number.text)/contest", ["reason": "路灯是公家的，应该有人管，请再看一次。"]))

        #expect(page.seen.contains("您的意见已经送到上一级"))
        #expect(try await play.matter.state == .contested)
    }

    @Test("又出现了: a closed matter stays closed and a new slip is given, once")
    func relapse() async throws {
        let play = try await Play(TestProvince())
        try await play.closed()
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))

        let answer = try await resident.browser.post("/my/\(play.number.text)/relapse", ["words": "修好三天又不亮了"])
        let slip = try resident.slip(answer)

        #expect(slip.number != play.number.text)
        #expect(try await play.matter.state == .closed)
        #expect(try await resident.open(slip).seen.contains("修好三天又不亮了"))
        #expect(try await play.province.matters == 2)
    }

    @Test("a page from before somebody acted is refused, with the words kept and the new state shown")
    func stale() async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))
        try await play.accepted()

        let answer = try await resident.browser.post("/my/\(play.number.text)/remark", ["words": "昨天又坏了两盏"])
        let again = try await resident.browser.post("/my/\(play.number.text)/remark", ["words": "昨天又坏了两盏"])

        #expect(answer.status == .conflict)
        #expect(answer.seen.contains("刚刚有了新情况") && answer.text.contains("昨天又坏了两盏"))
        #expect(answer.seen.contains("正在确定由哪个单位去办"))
        #expect(again.status == .seeOther)
    }

    @Test(
        "an act that is not possible now is refused in words a neighbour knows",
        arguments: ["rating", "contest", "relapse"])
    func illegal(noun: String) async throws {
        let play = try await Play(TestProvince())
        try await play.accepted()
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))
        let version = try await play.matter.version

        let answer = try await resident.browser.post(
            "/my/\(play.number.text)/\(noun)",
            [
                "version": "\(version)", "submission": "6F9619FF-8B86-D011-B42D-00C04FC964FF", "grade": "satisfied",
                "reason": "理由是路灯一直没有人来修", "words": "又坏了",
            ])

        #expect(answer.status == .conflict)
        #expect(answer.seen.contains("现在不能这样做"))
        #expect(!answer.seen.contains("受理"))
        #expect(try await play.province.matters == 1)
    }

    @Test("acts of offices do not exist here", arguments: ["triage", "closure", "assignment", "acceptance", "nothing"])
    func offices(noun: String) async throws {
        let play = try await Play(TestProvince())
        let resident = try await Resident(play.province)
        _ = try await resident.open(Slip(play))

        let answer = try await resident.browser.post("/my/\(play.number.text)/\(noun)", ["version": "1"])

        #expect(answer.status == .notFound)
        #expect(try await play.events == ["registered"])
    }
}
