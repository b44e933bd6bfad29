/// Who holds a matter in a state.
package enum HolderRule: String, Sendable {
    case station, supervisorAtStation, assigningOffice, receivingOffice, leadHandler, officeAbove, petitionOffice
    case asLead, nobody

    package var chinese: String {
        switch self {
        case .station: "联络站（绕开本级的、本地无开放站点的由县级中心站）"
        case .supervisorAtStation: "督办代表（在联络站）"
        case .assigningOffice: "交办机关"
        case .receivingOffice: "接收提交的上一级机关"
        case .leadHandler: "主办单位"
        case .officeAbove: "上一级机关"
        case .petitionOffice: "信访部门"
        case .asLead: "同并入事项"
        case .nobody: "—"
        }
    }
}

/// What happens when the clock of a state runs out and nobody acted.
package enum SilenceRule: String, Sendable {
    case centralStation, head, officeAbove, countsAsAccepted, ladder, headReminds, closes, asLead, markOnly, nothing

    package var chinese: String {
        switch self {
        case .centralStation: "转上一级中心站"
        case .head: "转站长"
        case .officeAbove: "转上一级机关"
        case .countsAsAccepted: "视为接受并注明"
        case .ladder: "督办升一级"
        case .headReminds: "站长提醒"
        case .closes: "申请复核期满即办结"
        case .asLead: "同并入事项"
        case .markOnly: "只标超期"
        case .nothing: "—"
        }
    }
}

extension MatterState {
    package var holderRule: HolderRule {
        switch self {
        case .registered, .answeredOnSpot, .redirected, .rejected: .station
        case .accepted, .rated, .jointReview, .objected: .assigningOffice
        case .submittedUp: .receivingOffice
        case .assigned, .inHandling, .promised, .rework: .leadHandler
        case .replied, .answered: .supervisorAtStation
        case .contested: .officeAbove
        case .referred: .petitionOffice
        case .merged: .asLead
        case .withdrawn, .closed: .nobody
        }
    }

    /// The kinds of clock of which at least one runs in this state.
    package var mainClocks: [ClockKind] {
        switch self {
        case .registered: [.triage]
        case .answeredOnSpot: [.spotRevisit]
        case .accepted: [.assign]
        case .submittedUp: [.elevationDecision]
        case .assigned: [.handlerAccept]
        case .objected: [.objectionDecision]
        case .inHandling: [.handling]
        case .replied: [.replyCheck, .delivery]
        case .promised: [.promise]
        case .answered: [.revisit]
        case .rated: [.ratedDecision]
        case .rework: [.rework]
        case .jointReview: [.jointReview]
        case .contested: [.contestDecision]
        case .referred: [.referralDeadline, .referralReply]
        case .redirected, .rejected: [.redirectNotice, .contestWindow]
        case .merged: [.asLead, .delivery, .revisit]
        case .withdrawn, .closed: []
        }
    }

    /// The kinds that may run beside it.
    package var sideClocks: [ClockKind] {
        switch self {
        case .accepted, .submittedUp, .replied: [.reporterNotice, .supervisorDecline]
        case .assigned, .objected: [.handling, .coHandlerOpinion, .reporterNotice, .supervisorDecline]
        case .inHandling:
            [.stateDate, .statedDate, .extensionDecision, .coHandlerOpinion, .reporterNotice, .supervisorDecline]
        case .rework: [.stateDate, .statedDate, .extensionDecision, .supervisorDecline]
        case .promised, .answered, .rated, .jointReview: [.supervisorDecline]
        case .referred: [.referralNotice]
        case .registered, .answeredOnSpot, .contested, .redirected, .rejected, .merged, .withdrawn, .closed: []
        }
    }

    package var silenceRule: SilenceRule {
        switch self {
        case .registered: .centralStation
        case .answeredOnSpot, .replied, .answered: .head
        case .accepted, .submittedUp, .objected, .jointReview, .contested: .officeAbove
        case .assigned: .countsAsAccepted
        case .inHandling, .promised, .rework: .ladder
        case .rated: .markOnly
        case .referred: .headReminds
        case .redirected, .rejected: .head
        case .merged: .asLead
        case .withdrawn, .closed: .nothing
        }
    }
}
