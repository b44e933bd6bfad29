/// What may stand in a slot: `{小区}` is one housing estate in all texts of a matter.
struct Slots: Sendable {
    private let values: [String: [String]]

    init() throws {
        values = Dictionary(grouping: try TextTable.rows("slots"), by: { $0[0] }).mapValues { $0.map { $0[1] } }
    }

    func value(_ slot: String, _ dice: inout Dice) -> String? {
        values[slot].map { dice.pick($0) }
    }

    var villages: [String] { values["村"] ?? [] }
    var communities: [String] { values["社区"] ?? [] }
}

/// The slots of one matter: filled once, the same in what was said and in what was answered.
struct FilledSlots: Sendable {
    private let slots: Slots
    private var filled: [Substring: String]

    /// `known` are those that follow from the place.
    init(_ slots: Slots, known: [Substring: String]) {
        self.slots = slots
        filled = known
    }

    /// A slot whose value is known only now, such as the date of an answer.
    mutating func set(_ slot: Substring, _ value: String) { filled[slot] = value }

    /// It is filled anew the next time.
    mutating func forget(_ slot: Substring) { filled[slot] = nil }

    mutating func fill(_ text: String, _ dice: inout Dice) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let slot = rest[rest.index(after: open)..<close]
            if filled[slot] == nil { filled[slot] = slots.value(String(slot), &dice) }
            result += filled[slot] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
