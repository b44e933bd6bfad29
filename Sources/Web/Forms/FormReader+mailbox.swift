import Domain

extension FormReader {
    /// An e-mail address; nil where none was given or it is wrong. Nothing is asked but that a message could be sent
    /// there: whether it arrives, its code will tell.
    package mutating func mailbox(_ name: String, _ label: String, isRequired: Bool = true) -> String? {
        let typed = TypedText.folded(form[name] ?? "").replacing("\u{FF20}", with: "@").trimmed
        if typed.isEmpty {
            if isRequired { add(name, Messages.missing(label)) }
            return nil
        }
        guard let mailbox = Mailbox(typed) else {
            add(name, "电子邮件地址不对，请检查，例如 zhangsan@example.cn")
            return nil
        }
        return mailbox.text
    }
}

/// An address of e-mail. Its second half is written small, so that one mailbox is always the same.
private struct Mailbox {
    let text: String

    init?(_ typed: String) {
        let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
        guard typed.utf8.count <= 254, parts.count == 2, Mailbox.isLocal(parts[0]), Mailbox.isDomain(parts[1]) else {
            return nil
        }
        text = parts[0] + "@" + parts[1].lowercased()
    }

    private static func isLocal(_ part: Substring) -> Bool {
        !part.isEmpty && part.utf8.count <= 64 && !part.hasPrefix(".") && !part.hasSuffix(".") && !part.contains("..")
            && part.utf8.allSatisfy { isLetter($0) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) }
    }

    private static func isDomain(_ part: Substring) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        case _: false
        }
    }
}
