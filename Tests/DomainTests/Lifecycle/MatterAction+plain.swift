@testable import Domain

extension MatterAction {
    /// Each act once, well said.
    static func plain(_ act: Act) -> MatterAction {
        switch act {
        case .remark: .remark(Say.reason)
        case .withdraw: .withdraw(reason: "")
        case .contest: .contest(reason: Say.reason)
        case .rate: .rate(.satisfied, source: .ownHand, comment: "")
        case .support: .support
        case .reportRelapse: .reportRelapse(next: 77, words: Say.reason)
        case .triage: Say.triage()
        case .answerOnSpot: Say.onSpot()
        case .accept: .accept
        case .merge: .merge(into: lead, reason: Say.reason)
        case .unmerge: .unmerge(reason: Say.reason)
        case .refer: .refer(reason: Say.reason)
        case .redirect: Say.redirect
        case .reject: .reject(reason: Say.reason)
        case .notify: .notify(.phone)
        case .nameSupervisor: Say.deputy()
        case .declineSupervision: .declineSupervision(reason: Say.reason)
        case .elevate: .elevate(to: .county, reason: Say.reason, skip: nil)
        case .returnDown: .returnDown(reason: Say.reason)
        case .assign: Say.assign(LifecycleGround.organ(LifecycleGround.townGovernment))
        case .subAssign: .subAssign(to: LifecycleGround.organ(LifecycleGround.village), note: "")
        case .decideObjection: .decideObjection(.uphold, reason: Say.reason)
        case .decideExtension: .decideExtension(isGranted: true, reason: Say.reason)
        case .takeUp: .takeUp
        case .object: .object(reason: Say.reason)
        case .stateDate: .stateDate(Day(2026, 3, 5))
        case .askExtension: .askExtension(until: Day(2026, 5, 20), reason: Say.reason)
        case .reply: Say.reply()
        case .giveOpinion: .giveOpinion(words: Say.reason)
        case .seeReporter: .seeReporter(reason: Say.reason)
        case .passCheck: .passCheck(note: "")
        case .returnReply: .returnReply(reason: Say.reason)
        case .deliver: .deliver(.phone, words: Say.reason)
        case .revisit: Say.tried(Day(2026, 3, 2))
        case .orderRework: .orderRework(reason: Say.reason)
        case .conveneJointReview: .conveneJointReview(plan: Say.reason)
        case .concludeJointReview: .concludeJointReview(.newPlan, words: Say.done)
        case .decideContest: .decideContest(.takeUpAsCommon, reason: Say.reason)
        case .close: .close
        case .archive: .archive
        case .setReferralDeadline: .setReferralDeadline(Day(2026, 4, 2))
        case .recordReferralReply: .recordReferralReply(words: Say.reason)
        case .publish: .publish(title: "西街路灯修好了，晚上亮堂了", summary: Say.reason, answer: "")
        case .unpublish: .unpublish(reason: Say.reason)
        case .remind: .remind(.triage)
        case .markOverdue: .markOverdue(.triage)
        case .passSilence: .passSilence
        case .recompute: .recompute
        case .moveUnreachable: .moveUnreachable
        }
    }

    private static var lead: LeadMatter {
        var lead = try! Life(id: 2).matter
        lead.state = .accepted
        return LeadMatter(lead)
    }
}
