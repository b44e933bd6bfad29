import Domain

/// Everything people say and write in the demo; all of it written for it.
struct DemoTexts: Sendable {
    let matters: [MatterText]
    let names: NameTexts
    let station: StationTexts
    let remarks: RemarkTexts
    let slots: Slots
    private let fitting: [DivisionKind: FittingTexts]
    private let twins: [String: [MatterText]]

    init() throws {
        let matters = try TextTable.rows("matters").compactMap(MatterText.init)
        self.matters = matters
        fitting = Dictionary(uniqueKeysWithValues: DivisionKind.allCases.map { ($0, FittingTexts(matters, $0)) })
        twins = Dictionary(grouping: matters.filter { !$0.twin.isEmpty }, by: \.twin)
        names = try NameTexts()
        station = try StationTexts()
        remarks = try RemarkTexts()
        slots = try Slots()
    }

    func texts(for kind: DivisionKind) -> FittingTexts { fitting[kind] ?? FittingTexts(matters, kind) }

    /// The same trouble as somebody else tells it; in the same words where there are no others.
    func twin(of text: MatterText, _ dice: inout Dice) -> MatterText {
        dice.pick(twins[text.twin] ?? [text])
    }
}

/// Surnames as common as they are in Shanxi, and characters for given names.
struct NameTexts: Sendable {
    private let surnames: [(String, Int)]
    private let given: [String]

    init() throws {
        let rows = try TextTable.rows("names")
        surnames = rows.filter { $0[0] == "surname" }.map { ($0[1], Int($0[2]) ?? 1) }
        given = rows.filter { $0[0] == "given" }.map { $0[1] }
    }

    /// An invented name that says so.
    func name(_ dice: inout Dice) -> String {
        let first = dice.pick(given)
        return dice.weighed(surnames) + first + (dice.percent(80) ? dice.pick(given) : "") + "（演示）"
    }
}

/// Words for station pages.
struct StationTexts: Sendable {
    struct Rhythm: Sendable {
        let code: String
        let text: String
    }

    let rhythms: [Rhythm]
    private let byKind: [String: [String]]

    init() throws {
        let rows = try TextTable.rows("station-texts")
        rhythms = rows.filter { $0[0] == "rhythm" }.map { Rhythm(code: $0[1], text: $0[2]) }
        byKind = Dictionary(grouping: rows, by: { $0[0] }).mapValues { $0.map { $0[2] } }
    }

    func text(_ kind: String, _ dice: inout Dice) -> String { dice.pick(byKind[kind] ?? [""]) }

    /// Several different ones.
    func texts(_ kind: String, _ count: Int, _ dice: inout Dice) -> [String] {
        Array((byKind[kind] ?? []).shuffled(using: &dice).prefix(count))
    }
}

/// Short texts by what they are for.
struct RemarkTexts: Sendable {
    enum Kind: String, Sendable {
        case remark, satisfied, basically, dissatisfied, perfunctory, objection, `extension`, elevation, contest
        case revisit, closing
        case jointReview = "joint_review"
    }

    private let byKind: [String: [String]]

    init() throws {
        byKind = Dictionary(grouping: try TextTable.rows("remarks"), by: { $0[0] }).mapValues { $0.map { $0[1] } }
    }

    func text(_ kind: Kind, _ dice: inout Dice) -> String { dice.pick(byKind[kind.rawValue] ?? [""]) }
}
