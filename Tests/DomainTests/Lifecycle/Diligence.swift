@testable import Domain

/// Staff who do what is to be done, as far as they can be reached, for a reporter who says no more.
struct Diligence {
    var life: Life

    /// How many steps it took to the end; nil when there was none.
    mutating func finish() -> Int? {
        for step in 0..<150 {
            if life.matter.state.isFinal { return step }
            life.letTimeWork()
            life.leaveUnreachable()
            advance()
        }
        return nil
    }

    private mutating func advance() {
        switch life.matter.state {
        case .registered:
            attempt(Say.triage(), .head)
            attempt(.accept, .head)
        case .accepted, .submittedUp: assignOrElevate()
        case .assigned: attempt(.takeUp, .leadHandler)
        case .objected: reassign()
        case .inHandling, .promised, .rework: attempt(Say.reply(), .leadHandler)
        case .replied: passAndDeliver()
        case .answeredOnSpot, .answered: askInVain()
        case .rated:
            attempt(.close, .assigningOffice)
            attempt(.orderRework(reason: Say.reason), .assigningOffice)
            attempt(.conveneJointReview(plan: Say.reason), .assigningOffice)
        case .jointReview: attempt(.concludeJointReview(.explained, words: Say.done), .assigningOffice)
        case .contested: attempt(.decideContest(.uphold, reason: Say.reason), .assigningOffice)
        case .referred: seePetitionThrough()
        case .redirected, .rejected:
            attempt(.notify(.letter), .clerk)
            life.outlast(.contestWindow)
        case .merged: attempt(.unmerge(reason: Say.reason), .head)
        case .withdrawn, .closed: break
        }
    }

    private mutating func assignOrElevate() {
        if life.matter.supervisor == nil { attempt(Say.deputy(), .head) }
        attempt(Say.assign(handler), .assigningOffice)
        if life.matter.state != .assigned, let next = life.matter.level.next {
            attempt(.elevate(to: next, reason: Say.reason, skip: nil), .assigningOffice)
        }
    }

    private mutating func reassign() {
        if life.matter.supervisor == nil { attempt(Say.deputy(), .head) }
        attempt(.decideObjection(.reassign(handler), reason: Say.reason), .assigningOffice)
        if life.matter.state == .objected { life.outlast(.objectionDecision) }
    }

    /// The deputy stays silent: after that the head checks.
    private mutating func passAndDeliver() {
        if life.matter.answering.isReplyChecked { return attempt(.deliver(.visit, words: ""), .clerk) }
        attempt(.passCheck(note: ""), .head)
        if !life.matter.answering.isReplyChecked { life.outlast(.replyCheck) }
    }

    private mutating func askInVain() {
        attempt(Say.tried(life.today, .visit), .clerk)
        attempt(.close, .head)
        life.wait(days: 1)
    }

    private mutating func seePetitionThrough() {
        attempt(.notify(.letter), .clerk)
        attempt(.setReferralDeadline(life.today.adding(days: 60)), .clerk)
        attempt(.recordReferralReply(words: Say.reason), .clerk)
    }

    private var handler: OrganPlace {
        life.organ(LifecycleGround.handler(of: life.matter.assigningOffice ?? LifecycleGround.presidium))
    }

    private mutating func attempt(_ action: MatterAction, _ relation: Relation) {
        guard isReachable(relation), (try? life.act(action, as: relation)) != nil else { return }
    }

    private func isReachable(_ relation: Relation) -> Bool {
        switch relation {
        case .clerk, .head: !life.unreachable.contains(life.matter.station)
        case .assigningOffice: life.matter.assigningOffice.map { !life.unreachable.contains($0) } ?? false
        case .leadHandler: life.matter.handling.lead.map { !life.unreachable.contains($0) } ?? false
        default: false
        }
    }
}
