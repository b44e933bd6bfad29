/// The rules of a matter's life as a document, written from the rules themselves: `docs/lifecycle.md`. Whoever changes
/// a rule sees the document change beside it, and the tests read the reviewed copy back.
package enum LifecycleDocument {
    /// The whole document, in Markdown.
    package static var text: String {
        [opening, states, clocks, acts].joined(separator: "\n\n") + "\n"
    }

    private static let opening = """
        # The life of a matter

        Written by `lianxin lifecycle` from the rules in `Sources/Domain/Lifecycle`. Every length is the default of a
        policy key that a place may change within the key's bounds. Every state that is not final has one holder who
        can be reached and at least one clock that runs; whoever holds it can always do something about it.
        """

    // MARK: states

    private static var states: String {
        let rows = MatterState.allCases.map { state in
            [
                "`\(state.rawValue)`", StateWords.label(state), state.holderRule.chinese,
                state.mainClocks.map(nameAndLength).joined(separator: "；"), names(state.sideClocks.map(\.rawValue)),
                silence(of: state),
                names(MatterState.allCases.filter(state.leadsTo.contains).map(\.rawValue)),
            ]
        }
        let head = ["state", "中文", "holder", "its clock", "clocks beside it", "silence", "leads to"]
        return "## States\n\n" + table(head, rows)
    }

    private static func nameAndLength(_ clock: ClockKind) -> String {
        "`\(clock.rawValue)` \(length(of: clock))"
    }

    private static func silence(of state: MatterState) -> String {
        var words = [state.silenceRule.chinese]
        if state.mainClocks.contains(.contestWindow) {
            words.append("`\(ClockKind.contestWindow.rawValue)` \(SilenceRule.closes.chinese)")
        }
        if state == .merged { words.append("`delivery`、`revisit` \(SilenceRule.head.chinese)") }
        return words.joined(separator: "；")
    }

    // MARK: clocks

    private static var clocks: String {
        let rows = ClockKind.allCases.map { clock in
            let keys = clock.limit.policies.map { "`\($0.rawValue)` \(value(of: $0))" }
            return [
                "`\(clock.rawValue)`", clock.chinese, keys.isEmpty ? length(of: clock) : keys.joined(separator: "<br>"),
                keys.isEmpty ? "" : (clock.limit.isNamed ? "是" : ""), clock.isReminded ? "是" : "",
            ]
        }
        let head = ["clock", "中文", "length (policy, default)", "or a named day", "reminder before its end"]
        return "## Clocks\n\n" + table(head, rows)
    }

    private static func length(of clock: ClockKind) -> String {
        if clock == .asLead { return "与并入事项相同" }
        let keys = clock.limit.policies
        guard let first = keys.first else { return "约定的日期" }
        guard clock == .handling else { return value(of: first) }
        return "乡镇 \(value(of: .handleTownship))，县以上 \(value(of: .handleCounty))，"
            + "最长 \(value(of: .handleCap))（涉及面广的 \(value(of: .handleCapWide))）"
    }

    private static func value(of key: PolicyKey) -> String {
        switch key.defaultValue {
        case .rule(let rule): rule.chinese
        case .number(let number): "\(number) \(key.unit)"
        case .flag(let flag): flag ? "是" : "否"
        case .text(let text): text
        }
    }

    // MARK: acts

    private static var acts: String {
        let rows = Act.allCases.flatMap { act in
            groups(of: act.rule).map { group in
                [
                    "`\(act.rawValue)`", act.noun.map { "`\($0)`" } ?? "", "`\(act.event)`",
                    Relation.allCases.filter(group.relations.contains).map { "`\($0.rawValue)`\($0.chinese)" }
                        .joined(separator: " "),
                    names(group.states.map(\.rawValue)),
                ]
            }
        }
        let head = ["act", "noun in the path", "event", "who", "in which states"]
        return "## Acts\n\n" + table(head, rows)
    }

    /// The states of an act, those with the same people together.
    private static func groups(of rule: ActRule) -> [(relations: Set<Relation>, states: [MatterState])] {
        var groups: [(relations: Set<Relation>, states: [MatterState])] = []
        for state in MatterState.allCases where rule.states.contains(state) {
            let relations = rule.relations(in: state)
            if let index = groups.firstIndex(where: { $0.relations == relations }) {
                groups[index].states.append(state)
            } else {
                groups.append((relations, [state]))
            }
        }
        return groups
    }

    // MARK: Markdown

    private static func names(_ codes: [String]) -> String {
        codes.map { "`\($0)`" }.joined(separator: " ")
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        ([head, head.map { _ in "---" }] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
