/// 查询码: eight digits only the reporter has. Stored as a digest; prints as dots in logs.
package struct QueryCode: Hashable, Sendable {
    package static let length = 8

    /// The eight ASCII digits, for the digest.
    package let digits: String

    /// Reads what a person typed; nil unless it is eight digits.
    package init?(_ typed: some StringProtocol) {
        guard let digits = typedDigits(typed), digits.count == QueryCode.length else { return nil }
        self.digits = digits.map(String.init).joined()
    }

    /// In two groups, as the receipt shows it: `1234 5678`.
    package var shown: String { "\(digits.prefix(4)) \(digits.suffix(4))" }
}

extension QueryCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
