/// A text without the personal values a machine can recognise, and what was taken out of it.
package struct MaskedText: Hashable, Sendable {
    /// Where something stood in the original, counted in Unicode scalars; never the value itself.
    package struct Finding: Hashable, Sendable {
        package var kind: PersonalKind
        package var range: Range<Int>
    }

    package var text: String
    package var findings: [Finding]
}

/// Personal values that have a recognisable form.
package enum PersonalKind: String, CaseIterable, Sendable {
    case identityNumber, phone, plate, bankCard, email, chatAccount, room

    package var chinese: String {
        switch self {
        case .identityNumber: "证件号"
        case .phone: "电话"
        case .plate: "车牌"
        case .bankCard: "账号"
        case .email: "邮箱"
        case .chatAccount: "微信或QQ号"
        case .room: "房号"
        }
    }

    /// What the reader sees instead.
    var placeholder: String { "[\(chinese)]" }
}
