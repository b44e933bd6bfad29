import Database
import Directory
import Domain
import Foundation
import Secrets

/// The token under which a service account speaks. There is one at a time for all processes: fetching a new one ends
/// the old. So it lies in the database, and one at a time fetches it while the others wait.
struct WeChatToken: Sendable {
    /// Why there is none.
    struct Failure: Error {
        var result: SendResult
    }

    private static let leaseSeconds: Int64 = 30
    /// Old ones end this much earlier than WeChat says, so that none ends on its way.
    private static let reserve: Int64 = 300

    let settings: WeChatSettings
    let installation: Installation

    private var target: String { "wechat " + settings.appID }

    /// The one that is good now.
    func current() async throws -> Sensitive<String> {
        try await good(not: nil)
    }

    /// Another one than the one that was refused.
    func renewed(after old: Sensitive<String>) async throws -> Sensitive<String> {
        try await good(not: old)
    }

    private func good(not old: Sensitive<String>?) async throws -> Sensitive<String> {
        var ids = try await installation.ids.take(1)
        let lease = ids.salt()
        for _ in 0..<50 {
            let now = installation.now()
            if let kept = try await kept(at: now), kept != old { return kept }
            if try await lead(lease, at: now) {
                // Between the look and the lead another one may have fetched it.
                if let kept = try await kept(at: now), kept != old {
                    try await release(lease)
                    return kept
                }
                return try await fetch(lease, anew: old != nil)
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw Failure(result: .failed("等不到别的进程取令牌"))
    }

    private func kept(at now: Instant) async throws -> Sensitive<String>? {
        let (keys, target) = (installation.keys, target)
        return try await installation.database.read { db in
            let sealed: [UInt8]? = try db.value(
                "SELECT token_sealed FROM channel_token WHERE target = \(target) AND expires_at > \(now.ms)")
            return try sealed.map {
                Sensitive(try keys.openText($0, table: "channel_token", column: "token_sealed", row: 0))
            }
        }
    }

    /// Whether it is ours to fetch.
    private func lead(_ lease: [UInt8], at now: Instant) async throws -> Bool {
        let until = now.adding(seconds: Self.leaseSeconds)
        let target = target
        return try await installation.database.write { db in
            try db.changed(
                """
                INSERT INTO channel_token (target, expires_at, lease_until, lease_token)
                VALUES (\(target), 0, \(until.ms), \(lease))
                ON CONFLICT (target) DO UPDATE
                SET lease_until = excluded.lease_until, lease_token = excluded.lease_token
                WHERE channel_token.lease_until IS NULL OR channel_token.lease_until <= \(now.ms)
                """) == 1
        }
    }

    private func fetch(_ lease: [UInt8], anew: Bool) async throws -> Sensitive<String> {
        do {
            let (token, seconds) = try await ask(anew: anew)
            try await store(token, until: installation.now().adding(seconds: max(60, seconds - Self.reserve)), lease)
            return token
        } catch {
            try? await release(lease)
            throw error
        }
    }

    private func ask(anew: Bool) async throws -> (Sensitive<String>, Int64) {
        let ask: [String: Any] = [
            "grant_type": "client_credential", "appid": settings.appID, "secret": settings.secret.opened,
            "force_refresh": anew,
        ]
        // By POST: what stands in an address is written into logs on the way.
        let reply = await HTTPPost.post(
            settings.url + "/cgi-bin/stable_token", headers: [("Content-Type", "application/json")],
            body: Array(try JSONSerialization.data(withJSONObject: ask, options: [.sortedKeys])))
        switch reply {
        case .noConnection, .noAnswer: throw Failure(result: .unreachable("连不上微信", retryAfter: nil))
        case .answered(_, let body, let wait):
            guard let token = HTTPPost.Reply.value(at: "access_token", in: body), !token.isEmpty else {
                throw Failure(result: .unreachable("微信不给令牌，请核对设置里的账号和密钥", retryAfter: wait))
            }
            return (Sensitive(token), HTTPPost.Reply.value(at: "expires_in", in: body).flatMap(Int64.init) ?? 7200)
        }
    }

    private func store(_ token: Sensitive<String>, until: Instant, _ lease: [UInt8]) async throws {
        let sealed = installation.keys.seal(token.opened, table: "channel_token", column: "token_sealed", row: 0)
        let target = target
        try await installation.database.write { db in
            try db.run(
                """
                UPDATE channel_token SET token_sealed = \(sealed), expires_at = \(until.ms), lease_until = NULL,
                  lease_token = NULL
                WHERE target = \(target) AND lease_token = \(lease)
                """)
        }
    }

    private func release(_ lease: [UInt8]) async throws {
        let target = target
        try await installation.database.write { db in
            try db.run(
                """
                UPDATE channel_token SET lease_until = NULL, lease_token = NULL
                WHERE target = \(target) AND lease_token = \(lease)
                """)
        }
    }
}
