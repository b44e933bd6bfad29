import Crypto
import Domain
import Foundation

/// Text messages through a gateway that takes a POST. The body is the gateway's own shape, filled from the settings;
/// who sends is proved by an HMAC of time and body.
struct SMSChannel: OutgoingChannel {
    let settings: SMSSettings

    init(_ settings: SMSSettings) {
        self.settings = settings
    }

    var target: String { "sms \(host)" }
    var isReal: Bool { true }
    var spoken: String { "短信网关 \(host)" }

    func send(_ message: OutgoingMessage) async -> SendResult {
        let body = SMSBody(template: settings.body).filled(with: message)
        let time = String(message.at.ms / 1000)
        let reply = await HTTPPost.post(
            settings.url,
            headers: [
                ("Content-Type", SMSBody(template: settings.body).type), ("X-Timestamp", time),
                ("X-Signature", signature(time, body)), ("Idempotency-Key", message.reference),
            ], body: Array(body.utf8))
        switch reply {
        case .noConnection: return .unreachable("连不上短信网关", retryAfter: nil)
        case .noAnswer: return .unknown("短信交出去了，网关没有回话")
        case .answered(let status, let answer, let wait): return verdict(status, answer, wait, message)
        }
    }

    private func verdict(_ status: Int, _ answer: Data, _ wait: Int?, _ message: OutgoingMessage) -> SendResult {
        switch status {
        case 200...299: return taken(answer, message)
        case 400, 413, 422: return .refused("短信网关不收这一条（\(status)）")
        // Known already: it was sent at an earlier try.
        case 409: return .sent(providerID: nil, cost: 0)
        case 401, 403: return .unreachable("短信网关不认我们的签名（\(status)）", retryAfter: wait)
        case _: return .unreachable("短信网关不能用（\(status)）", retryAfter: wait)
        }
    }

    private func taken(_ answer: Data, _ message: OutgoingMessage) -> SendResult {
        let id = settings.reference.flatMap { HTTPPost.Reply.value(at: $0, in: answer) }
        let sent = SendResult.sent(providerID: id, cost: SMSParts.count(message.text) * settings.price)
        guard let success = settings.success else { return sent }
        let pair = success.split(separator: "=", maxSplits: 1).map(String.init)
        let said = HTTPPost.Reply.value(at: pair[0], in: answer)
        if said == (pair.count == 2 ? pair[1] : "") { return sent }
        guard let said, settings.refusals.contains(said) else { return .failed("短信网关没有接下这一条") }
        return .refused("短信网关不发这个号码")
    }

    private func signature(_ time: String, _ body: String) -> String {
        let key = SymmetricKey(data: Array(settings.key.opened.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(time)\n\(body)".utf8), using: key)
        return code.hex
    }

    private var host: String {
        URLComponents(string: settings.url).map { [$0.host, $0.port.map(String.init)].compactMap(\.self) }?
            .joined(separator: ":") ?? ""
    }
}

/// The body of a request, made from its template.
struct SMSBody: Sendable {
    let template: String

    private var isJSON: Bool { template.hasPrefix("{") }

    var type: String { isJSON ? "application/json" : "application/x-www-form-urlencoded" }

    func filled(with message: OutgoingMessage) -> String {
        let values = [
            "{phone}": message.address.opened, "{text}": message.text, "{id}": message.reference,
            "{time}": String(message.at.ms / 1000),
        ]
        var filled = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            if let (place, value) = values.first(where: { rest.hasPrefix($0.key) }) {
                filled += escaped(value)
                rest = rest.dropFirst(place.count)
            } else {
                filled += "{"
                rest = rest.dropFirst()
            }
        }
        return filled + rest
    }

    private func escaped(_ value: String) -> String {
        guard isJSON else {
            let safe = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
            return value.addingPercentEncoding(withAllowedCharacters: safe) ?? ""
        }
        // A JSON text without its quotes.
        let quoted = (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
        return String(quoted.dropFirst().dropLast())
    }
}

/// What gateways count: 70 characters are one part, longer texts go in parts of 67.
enum SMSParts {
    static func count(_ text: String) -> Int {
        let length = text.utf16.count
        return length <= 70 ? 1 : (length + 66) / 67
    }
}
