import Domain
import TestSupport
import Testing

@Suite("When a matter leaves the circle")
struct SidewayTests {
    @Test("a petition: a slip for the station, its words for the department, out of every list and search (row 50)")
    func petition() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province, ["words": "我家的宅基地赔偿款一直没有给，已经上访两年了。"])
        let department = province.petitionOfficer(of: .county)
        let triage: JSONObject = [
            "route": "refer", "commonality": "personal", "category": "land", "power": "county",
        ]

        try await play.does("triage", play.clerk, triage)
        try await play.does("referral", play.head, ["reason": "属于个人信访事项，转信访部门依法办理"])
        let slip = try await play.look(as: play.clerk)
        try await play.does("notice", play.clerk, ["channel": "letter"])
        try await play.does("referral-deadline", department, ["day": .text(province.today.adding(days: 60).iso)])
        try await play.does("referral-reply", department, ["words": "已核实并书面答复本人，赔偿款下月发放。"])

        #expect(slip[key: "words"] == "")
        #expect(slip[key: "title"]?.contains("宅基地") == false)
        #expect(try await play.look(as: play.deputy).status == .notFound)
        #expect(try await play.look(as: play.office).status == .notFound)
        let found = try await province.api(as: play.office).get("/api/v1/matters?q=%E5%AE%85%E5%9F%BA%E5%9C%B0")
        #expect(!found.text.contains(play.number))
        #expect(try await !province.api(as: play.office).get("/api/v1/matters").text.contains(play.number))
        #expect(try await play.lookAsReporter()[key: "words"]?.contains("宅基地") == true)
        #expect(try await play.events().everything.contains("赔偿款下月发放"))
        #expect(try await province.faults().isEmpty)
    }

    @Test("merged by mistake it is undone, and goes its own way from the beginning")
    func merger() async throws {
        let province = try await TestProvince()
        let lead = try await APIPlay.begin(province)
        let play = try await APIPlay.begin(province, ["words": "学校门口的路灯不亮，晚上孩子害怕。"])
        try await lead.accepted()
        try await play.does("triage", play.clerk, APIPlay.lamps)

        try await play.does("merger", play.head, ["lead": .text(lead.number), "reason": "看起来说的是同一处路灯"])
        let merged = try await play.look(as: play.head)
        let own = try await play.lookAsReporter()
        try await play.does("merger-undoing", play.head, ["reason": "到现场看过，是另一条路上的路灯"])

        #expect(merged[key: "state"] == "merged")
        #expect(merged[key: "lead"] == lead.number)
        #expect(own[key: "lead"] == nil, "a reporter sees nobody else's number")
        #expect(try await play.state == "registered")
        try await play.answered()
        #expect(try await lead.state == "accepted")
        #expect(try await province.faults().isEmpty)
    }

    @Test("about the station's own people: the county holds it, and nobody below learns that it is")
    func bypass() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province, ["bypass": true, "words": "镇里的干部收了修路灯的钱却没有修。"])
        let town = [play.clerk, play.head, play.deputy, play.office, play.handler]

        for person in town {
            #expect(try await play.look(as: person).status == .notFound)
            let list = try await province.api(as: person).get("/api/v1/matters")
            #expect(!list.text.contains(play.number))
        }
        let head = province.head(of: .county)
        #expect(try await play.look(as: head)[key: "words"]?.contains("镇里的干部") == true)
        #expect(try await province.api(as: head).get("/api/v1/matters").text.contains(play.number))

        try await play.does("triage", head, APIPlay.lamps)
        try await play.does("acceptance", head)
        #expect(try await play.lookAsReporter()[key: "holder"]?.contains("榆次区") == true)
        #expect(try await play.look(as: play.office).status == .notFound)
        #expect(try await province.faults().isEmpty)
    }

    @Test("pointed elsewhere, with address, telephone and what to bring, it may be contested and is then taken up")
    func redirected() async throws {
        let province = try await TestProvince()
        let play = try await APIPlay.begin(province)
        try await play.does("triage", play.clerk, APIPlay.lamps.merging(["route": "redirect"]) { $1 })

        try await play.does(
            "redirection", play.head,
            ["place": "供电所", "address": "文化路 9 号（演示地址）", "telephone": "19900007777", "bring": "户号"])
        try await play.does("notice", play.clerk, ["channel": "phone"])
        try await play.reporter("contest", ["reason": "供电所说路灯不归它管，要镇里修"])
        try await play.does(
            "contest-decision", province.officer(of: .county), ["decision": "takeUp", "reason": "路灯属于公共设施，应当受理办理"])

        #expect(try await play.state == "accepted")
        #expect(try await play.events().last("redirected")?.texts.contains { $0.text == "19900007777" } == true)
        #expect(try await province.faults().isEmpty)
    }

    @Test("又出现了: a closed one begins again under a new number, and each names the other")
    func relapse() async throws {
        let play = try await APIPlay.begin(TestProvince())
        try await play.answered()
        try await play.reporter("rating", ["grade": "satisfied"])
        try await play.does("closure", play.office)

        let again = try await play.reporter("relapse", ["words": "修好的路灯昨晚又不亮了"])

        #expect(again.status == .created)
        #expect(again[key: "relapse_of"] == play.number)
        let next = APIPlay(
            province: play.province, number: try #require(again[key: "number"]), code: try #require(again[key: "code"]))
        #expect(try await next.state == "registered")
        #expect(try await play.state == "closed")
    }
}
