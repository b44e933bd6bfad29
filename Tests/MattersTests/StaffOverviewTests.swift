import Directory
import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When an office looks over what lies below it")
struct StaffOverviewTests {
    @Test("it sees how many are late, where, at whom, at which step, and the longest late first")
    func late() async throws {
        let province = try await TestProvince()
        let lamp = try await province.said()
        let water = try await province.said("自来水发黄有味道，烧开了也不能喝。", in: .street)
        try await province.assigned(lamp)
        province.clock.pass(days: 30)
        let county = try await province.browser(as: province.officer(of: .county))

        let page = try await county.get("/overview").text

        #expect(page.contains("<strong>2</strong> 件"))
        #expect(page.contains(lamp.text) && page.contains(water.text))
        #expect(page.contains("乌金山镇人民政府") && page.contains("北关街道代表联络站"))
        for title in ["超期在哪里", "超期在谁手里", "超期停在哪一步"] { #expect(page.contains(title)) }
        let town = try await county.get("/overview?area=140702100").text
        #expect(town.contains("<strong>1</strong> 件") && town.contains(lamp.text) && !town.contains(water.text))
    }

    @Test("what is in time is counted for the week and in no list")
    func inTime() async throws {
        let province = try await TestProvince()
        let number = try await province.said()
        let page = try await province.browser(as: province.officer(of: .county)).get("/overview").text

        #expect(page.contains("没有超期的事项") && page.contains("七天内到期 <strong>1</strong>"))
        #expect(!page.contains(number.text))
    }

    @Test("stations nobody can be reached at and offices never signed in to are named")
    func unreachable() async throws {
        let province = try await TestProvince()
        let clerk = province.clerk(of: .town)
        try await province.write { db, _, _ in
            try db.run(
                "UPDATE person SET phone_verified_at = NULL WHERE id = \(clerk.person)")
            try DirectoryVersion.bumpReach(in: db)
        }
        let page = try await province.browser(as: province.officer(of: .county)).get("/overview").text

        #expect(page.contains("收不了新事项的站：1 个") && page.contains("联络员联系不上"))
        #expect(page.contains("从未登录过的") && page.contains(clerk.name))
    }

    @Test(
        "a by-passed matter is in no figure below the county; others see nothing of another county; only offices look")
    func scope() async throws {
        let province = try await TestProvince()
        _ = try await province.said("站里的人说话难听。", isBypassed: true)
        province.clock.pass(days: 30)

        let town = try await province.browser(as: province.officer(of: .town))
        #expect(try await town.get("/overview").text.contains("没有超期的事项"))
        #expect(try await town.get("/overview?area=140702").status == .notFound)
        let county = try await province.browser(as: province.officer(of: .county))
        #expect(try await county.get("/overview").text.contains("<strong>1</strong> 件"))
        #expect(try await county.get("/overview?area=140703").status == .notFound)
        for person in [province.clerk(of: .town), province.deputy(of: .town), province.handler(of: .town)] {
            #expect(try await province.browser(as: person).get("/overview").status == .notFound, "\(person.login)")
        }
        #expect(try await province.browser().get("/overview").status == .seeOther)
    }
}
