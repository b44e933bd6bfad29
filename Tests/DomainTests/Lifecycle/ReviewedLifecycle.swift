import Foundation

@testable import Domain

/// `docs/lifecycle.md` as people reviewed it, read back.
struct ReviewedLifecycle {
    struct StateRow {
        var clocks: Set<ClockKind>
        var sideClocks: Set<ClockKind>
        var leadsTo: Set<MatterState>
    }

    private(set) var states: [MatterState: StateRow] = [:]
    /// Who may do an act, state by state.
    private(set) var acts: [Act: [MatterState: Set<Relation>]] = [:]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/lifecycle.md")
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { ReviewedLifecycle.codes(in: $0) }
            guard let name = cells.first?.first else { continue }
            if cells.count == 7, let state = MatterState(rawValue: name) {
                states[state] = StateRow(
                    clocks: Set(cells[3].compactMap(ClockKind.init)),
                    sideClocks: Set(cells[4].compactMap(ClockKind.init)),
                    leadsTo: Set(cells[6].compactMap(MatterState.init)))
            } else if cells.count == 5, let act = Act(rawValue: name), cells[1].first == act.noun {
                for state in cells[4].compactMap(MatterState.init) {
                    acts[act, default: [:]][state, default: []].formUnion(cells[3].compactMap(Relation.init))
                }
            }
        }
    }

    func relations(for act: Act, in state: MatterState) -> Set<Relation> { acts[act]?[state] ?? [] }

    /// Whether the act is this person's in any state at all.
    func isEver(_ act: Act, for relation: Relation) -> Bool {
        acts[act]?.values.contains { $0.contains(relation) } ?? false
    }

    /// What stands between backquotes in a cell.
    private static func codes(in cell: Substring) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}
