import Database
import Directory
import Domain
import Hummingbird
import Secrets
import Web

/// A resident before one matter, for half an hour of quiet: the cookie names the matter and is signed together with
/// the digest of its query code, so that a new code given at the counter ends what was opened with the old one.
struct ReporterSession: Sendable {
    static let cookie = "lx_my"
    private static let idleSeconds: Int64 = 1800
    private static let purpose: StaticString = "reporter"

    let matter: MatterID
    let seenAt: Instant
    private let signature: [UInt8]

    /// Nil where the browser brought none that could be read.
    init?(_ request: Request) {
        let parts = request.cookies[Self.cookie]?.value.split(separator: ".") ?? []
        guard parts.count == 3, let matter = Int64(parts[0]), let seen = Int64(parts[1]),
            let signature = [UInt8](hex: parts[2])
        else { return nil }
        self.matter = matter
        seenAt = Instant(ms: seen)
        self.signature = signature
    }

    /// For the one who has just shown number and code.
    init(opening matter: MatterID, at now: Instant, in db: Transaction, keys: KeyRing) throws {
        guard let digest = try Self.digest(of: matter, in: db) else { throw NotFound() }
        self.init(matter, digest, at: now, keys: keys)
    }

    private init(_ matter: MatterID, _ digest: [UInt8], at now: Instant, keys: KeyRing) {
        self.matter = matter
        seenAt = now
        signature = keys.sign(Self.signed(matter, now, digest), purpose: Self.purpose)
    }

    /// The same from now on; nil when it holds no longer: too late, or not made by us for the code that holds now.
    func renewed(at now: Instant, in db: Transaction, keys: KeyRing) throws -> ReporterSession? {
        guard now >= seenAt, now < seenAt.adding(seconds: Self.idleSeconds),
            let digest = try Self.digest(of: matter, in: db),
            keys.verify(signature, of: Self.signed(matter, seenAt, digest), purpose: Self.purpose)
        else { return nil }
        return ReporterSession(matter, digest, at: now, keys: keys)
    }

    var principal: Principal { .reporter(matter: matter) }

    var value: String { "\(matter).\(seenAt.ms).\(signature.hex)" }

    private static func digest(of matter: MatterID, in db: Transaction) throws -> [UInt8]? {
        try db.value("SELECT code_digest FROM reporter WHERE matter = \(matter)")
    }

    private static func signed(_ matter: MatterID, _ seen: Instant, _ digest: [UInt8]) -> [UInt8] {
        [matter, seen.ms].flatMap { value in withUnsafeBytes(of: value.bigEndian, Array.init) } + digest
    }
}

extension Response {
    /// Keeps a resident before the matter in this browser, until it is closed or nothing is asked for a while.
    mutating func keep(_ session: ReporterSession, in context: AppContext) {
        setCookie(context.cookie(ReporterSession.cookie, session.value, seconds: nil))
    }

    mutating func endReporterSession(in context: AppContext) {
        setCookie(context.cookie(ReporterSession.cookie, "", seconds: 0))
    }
}

extension [UInt8] {
    fileprivate init?(hex: some StringProtocol) {
        let digits = hex.utf8.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 ? $0 - 48 : $0 &- 87 }
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ $0 < 16 }) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
