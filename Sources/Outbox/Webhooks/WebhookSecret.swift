import Crypto
import Domain
import Foundation
import Record
import Secrets

/// What a receiver and we know: it shows that a message is ours. Shown once, when it is made.
package struct WebhookSecret: Sendable {
    package let text: String

    /// 256 random bits, drawn before the write.
    package init(from ids: inout IDs) {
        text = "lxwh_" + Data(ids.bytes(32)).base64EncodedString().filter { $0.isLetter || $0.isNumber }
    }

    init(_ text: String) {
        self.text = text
    }

    func sealed(for webhook: Int64, keys: KeyRing) -> [UInt8] {
        keys.seal(text, table: "webhook", column: "secret", row: webhook)
    }

    func sealedEarlier(for webhook: Int64, keys: KeyRing) -> [UInt8] {
        keys.seal(text, table: "webhook", column: "earlier_secret", row: webhook)
    }

    /// HMAC-SHA256 over the moment, a point and the body, as `v1=` and hexadecimal digits. With the moment in it a message
    /// that somebody caught cannot be sent again later.
    package func signature(of body: [UInt8], at seconds: Int64) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(seconds).".utf8) + body, using: SymmetricKey(data: Array(text.utf8)))
        return "v1=" + code.hex
    }
}
