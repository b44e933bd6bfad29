import Domain

/// What a telephone number tells by itself.
package enum TelephoneNumber {
    /// Mobile numbers of the mainland: eleven digits that begin with 1. Others are called.
    static func takesTexts(_ phone: Sensitive<String>) -> Bool {
        let digits = phone.opened.hasPrefix("+86") ? phone.opened.dropFirst(3) : phone.opened[...]
        return digits.count == 11 && digits.first == "1" && digits.allSatisfy { ("0"..."9").contains($0) }
    }

    /// `199****1234`: enough to tell one from another, not enough to call.
    package static func masked(_ phone: Sensitive<String>) -> String {
        let digits = phone.opened
        guard digits.count > 7 else { return "****" }
        return digits.prefix(3) + "****" + digits.suffix(4)
    }
}
