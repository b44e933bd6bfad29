import App
import Database
import Demo

/// Who comes in a burst: everybody in the demo who has an account, each once, and residents with something to say.
struct BurstCrowd {
    private static let most = 50_000

    private let logins: [String]
    private let password: String
    private let divisions: [String]
    private var signedIn = 0
    private var said = 0

    init(_ ground: BenchGround, in place: BenchPlace) async throws {
        // All accounts of a demo have the same one.
        let password = try DemoNotes.read(from: ground.place.folder)?.signIns.first?.password
        logins = try await run(build(place.settings)) { app in
            try await app.installation.database.read { db in
                try db.rows(
                    """
                    SELECT login FROM account WHERE status = 'active' AND last_sign_in IS NULL
                    ORDER BY id % 997, id LIMIT \(Self.most)
                    """
                ).map { try $0[0] }
            }
        }
        guard let password, !logins.isEmpty else { throw Complaint("演示里没有可以登录的账号，不能测量") }
        self.password = password
        divisions = ground.divisions
    }

    var accounts: Int { logins.count }

    /// The next one; from the first again when all have come.
    mutating func signIn() throws -> [UInt8] {
        defer { signedIn += 1 }
        return try BenchMessage.signIn(logins[signedIn % logins.count], password)
    }

    mutating func opinion() -> [UInt8] {
        defer { said += 1 }
        let key = "burst-\(Int.random(in: 1_000_000...9_999_999))-\(said)-opinion"
        return BenchMessage.opinion(BenchWords.opinion(said), in: divisions[said % divisions.count], key: key)
    }
}
