import Crypto
import Domain

/// 256 random bits, shown once to the browser; the database keeps only their SHA-256.
package struct SessionToken: Sendable {
    package let text: String

    /// Drawn outside the write, because the closure of a write may run twice.
    package static func draw() -> SessionToken {
        var source = SystemRandomNumberGenerator()
        return SessionToken(text: (0..<32).map { _ in UInt8.random(in: 0...255, using: &source) }.hex)
    }

    package init(text: String) {
        self.text = text
    }

    /// An algorithm byte stands in front, so that SM3 can stand beside SHA-256 later.
    var digest: [UInt8] { [1] + SHA256.hash(data: Array(text.utf8)) }
}
