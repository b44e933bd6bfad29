/// A mailbox that can stand in a header and in an SMTP command without doing harm there.
package struct EmailAddress: Hashable, Sendable {
    package let text: String

    /// Nil for what is no address of the usual form. Stricter than the standard: quoted names and addresses without a
    /// domain are nobody's mailbox here.
    package init?(_ typed: String) {
        let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
        guard typed.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].count),
            parts[0].utf8.allSatisfy(Self.isLocal), parts[0].first != ".", parts[0].last != ".",
            Self.isDomain(parts[1])
        else { return nil }
        text = parts[0] + "@" + parts[1].lowercased()
    }

    package var domain: Substring { text.split(separator: "@")[1] }

    /// `z***@example.cn`: enough for its owner to know it again.
    package var masked: String { text.prefix(1) + "***@" + domain }

    private static func isLocal(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || ".!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isDomain(_ domain: Substring) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == 45 }
                    && label.first != "-" && label.last != "-"
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
