import App
import Database
import Demo
import Directory
import Domain
import Foundation
import Web

/// A demo province to measure on: where it lies, and the addresses and words that stand for its pages.
struct BenchGround {
    /// What is asked for in turn, so that one page in the memory of the database does not stand for all.
    private static let pagesInTurn = 50
    private static let mostDivisions = 200

    let place: BenchPlace
    let matters: Int
    /// What making it cost; nil when it was there and nobody noted it.
    let making: Child.Cost?
    let matterPages: [String]
    let stationPages: [String]
    /// Codes of places with a station: from each city in turn, because a city counts its numbers in one row.
    let divisions: [String]
    /// All of one city.
    let divisionsOfOneCity: [String]

    var engine: EngineKind { place.engine.kind }

    /// Makes the demo in a process of its own, or takes the one of an earlier run.
    static func make(_ size: BenchSize, on engine: BenchEngine) async throws -> BenchGround {
        let place = engine.place(size.name)
        let note = URL(filePath: place.folder + "/bench.json")
        if try await !isMade(place) {
            Terminal.say("bench: making the demo province in \(place.settings.database.spoken)")
            try place.empty()
            let cost = try Child.run("demo", size.arguments, over: place)
            try place.settle()
            try JSONEncoder().encode(cost).write(to: note)
        }
        let making = try? JSONDecoder().decode(Child.Cost.self, from: Data(contentsOf: note))
        return try await run(build(place.settings)) { app in
            try await BenchGround(place, making, app)
        }
    }

    private static func isMade(_ place: BenchPlace) async throws -> Bool {
        guard try DemoNotes.read(from: place.folder) != nil else { return false }
        return try await place.isThere()
    }

    private init(_ place: BenchPlace, _ making: Child.Cost?, _ app: Assembled) async throws {
        self.place = place
        self.making = making
        let most = Self.pagesInTurn
        let read = try await app.installation.database.read { db in
            (
                count: try db.value("SELECT count(*) FROM matter") ?? 0,
                numbers: try db.rows(
                    """
                    SELECT m.number FROM publication p JOIN matter m ON m.id = p.matter
                    ORDER BY p.matter % 997, p.matter LIMIT \(most)
                    """
                ).map { try $0[0] as String },
                stations: try db.rows(
                    "SELECT code FROM station WHERE status = 'open' ORDER BY id % 97, id LIMIT \(most)"
                ).map { try $0[0] as String }
            )
        }
        guard !read.numbers.isEmpty else {
            throw Complaint("\(place.settings.database.spoken) 里的演示没有公开的事项，不能测量")
        }
        matters = read.count
        matterPages = read.numbers.map { "/m/" + $0 }
        stationPages = read.stations.map { "/s/" + $0 }
        let cities = try await Self.townsByCity(in: app.installation.snapshot().atlas)
        let longest = cities.max { $0.count < $1.count } ?? []
        let inTurn = longest.indices.flatMap { turn in cities.compactMap { turn < $0.count ? $0[turn] : nil } }
        divisions = Array(inTurn.prefix(Self.mostDivisions))
        divisionsOfOneCity = Array(longest.prefix(Self.mostDivisions))
    }

    /// Codes of the places with a station, city by city.
    private static func townsByCity(in atlas: Atlas) -> [[String]] {
        let towns = atlas.divisions.filter { $0.level == .township && !atlas.stations(in: $0.id).isEmpty }
        let cities = Dictionary(grouping: towns) { atlas.division(of: $0.id, at: .city)?.id ?? 0 }
        return cities.sorted { $0.key < $1.key }
            .map { $0.value.sorted { $0.id < $1.id }.compactMap(\.code) }
    }

    /// The cookie of somebody who is signed in: of her role the last in the demo's notes, who has the widest area.
    func cookie(_ role: Role, at http: PlainHTTP) async throws -> String {
        let person = try DemoNotes.read(from: place.folder)?.signIns.last { $0.code == role.rawValue }
        guard let person else { throw Complaint("演示里没有\(role.chinese)的登录名") }
        let message = try BenchMessage.signIn(person.login, person.password)
        guard let answer = await http.send(message), answer.status == 201,
            let session = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any],
            let token = session["token"] as? String
        else { throw Complaint("演示的登录名 \(person.login) 不能登录") }
        return AppContext.sessionCookie + "=" + token
    }
}
