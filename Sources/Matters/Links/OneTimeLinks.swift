import Database
import Directory
import Domain
import Foundation
import Record
import Secrets

/// 一次性链接: the way from a message to the one step that is asked for, for somebody who does not sign in. Bound to one
/// matter, one person under one grant, and a few acts, each of which it does once. 256 random bits, of which the
/// database keeps a keyed digest.
package enum OneTimeLinks {
    /// How long the digests of ended links are kept: who comes later is told that it ended, not that it never was.
    private static let keptDays: Int64 = 60
    private static let batch = 500

    /// Makes one and answers with its address, which goes into a message and nowhere else.
    package static func make(
        for person: PersonID, grant: GrantID, matter: MatterID, acts: [LinkAct], by account: AccountID? = nil,
        at now: Instant, in db: Transaction, ids: inout IDs, installation: Installation
    ) throws -> String {
        let area: DivisionID? = try db.value("SELECT area FROM matter WHERE id = \(matter)")
        guard let area else { throw NotFound() }
        let days = try installation.snapshot(in: db).rules(at: area, on: Day(of: now)).number(.linkDays)
        return try make(
            LinkTable.New(
                id: ids.next(), digest: [], matter: matter, person: person, grant: grant, acts: acts, madeAt: now,
                madeBy: account, expiresAt: now.adding(seconds: Int64(days) * 86_400)),
            in: db, ids: &ids, installation: installation)
    }

    /// The same for a link that is described already, but for its token.
    static func make(
        _ new: LinkTable.New, in db: Transaction, ids: inout IDs, installation: Installation
    ) throws -> String {
        let token = text(of: ids.bytes(32))
        var link = new
        link.digest = digest(of: token, keys: installation.keys)
        try LinkTable.insert(link, in: db)
        return installation.settings.publicURL + "/l/" + token
    }

    /// Timed work: forgets links that ended long ago. May run twice.
    package static func purge(in installation: Installation, at now: Instant) async throws {
        let limit = now.adding(seconds: -keptDays * 86_400)
        while try await installation.database.write({ db in
            try LinkTable.purge(endedBefore: limit, most: batch, in: db)
        }) {}
    }

    static func digest(of token: String, keys: KeyRing) -> [UInt8] {
        keys.blindIndex("one-time-link", token)
    }

    /// RFC 4648 section 5, without padding.
    private static func text(of bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
