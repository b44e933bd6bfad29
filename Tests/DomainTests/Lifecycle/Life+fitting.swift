@testable import Domain

extension Life {
    /// A matter in a state, arranged so that nothing but the table of who may do what when could refuse the act, with
    /// the act as that person would do it.
    static func fitting(_ act: Act, in state: MatterState, as relation: Relation) throws -> (Life, MatterAction) {
        var life = try Life.at(state)
        if state == .merged, [.deliver, .moveUnreachable].contains(act) { life.leadWasAnswered() }
        if state == .merged, [.rate, .revisit, .close, .passSilence].contains(act) {
            life.leadWasAnswered()
            try life.act(.deliver(.phone, words: Say.reason), as: .clerk)
        }
        let action = try life.prepare(act, as: relation)
        return (life, action)
    }

    mutating func leadWasAnswered() {
        var lead = LeadMatter(matter)
        lead.state = .answered
        lead.holder = .station(LifecycleGround.townStation)
        if let change = matter.following(lead, under: rules, at: now) { matter = change.matter }
    }

    /// Makes the matter ready for an act and says the act.
    private mutating func prepare(_ act: Act, as relation: Relation) throws -> MatterAction {
        switch act {
        case .remark: return .remark("第三盏也不亮了")
        case .withdraw: return .withdraw(reason: "")
        case .contest:
            if matter.state == .closed { matter.closure = .explained }
            return .contest(reason: Say.reason)
        case .rate: return .rate(.satisfied, source: source(for: relation), comment: "")
        case .support:
            matter.isPublished = true
            return .support
        case .reportRelapse: return .reportRelapse(next: 77, words: "又不亮了")
        case .triage, .answerOnSpot, .accept, .merge, .refer, .redirect, .reject, .unmerge:
            return try prepareIntake(act)
        case .notify:
            start(noticeClock)
            return .notify(.phone)
        case .nameSupervisor: return Say.deputy(LifecycleGround.otherDeputy)
        case .declineSupervision:
            matter.supervisor = LifecycleGround.deputy
            start(.supervisorDecline)
            return .declineSupervision(reason: Say.reason)
        case .elevate, .returnDown, .assign, .subAssign, .decideObjection, .decideExtension:
            return prepareOffice(act)
        case .takeUp, .object, .stateDate, .askExtension, .reply, .giveOpinion, .seeReporter:
            return prepareHandler(act)
        case .passCheck, .returnReply, .deliver, .revisit: return prepareAnswer(act, as: relation)
        case .orderRework, .conveneJointReview, .concludeJointReview, .decideContest, .close, .archive,
            .setReferralDeadline, .recordReferralReply, .publish, .unpublish:
            return prepareEnd(act)
        case .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable: return prepareTime(act)
        }
    }

    private mutating func prepareIntake(_ act: Act) throws -> MatterAction {
        if matter.state == .registered { try self.act(Say.triage(), as: .head) }
        return switch act {
        case .answerOnSpot: Say.onSpot()
        case .accept: .accept
        case .merge: try Life.merger()
        case .refer: .refer(reason: Say.reason)
        case .redirect: Say.redirect
        case .reject: .reject(reason: Say.reason)
        case .unmerge: .unmerge(reason: Say.reason)
        default: Say.triage()
        }
    }

    private mutating func prepareOffice(_ act: Act) -> MatterAction {
        switch act {
        case .elevate: return .elevate(to: matter.level.next ?? .province, reason: Say.reason, skip: nil)
        case .returnDown:
            matter.level = .county
            matter.assigningOffice = LifecycleGround.countyCommittee
            return .returnDown(reason: Say.reason)
        case .assign:
            matter.supervisor = LifecycleGround.deputy
            return Say.assign(organ(LifecycleGround.handler(of: matter.assigningOffice ?? LifecycleGround.presidium)))
        case .subAssign: return .subAssign(to: organ(LifecycleGround.village), note: "")
        case .decideObjection: return .decideObjection(.uphold, reason: Say.reason)
        default:
            matter.handling.extension = .asked(until: today.adding(days: 50))
            return .decideExtension(isGranted: true, reason: Say.reason)
        }
    }

    private mutating func prepareHandler(_ act: Act) -> MatterAction {
        switch act {
        case .takeUp: return .takeUp
        case .object: return .object(reason: Say.reason)
        case .stateDate: return .stateDate(today.adding(days: 3))
        case .askExtension: return .askExtension(until: today.adding(days: 50), reason: Say.reason)
        case .reply: return Say.reply()
        case .giveOpinion:
            matter.handling.coHandlers = [LifecycleGround.village]
            start(.coHandlerOpinion, organ: LifecycleGround.village)
            return .giveOpinion(words: Say.reason, organ: LifecycleGround.village)
        default: return .seeReporter(reason: Say.reason)
        }
    }

    private mutating func prepareAnswer(_ act: Act, as relation: Relation) -> MatterAction {
        if relation == .head { matter.onDuty = .head }
        if relation == .clerk { matter.supervisor = LifecycleGround.deputy }
        switch act {
        case .passCheck: return .passCheck(note: "")
        case .returnReply: return .returnReply(reason: Say.reason)
        case .deliver:
            matter.answering.isReplyChecked = true
            return .deliver(.phone, words: Say.reason)
        default: return Say.tried(today, reached: true)
        }
    }

    private mutating func prepareEnd(_ act: Act) -> MatterAction {
        switch act {
        case .orderRework: return .orderRework(reason: Say.reason)
        case .conveneJointReview:
            matter.handling.reworks = 1
            return .conveneJointReview(plan: Say.reason)
        case .concludeJointReview: return .concludeJointReview(.explained, words: Say.done)
        case .decideContest: return .decideContest(.takeUpAsCommon, reason: Say.reason)
        case .close:
            prepareClosing()
            return .close
        case .archive:
            wait(days: 60)
            return .archive
        case .setReferralDeadline: return .setReferralDeadline(today.adding(days: 30))
        case .recordReferralReply:
            matter.clocks.removeAll { $0.kind == .referralNotice }
            start(.referralReply)
            return .recordReferralReply(words: Say.reason)
        case .publish:
            matter.triage =
                matter.triage
                ?? Triage(
                    route: .accept, commonality: .common, category: .urban, power: .township, isConfirmed: true)
            matter.triage?.commonality = .common
            return .publish(title: "西街路灯修好了，晚上亮堂了", summary: Say.reason, answer: "")
        default:
            matter.isPublished = true
            return .unpublish(reason: Say.reason)
        }
    }

    private mutating func prepareClosing() {
        switch matter.state {
        case .rated: matter.answering.grade = .satisfied
        case .redirected, .rejected:
            matter.clocks = []
            start(.contestWindow)
            outlast(.contestWindow)
        default:
            matter.answering.tries = [
                RevisitTry(day: today.adding(days: -2), channel: .phone, wasReached: false),
                RevisitTry(day: today.adding(days: -1), channel: .phone, wasReached: false),
            ]
        }
    }

    private mutating func prepareTime(_ act: Act) -> MatterAction {
        let kind = matter.mainClock?.kind ?? .triage
        switch act {
        case .remind: return .remind(kind)
        case .markOverdue:
            outlast(kind)
            return .markOverdue(kind)
        case .passSilence:
            outlast(kind)
            return .passSilence
        case .recompute: return .recompute
        default:
            if let holder = matter.holder { unreachable.insert(holder.station ?? holder.organ ?? 0) }
            return .moveUnreachable
        }
    }

    private func source(for relation: Relation) -> RatingSource {
        switch relation {
        case .reporter: .ownHand
        case .assigningOffice, .officeAbove: .callBack
        default: .toldToStaff
        }
    }

    private var noticeClock: ClockKind {
        switch matter.state {
        case .referred: .referralNotice
        case .redirected, .rejected: .redirectNotice
        default: .reporterNotice
        }
    }

    /// A clock of the kind from today on, in place of any other of it.
    mutating func start(_ kind: ClockKind, organ: OrganID? = nil) {
        matter.clocks.removeAll { $0.kind == kind && $0.organ == organ }
        let deadline = calendar.deadline(.workingDays(5), from: today)
        matter.clocks.append(Clock(kind, deadline, policy: kind.limit.policies.first, organ: organ))
    }
}
