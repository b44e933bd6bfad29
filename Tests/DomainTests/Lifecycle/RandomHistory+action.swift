@testable import Domain

extension RandomHistory {
    /// The act with words, days, organs and grades as they may come.
    mutating func action(_ act: Act, on life: Life) -> MatterAction {
        switch act {
        case .rate: .rate(pick(Grade.allCases), source: pick(RatingSource.allCases), comment: "")
        case .triage: Say.triage(pick([.common, .common, .personal]), pick(TriageRoute.allCases))
        case .answerOnSpot: Say.onSpot(pick([.common, .personal]))
        case .merge: .merge(into: LeadMatter(pick(lives).matter), reason: Say.reason)
        case .nameSupervisor: Say.deputy(pick([LifecycleGround.deputy, LifecycleGround.otherDeputy]))
        case .elevate:
            .elevate(to: pick(Level.allCases), reason: Say.reason, skip: numbers.oneIn(3) ? .emergency : nil)
        case .assign: .assign(assignment(on: life))
        case .subAssign:
            .subAssign(
                to: life.organ(
                    pick([LifecycleGround.village, LifecycleGround.waterBureau, LifecycleGround.cityOffice])),
                note: "")
        case .decideObjection:
            .decideObjection(numbers.oneIn(2) ? .uphold : .reassign(handler(on: life)), reason: Say.reason)
        case .decideExtension: .decideExtension(isGranted: numbers.oneIn(2), reason: Say.reason)
        case .stateDate: .stateDate(life.today.adding(days: Int.random(in: 0...40, using: &numbers)))
        case .askExtension:
            .askExtension(until: life.today.adding(days: Int.random(in: 1...90, using: &numbers)), reason: Say.reason)
        case .reply:
            Say.reply(
                pick(Outcome.allCases), promised: life.today.adding(days: Int.random(in: 1...60, using: &numbers)))
        case .giveOpinion: .giveOpinion(words: Say.reason, organ: life.matter.handling.coHandlers.last)
        case .revisit:
            Say.tried(
                life.today.adding(days: -Int.random(in: 0...2, using: &numbers)), pick(Channel.allCases),
                reached: numbers.oneIn(3))
        case .concludeJointReview: .concludeJointReview(pick(JointReviewResult.allCases), words: Say.done)
        case .decideContest:
            .decideContest(ContestDecision.allCases.randomElement(using: &numbers)!, reason: Say.reason)
        case .setReferralDeadline:
            .setReferralDeadline(life.today.adding(days: Int.random(in: 0...40, using: &numbers)))
        case .remind: .remind(pick(ClockKind.allCases))
        case .markOverdue: .markOverdue(pick(ClockKind.allCases))
        case .remark, .withdraw, .contest, .support, .reportRelapse, .accept, .unmerge, .refer, .redirect, .reject,
            .notify, .declineSupervision, .returnDown, .takeUp, .object, .seeReporter, .passCheck, .returnReply,
            .deliver, .orderRework, .conveneJointReview, .close, .archive, .recordReferralReply, .publish, .unpublish,
            .passSilence, .recompute, .moveUnreachable:
            .plain(act)
        }
    }

    private mutating func assignment(on life: Life) -> Assignment {
        let others = numbers.oneIn(3) ? [life.organ(LifecycleGround.transportBureau)] : []
        return Assignment(lead: handler(on: life), coHandlers: others, isWide: numbers.oneIn(3))
    }

    /// Mostly one that the office may assign to.
    private mutating func handler(on life: Life) -> OrganPlace {
        if numbers.oneIn(5) { return life.organ(pick(LifecycleGround.organs).id) }
        return life.organ(LifecycleGround.handler(of: life.matter.assigningOffice ?? LifecycleGround.presidium))
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item { items.randomElement(using: &numbers)! }
}
