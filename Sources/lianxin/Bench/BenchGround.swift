import App
import Database
import Demo
import Directory
import Domain
import Foundation
import Web

/// A demo province to measure on: its folder, and the addresses and words that stand for its pages.
struct BenchGround {
    /// What is asked for in turn, so that one page in the memory of the database does not stand for all.
    private static let pagesInTurn = 50

    let folder: String
    let matters: Int
    /// What making it cost; nil when it was there and nobody noted it.
    let making: Child.Cost?
    let matterPages: [String]
    let stationPages: [String]
    let divisions: [String]

    /// Makes the demo in a process of its own, or takes the one of an earlier run.
    static func make(_ folder: String, _ size: [String]) async throws -> BenchGround {
        let note = URL(filePath: folder + "/bench.json")
        if try DemoNotes.read(from: folder) == nil {
            Terminal.say("bench: making the demo province in \(folder)")
            try? FileManager.default.removeItem(atPath: folder)
            let cost = try Child.run(["demo", "--data", folder] + size)
            try JSONEncoder().encode(cost).write(to: note)
        }
        let making = try? JSONDecoder().decode(Child.Cost.self, from: Data(contentsOf: note))
        return try await run(build(Settings(dataDirectory: folder))) { app in
            try await BenchGround(folder, making, app)
        }
    }

    private init(_ folder: String, _ making: Child.Cost?, _ app: Assembled) async throws {
        self.folder = folder
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
        guard !read.numbers.isEmpty else { throw Complaint("目录 \(folder) 里的演示没有公开的事项，不能测量") }
        matters = read.count
        matterPages = read.numbers.map { "/m/" + $0 }
        stationPages = read.stations.map { "/s/" + $0 }
        let atlas = try await app.installation.snapshot().atlas
        let stations = atlas.divisions.filter { $0.level == .township && !atlas.stations(in: $0.id).isEmpty }
        divisions = stations.sorted { $0.id < $1.id }.prefix(200).compactMap(\.code)
    }

    /// The cookie of somebody who is signed in: of her role the last in the demo's notes, who has the widest area.
    func cookie(_ role: Role, at http: PlainHTTP) async throws -> String {
        let person = try DemoNotes.read(from: folder)?.signIns.last { $0.code == role.rawValue }
        guard let person else { throw Complaint("演示里没有\(role.chinese)的登录名") }
        let body = try JSONEncoder().encode(["login": person.login, "password": person.password])
        guard let answer = await http.post("/api/v1/sessions", json: Array(body)), answer.status == 201,
            let session = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any],
            let token = session["token"] as? String
        else { throw Complaint("演示的登录名 \(person.login) 不能登录") }
        return AppContext.sessionCookie + "=" + token
    }

    /// The database and its keys once more, for what writes.
    func copy(to folder: String) throws {
        let files = FileManager.default
        try? files.removeItem(atPath: folder)
        try files.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let (from, to) = (Settings(dataDirectory: self.folder), Settings(dataDirectory: folder))
        try files.copyItem(atPath: from.databaseFile, toPath: to.databaseFile)
        try files.copyItem(atPath: from.keyFile, toPath: to.keyFile)
    }
}
