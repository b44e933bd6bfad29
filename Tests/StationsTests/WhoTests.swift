import Directory
import Domain
import TestSupport
import Testing
import Web

@testable import Stations

@Suite("When somebody asks who her deputies are")
struct WhoTests {
    @Test("a town shows its own deputies and those above it, with station, telephone and the next reception")
    func town() async throws {
        let ground = try await StationGround()
        try await ground.furnish()
        let province = ground.province

        let page = try await province.browser().get("/who?area=140702001")

        #expect(page.status == .ok)
        let seen = page.text.seen
        for person in [province.deputy(of: .street), province.deputy(of: .county), province.deputy(of: .city)] {
            #expect(seen.contains(person.name), "\(person.login)")
        }
        #expect(!seen.contains(province.deputy(of: .town).name))
        #expect(seen.contains("晋中市 市人大代表") && seen.contains("晋中市榆次区 县级人大代表"))
        #expect(seen.contains("5月28日 9:00 至 11:30，一楼接待室"))
        #expect(page.text.contains("href=\"/s/YC001\"") && page.text.contains("href=\"tel:1990000800"))
        #expect(page.text.contains("href=\"/say?station=YC001\""))
    }

    @Test(
        "whoever is away finds home by its name or its station's code; several of one name are asked about",
        arguments: ["乌金山", "乌金山镇", "yc100"])
    func byName(words: String) async throws {
        let province = try await TestProvince()

        let page = try await province.browser().get("/who?q=" + Address.encoded(words))

        #expect(page.text.seen.contains("晋中市榆次区乌金山镇的代表"))
        #expect(page.text.seen.contains(province.deputy(of: .town).name))
        #expect(page.text.seen.contains("人在外地也一样"))
    }

    @Test("a wide place leads down, an unknown name is said to be unknown, an unknown area is not found")
    func wide() async throws {
        let browser = try await TestProvince().browser()

        let county = try await browser.get("/who?area=140702").text.body
        let none = try await browser.get("/who?q=" + Address.encoded("没有这个村"))

        #expect(county.contains("value=\"140702001\""))
        #expect(!county.contains("/deputies/"))
        #expect(none.text.seen.contains("没有找到“没有这个村”"))
        #expect(try await browser.get("/who?area=9").status == .notFound)
    }

    @Test("a suspended deputy is not there; a place whose station nobody minds says who is in charge")
    func absent() async throws {
        let province = try await TestProvince()
        let deputy = province.deputy(of: .street)
        try await province.write { db, _, _ in
            try db.run("UPDATE mandate SET status = 'suspended' WHERE person = \(deputy.person)")
        }

        let before = try await province.browser().get("/who?area=140702001").text
        try await province.silence(province.head(of: .street), province.clerk(of: .street))
        let page = try await province.browser().get("/who?area=140702001").text

        #expect(!before.seen.contains("没有人值守"))
        #expect(page.seen.contains("没有人值守，事情由榆次区代表联络中心站负责"))
        #expect(!page.seen.contains(deputy.name))
        #expect(page.seen.contains(province.secondDeputy(of: .street).name))
        for word in ["受理", "交办", "承办", "办结", "归档"] { #expect(!page.contains(word)) }
    }
}
