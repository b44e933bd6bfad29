import Testing

@testable import Domain

@Suite("When somebody disputes what was done in her name")
struct DisputeTests {
    private static let acts = Act.deputysOnBehalf.union(Act.handlersOnBehalf)

    private func dispute(_ act: Act, _ life: Life, isLatest: Bool = true) -> Dispute {
        Dispute(
            act: act, event: 1, attempt: life.matter.answering.tries.last, lastDay: life.today.adding(days: 10),
            isLatest: isLatest)
    }

    private func decided(
        _ decision: DisputeDecision, _ act: Act, _ life: Life, isLatest: Bool = true, as relation: Relation = .head
    ) throws(Refusal) -> Matter {
        try life.matter.after(
            decision, of: dispute(act, life, isLatest: isLatest), reason: Say.reason, as: [relation], in: life.around,
            under: life.rules, at: life.now
        ).matter
    }

    @Test(
        "wherever the matter stands, it stays on the ways of the table, held and timed", arguments: MatterState.allCases
    )
    func everywhere(state: MatterState) throws {
        for act in Self.acts {
            for decision in DisputeDecision.allCases {
                let after = try decided(decision, act, Life.at(state))

                #expect(after.state == state || state.leadsTo.contains(after.state), "\(act) \(decision)")
                #expect(after.state.isFinal == (after.holder == nil), "\(act) \(decision)")
                #expect(after.state.isFinal || after.mainClock != nil, "\(act) \(decision)")
            }
        }
    }

    @Test("an answer that she had not checked waits to be checked again")
    func check() throws {
        var life = try Life.at(.replied)
        try life.act(.passCheck(note: ""), as: .clerk)

        let after = try decided(.uphold, .passCheck, life)

        #expect(!after.answering.isReplyChecked)
        #expect(after.clock(.replyCheck) != nil)
        #expect(after.clock(.delivery) == nil)
        #expect(after.onDuty == .supervisor)
    }

    @Test("a reply the organ had not written goes back to it; one that was checked meanwhile stays")
    func reply() throws {
        let life = try Life.at(.replied)
        var checked = life
        try checked.act(.passCheck(note: ""), as: .supervisor)

        #expect(try decided(.uphold, .reply, life).state == .inHandling)
        #expect(try decided(.uphold, .reply, life).handling.outcome == nil)
        #expect(try decided(.uphold, .reply, checked).state == .replied)
    }

    @Test("what it had not taken up is the office's to assign; what it had not objected to is in hand")
    func takenUpAndObjected() throws {
        #expect(try decided(.uphold, .takeUp, Life.at(.inHandling)).state == .objected)
        #expect(try decided(.uphold, .object, Life.at(.objected)).state == .inHandling)
    }

    @Test("a date it had not stated and an extension it had not asked for are gone")
    func dates() throws {
        var stated = try Life.at(.inHandling)
        try stated.act(.stateDate(stated.today.adding(days: 3)), as: .clerk)
        var asked = try Life.at(.inHandling)
        try asked.act(.askExtension(until: asked.today.adding(days: 50), reason: Say.reason), as: .clerk)

        let unstated = try decided(.uphold, .stateDate, stated)
        let unasked = try decided(.uphold, .askExtension, asked)

        #expect(unstated.handling.statedOn == nil)
        #expect(unstated.clock(.stateDate) != nil && unstated.clock(.statedDate) == nil)
        #expect(unasked.handling.extension == .none)
        #expect(unasked.clock(.extensionDecision) == nil)
    }

    @Test("a try that she had not made does not count towards closing")
    func revisit() throws {
        var life = try Life.at(.answered)
        try life.act(Say.tried(life.today), as: .clerk)

        #expect(try decided(.uphold, .revisit, life).answering.tries.isEmpty)
        #expect(try decided(.reject, .revisit, life).answering.tries.count == 1)
    }

    @Test("rejected, or done again since, nothing of the matter changes but its version")
    func unchanged() throws {
        var life = try Life.at(.replied)
        try life.act(.passCheck(note: ""), as: .clerk)
        var same = life.matter
        same.version += 1

        #expect(try decided(.reject, .passCheck, life) == same)
        #expect(try decided(.uphold, .passCheck, life, isLatest: false) == same)
    }

    @Test("she may say so until the last day, with a reason; then no more")
    func window() throws {
        var life = try Life.at(.replied)
        let dispute = dispute(.passCheck, life)
        func refusal(_ reason: String) -> String? {
            do throws(Refusal) {
                _ = try life.matter.disputed(dispute, reason: reason, under: life.rules, at: life.now)
                return nil
            } catch {
                return error.code
            }
        }

        #expect(refusal("不是") == "reason")
        #expect(refusal(Say.reason) == nil)
        life.wait(days: 11)
        #expect(refusal(Say.reason) == "dispute-over")
    }

    @Test("the head or the assigning office decides, nobody else", arguments: Relation.allCases)
    func deciders(relation: Relation) throws {
        let life = try Life.at(.replied)
        var code: String?
        do throws(Refusal) { _ = try decided(.reject, .passCheck, life, as: relation) } catch { code = error.code }

        #expect(code == ([.head, .assigningOffice].contains(relation) ? nil : "not-yours"))
    }
}
