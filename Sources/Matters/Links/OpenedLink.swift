import Database
import Directory
import Domain
import Web

/// A link that somebody holds, with what it is good for at this moment.
struct OpenedLink: Sendable {
    enum Standing: Sendable {
        case open(Principal.Signed)
        case expired, revoked
        /// The grant it was made under does not hold any more.
        case ended
    }

    let kept: LinkTable.Kept
    let standing: Standing

    /// Nil where no link has this token.
    init?(_ token: String, at now: Instant, in db: Transaction, installation: Installation) throws {
        let digest = OneTimeLinks.digest(of: token, keys: installation.keys)
        guard let kept = try LinkTable.find(digest, in: db) else { return nil }
        self.kept = kept
        if kept.isRevoked {
            standing = .revoked
        } else if now >= kept.expiresAt {
            standing = .expired
        } else if let signed = try SignedQuery.find(
            kept.person, under: kept.grant, on: Day(of: now), in: db, keys: installation.keys)
        {
            standing = .open(signed)
        } else {
            standing = .ended
        }
    }

    var signed: Principal.Signed? {
        switch standing {
        case .open(let signed): signed
        case .expired, .revoked, .ended: nil
        }
    }

    /// When an act was done by it.
    func used(_ act: LinkAct) -> Instant? { kept.acts[act] ?? nil }

    /// Good for it, and not used for it yet.
    func offers(_ act: LinkAct) -> Bool { kept.acts[act] != nil && used(act) == nil }

    var unused: [LinkAct] { LinkAct.allCases.filter(offers) }

    /// Counts one sending of photos, within the caller's write.
    func countFiles(at now: Instant, in db: Transaction, _ installation: Installation) throws {
        let most = try installation.snapshot(in: db).rules(on: Day(of: now)).number(.opinionsPerHour)
        let rule = RateRule("link.files", most: most, seconds: 3600)
        switch try installation.limits.take(rule, key: String(kept.id), at: now, in: db) {
        case .allowed: return
        case .exceeded(let seconds): throw TooMany(retryAfter: seconds)
        }
    }
}

/// Tokens that no link has, counted by where they come from. One that a link has always opens it: behind one address
/// there may be a village.
struct LinkTries: Sendable {
    let address: String

    private static let browsersBehindAddress = 20

    /// Seconds to wait; nil where it was not too often.
    func count(at now: Instant, in db: Transaction, _ installation: Installation) throws -> Int? {
        let most = try installation.snapshot(in: db).rules(on: Day(of: now)).number(.codeTriesPerHour)
        let rule = RateRule("link.address", most: most * Self.browsersBehindAddress, seconds: 3600)
        switch try installation.limits.take(rule, key: address, at: now, in: db) {
        case .allowed: return nil
        case .exceeded(let seconds): return seconds
        }
    }
}
