import Foundation

/// What the load sends, as it goes over the wire; each message as if from a visitor of her own.
enum BenchMessage {
    /// Goes out under the same key when it is sent again.
    static func opinion(_ words: String, in division: String, key: String) -> [UInt8] {
        let body = #"{"division": "\#(division)", "words": "\#(words)", "bypass": false}"#
        return PlainHTTP.post(
            to: "/api/v1/matters", json: Array(body.utf8),
            headers: ["Idempotency-Key": key, "X-Forwarded-For": someAddress])
    }

    static func signIn(_ login: String, _ password: String) throws -> [UInt8] {
        let body = try JSONEncoder().encode(["login": login, "password": password])
        return PlainHTTP.post(to: "/api/v1/sessions", json: Array(body), headers: ["X-Forwarded-For": someAddress])
    }

    private static var someAddress: String {
        "10." + (0..<3).map { _ in String(Int.random(in: 0...250)) }.joined(separator: ".")
    }
}
