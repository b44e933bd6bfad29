/// What the program knows about one key before any place decided anything.
struct PolicyDefinition {
    enum Bounds {
        /// Any unit, about this many calendar days at most.
        case days(upTo: Int)
        /// The law's own unit and no more than it gives.
        case within(DeadlineRule)
        case numbers(ClosedRange<Int>)
        case yesOrNo
        case letters(upTo: Int)
    }

    var title: String
    var value: PolicyValue
    var bounds: Bounds
    var unit = ""
    var lowest: Level
    var source: String?

    static func clock(_ title: String, _ rule: DeadlineRule, lowest: Level = .county, upTo days: Int = 190) -> Self {
        Self(title: title, value: .rule(rule), bounds: .days(upTo: days), lowest: lowest)
    }

    static func legalClock(_ title: String, _ rule: DeadlineRule, source: String) -> Self {
        Self(title: title, value: .rule(rule), bounds: .within(rule), lowest: .county, source: source)
    }

    static func number(
        _ title: String,
        _ number: Int,
        _ unit: String,
        _ range: ClosedRange<Int>,
        lowest: Level = .county,
        source: String? = nil
    ) -> Self {
        Self(title: title, value: .number(number), bounds: .numbers(range), unit: unit, lowest: lowest, source: source)
    }

    static func flag(_ title: String, _ flag: Bool, lowest: Level, source: String? = nil) -> Self {
        Self(title: title, value: .flag(flag), bounds: .yesOrNo, lowest: lowest, source: source)
    }

    static func label(_ title: String, _ text: String) -> Self {
        Self(title: title, value: .text(text), bounds: .letters(upTo: 20), lowest: .county)
    }
}
