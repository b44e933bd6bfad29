import Database
import Directory
import Domain
import Record
import TestSupport

@testable import Stations

/// The street's station with everything a station can show, on Monday, 2026-05-25.
struct StationGround {
    static let street = "YC001"
    static let receptionDay = Day(2026, 5, 28)

    let province: TestProvince

    init() async throws {
        province = try await TestProvince()
    }

    /// Profile, posts, points and a reception in three days, all reviewed by the head.
    func furnish() async throws {
        let station = province.station(.street)
        let review = Review(account: province.head(of: .street).account, name: province.head(of: .street).name, at: now)
        let deputies = try await mandates(of: .street)
        let now = now
        try await province.write { db, ids, _ in
            try StationProfileTable.insert(
                [
                    StationProfile(
                        station: station,
                        published: StationProfile.Words(
                            location: "便民服务中心一楼，门口有坡道", surroundings: "服务六个社区", systems: "每位代表每年联系十户以上选民"),
                        writtenAt: now, review: review)
                ], in: db)
            try StationPostTable.insert(
                [
                    StationPost(
                        id: ids.next(), station: station, kind: .announcement, title: "端午节放假安排", body: "节后照常开放。",
                        writtenAt: now, review: review),
                    StationPost(
                        id: ids.next(), station: station, kind: .rule, title: "接待制度", body: "每月接待一次。",
                        writtenAt: now, review: review),
                    StationPost(
                        id: ids.next(), station: station, kind: .news, title: "代表走访社区", body: "走访了二十户居民。",
                        writtenAt: now, review: review),
                ], in: db)
            let reception = Reception(
                id: ids.next(), station: station, day: Self.receptionDay, hours: ReceptionHours(from: 540, to: 690),
                place: "一楼接待室", scope: "物业和供暖", writtenAt: now, review: review)
            try ReceptionTable.insert([(reception, deputies: deputies)], in: db)
        }
        try await addPoints(3, to: .street)
    }

    func addPoints(_ count: Int, to place: TestPlace) async throws {
        let station = province.station(place)
        try await province.write { db, ids, _ in
            let points = (1...count).map { number in
                LiaisonPoint(
                    id: ids.next(), code: "P\(station)-\(number)", station: station, name: "第\(number)社区联络点",
                    address: "社区活动室")
            }
            try LiaisonPointTable.insert(points, in: db)
        }
    }

    /// The station of the hospitals, in the district.
    func addProfessional() async throws {
        let division = province.division(.county)
        let organ = try await province.organ(.deputiesCommittee, in: .county)
        try await province.write { db, ids, _ in
            let id = ids.next()
            try StationTable.insert(
                [
                    Station(
                        id: id, code: "YC900", division: division, organ: organ, level: .county, kind: .professional,
                        name: "医疗卫生专业代表联络站")
                ], in: db)
            let person = ids.next()
            try PersonTable.insert(
                [PersonDraft(id: person, name: Sensitive("史文静")).sealed(with: province.installation.keys)], in: db)
            let mandate = Mandate(
                id: ids.next(), person: person, level: .county, division: division, homeStation: id,
                namePublic: "史文静", card: "M1", term: "2021—2026", from: Day(2021, 11, 1))
            try MandateTable.insert([mandate], in: db)
            let reception = Reception(
                id: ids.next(), station: id, day: Day(2026, 6, 5), hours: ReceptionHours(from: 540, to: 660),
                place: "区医院", writtenAt: now, review: Review(account: nil, name: "郝建国", at: now))
            try ReceptionTable.insert([(reception, deputies: [mandate.id])], in: db)
        }
    }

    func mandates(of place: TestPlace) async throws -> [MandateID] {
        let station = province.station(place)
        return try await province.read { db in
            try db.rows("SELECT id FROM mandate WHERE home_station = \(station) ORDER BY id").map { try $0[0] }
        }
    }

    var now: Instant { province.now }
}

extension String {
    /// What a reader sees, without the marks around it.
    var seen: String { replacing(/<[^>]*>/, with: "") }

    /// What a reader sees of 接待日公告 on a station's page: its deputies and departments stand further down again.
    var notice: String? {
        guard let start = firstRange(of: "<h2>接待日公告</h2>"),
            let end = self[start.upperBound...].firstRange(of: "<h2>")
        else { return nil }
        return String(self[start.upperBound..<end.lowerBound]).seen
    }

    /// The part of a page that is the page's own.
    var body: String {
        guard let start = firstRange(of: "<main"), let end = firstRange(of: "</main>") else { return self }
        return String(self[start.lowerBound..<end.lowerBound])
    }
}
