import Domain
import Record

/// What happened, in the words of offices.
struct EventTitle {
    let event: RecordedEvent
    let kind: MatterEvent
    let places: EventPlaces

    var text: String {
        switch kind {
        case .registered: "登记（\(places.channel(event))\(said)）"
        case .remarked: "补充情况"
        case .withdrawn: "撤回"
        case .contested: "申请复核"
        case .rated: rating
        case .supported: "有人附议"
        case .relapsed: "群众反映问题又出现，已另行登记"
        case .triaged: triage
        case .answeredOnSpot: "当场答复"
        case .accepted: "受理，由\(places.organ(event, "office"))交办或提交"
        case .merged: "并案办理"
        case .unmerged: "撤销并案，重新分析"
        case .followed: "随并入事项变动"
        case .referred: "转\(places.organ(event, "petition-office"))"
        case .redirected: "告知其他渠道"
        case .rejected: "不予受理"
        case .notified: "告知本人（\(places.channel(event))）"
        case .supervisorNamed: "确定督办代表：\(places.deputy(event, "supervisor"))"
        case .supervisionDeclined: "督办代表推辞"
        case .submittedUp: "提交\(places.organ(event, "office"))" + skipped
        case .returnedDown: "退回\(places.organ(event, "office"))"
        case .assigned: "交办给\(places.organ(event, "handler"))"
        case .subAssigned: "分办给\(places.organ(event, "handler"))"
        case .objectionDecided: isReassigned ? "改交\(places.organ(event, "handler"))" : "维持原承办单位"
        case .extensionDecided: isYes("granted") ? "同意延期到\(places.date(event, "until"))" : "不同意延期"
        case .takenUp: "接收办理"
        case .objected: "申请退回，由\(places.organ(event, "office"))决定"
        case .dateStated: "承诺\(places.date(event, "stated"))前办结"
        case .extensionAsked: "申请延期到\(places.date(event, "until"))"
        case .replied: "提交办理答复" + outcome
        case .opinionGiven: "\(places.organ(event, "co-handler"))提出协办意见"
        case .contactSeen: "因办理需要查看反映人联系方式"
        case .replyChecked: "审核通过答复"
        case .replyReturned: "退回答复"
        case .delivered: "答复群众（\(places.channel(event))）"
        case .revisited: "回访（\(places.channel(event))，\(isYes("reached") ? "联系上" : "未联系上")）"
        case .reworkOrdered: "要求重办"
        case .jointReviewConvened: "召开会商"
        case .jointReviewConcluded: event.facts.code("result") == "newPlan" ? "会商确定新的办理方案" : "会商后说明"
        case .contestDecided: isYes("taken-up") ? "复核改为受理" : "复核维持"
        case .closed: "办结" + closure
        case .archived: "归档"
        case .referralDeadlineSet: "信访部门确定期限：\(places.date(event, "deadline"))"
        case .referralReplied: "信访部门答复"
        case .published: "公开摘要"
        case .unpublished: "撤下公开的摘要"
        case .slipReissued: "补发回执（\(identity)）"
        case .disputed: "对代办的“\(disputedAct)”提出异议"
        case .disputeDecided: (isYes("upheld") ? "异议成立：“" : "异议不成立：“") + disputedAct + "”"
        case .reminded: "提醒“\(clock)”临近期限（\(places.date(event, "due"))）"
        case .overdue: "“\(clock)”超过期限（应于\(places.date(event, "due"))前）"
        case .rightEnded: "“\(clock)”已过"
        case .silencePassed: silence
        case .recomputed: "按放假安排或新的规定重新核定期限"
        case .holderMoved: "原经办单位联系不上，改由上一级经办"
        }
    }

    /// On a slip out of a book the words were written before they were registered.
    private var said: String {
        places.day(event, "said").map { _ in "，\(places.date(event, "said"))写在纸条上" } ?? ""
    }

    private var identity: String {
        event.facts.code("identity").flatMap(IdentityCheck.init)?.chinese ?? "核对了本人"
    }

    private func isYes(_ key: String) -> Bool { event.facts.integer(key) == 1 }

    private var isReassigned: Bool { event.facts.code("decision") == "reassigned" }

    private var disputedAct: String {
        event.facts.code("act").flatMap { Act(rawValue: $0) }.map { ActWords($0).title } ?? "这一步"
    }

    private var clock: String {
        event.facts.code("clock").flatMap(ClockKind.init)?.chinese ?? "时限"
    }

    private var rating: String {
        let grade = event.facts.code("grade").flatMap(Grade.init)?.chinese ?? ""
        let source = event.facts.code("source").flatMap(RatingSource.init)?.chinese ?? ""
        return "评价：\(grade)（\(source)）"
    }

    private var triage: String {
        let route = event.facts.code("route").flatMap(TriageRoute.init)?.chinese ?? ""
        return (isYes("confirmed") ? "确认分析：" : "分析：") + route
    }

    private var skipped: String {
        switch event.facts.code("skip").flatMap(SkipGround.init) {
        case .emergency: "（情况紧急，越级）"
        case .conflictOfInterest: "（须回避，越级）"
        case nil: ""
        }
    }

    private var outcome: String {
        event.facts.code("outcome").flatMap(Outcome.init).map { "（\($0.letter) 类：\($0.chinese)）" } ?? ""
    }

    private var closure: String {
        event.facts.code("closure").flatMap(Closure.init).map { "（\($0.chinese)）" } ?? ""
    }

    private var silence: String {
        let rule = event.facts.code("silence").flatMap(SilenceRule.init)?.chinese ?? ""
        return "“\(clock)”到期无人处理：\(rule)"
    }
}
