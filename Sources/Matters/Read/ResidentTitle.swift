import Domain
import Record

/// What happened, as a neighbour would say it; nil for what is between offices. It never says 受理, 交办, 承办, 办结 or
/// 归档.
struct ResidentTitle {
    let event: RecordedEvent
    let kind: MatterEvent
    let places: EventPlaces
    let isByReporter: Bool

    var text: String? {
        switch kind {
        case .registered: "您的意见记下了，由\(places.station(event, "station"))先看"
        // What staff note down for themselves is a remark too; what they heard from the reporter is hers.
        case .remarked: isByReporter ? "您补充了情况" : nil
        case .withdrawn: "您收回了这件事"
        case .contested: "您请上一级再看一次，由\(places.organ(event, "office"))重新看"
        case .rated: "您的评价：\(event.facts.code("grade").flatMap(Grade.init)?.chinese ?? "")"
        case .supported: "又有人说遇到了同样的事"
        case .relapsed: "您说问题又出现了，已经另外记下"
        case .answeredOnSpot: "当面给了您答复"
        case .accepted: "这件事收下了，\(places.organ(event, "office"))来定由谁去办"
        case .merged: "别人也反映过同样的事，合在一起办，结果会单独告诉您"
        case .unmerged: "这件事改为单独办，重新看该由谁来办"
        case .referred: "这件事属于信访事项，已经转给\(places.organ(event, "petition-office"))"
        case .redirected: "这件事要到别处去办，去处写在下面"
        case .rejected: "这件事联络站不能办，理由写在下面"
        case .notified: "把进展告诉了您（\(places.channel(event))）"
        case .supervisorNamed: "请\(places.deputy(event, "supervisor"))代表盯着这件事"
        case .submittedUp: "这件事要由上一级来定，已经报到\(places.organ(event, "office"))"
        case .returnedDown: "上一级看过，交回\(places.organ(event, "office"))来定由谁去办"
        case .assigned, .subAssigned: "交给\(places.organ(event, "handler"))去办"
        case .objectionDecided: isReassigned ? "定下由\(places.organ(event, "handler"))去办" : "定下还由原来的单位去办"
        case .extensionDecided: isYes("granted") ? "需要更长时间，最迟\(places.date(event, "until"))给出结果" : nil
        case .takenUp: "\(handler)开始办了"
        case .objected: "原来的单位认为不归它办，\(places.organ(event, "office"))来定由谁去办"
        case .dateStated: "\(handler)答应\(places.date(event, "stated"))前办好"
        case .replied: "\(handler)写了答复，正在核对"
        case .contactSeen: "\(handler)为了办这件事，看了您的联系方式"
        case .replyReturned: "答复不够清楚，退给办事的单位重新写"
        case .delivered: "把答复告诉了您（\(places.channel(event))）"
        case .revisited: isYes("reached") ? "联系您，问了您满意不满意" : "联系您，没有联系上"
        case .reworkOrdered: "您不满意，要求重新办"
        case .jointReviewConvened: "请有关方面坐到一起商量怎么解决"
        case .jointReviewConcluded: event.facts.code("result") == "newPlan" ? "商量好了新的办法" : "商量后的说明写在下面"
        case .contestDecided: isYes("taken-up") ? "上一级看过，这件事要办" : "上一级看过，维持原来的决定，理由写在下面"
        case .closed: "这件事了结了"
        case .referralDeadlineSet: "信访部门说最迟\(places.date(event, "deadline"))答复您"
        case .referralReplied: "信访部门的答复写在下面"
        case .slipReissued: "给您补发了回执，原来的查询码不能用了"
        case .published: "把审核过的摘要公开了，没有您的姓名和电话"
        case .unpublished: "公开的摘要撤下了"
        case .overdue: mainClockRanOut ? "到了日子还没有做完，已经记下并催办" : nil
        case .silencePassed: moved
        case .recomputed: places.day(event, "due").map { _ in "日子按放假安排改到\(places.date(event, "due"))" }
        case .holderMoved: "原来的单位联系不上，转给上一级"
        case .triaged, .followed, .supervisionDeclined, .extensionAsked, .opinionGiven, .replyChecked, .archived,
            .reminded, .rightEnded, .disputed, .disputeDecided:
            nil
        }
    }

    /// Its name stands before the sentence, unless somebody else wrote it down.
    private var handler: String { event.author.organ == nil || event.author.onBehalf != nil ? "办事的单位" : "" }

    private func isYes(_ key: String) -> Bool { event.facts.integer(key) == 1 }

    private var isReassigned: Bool { event.facts.code("decision") == "reassigned" }

    /// Clocks beside the state's own one are between offices, but for the day that she was told.
    private var mainClockRanOut: Bool {
        guard let kind = event.facts.code("clock").flatMap(ClockKind.init),
            let state = event.before.flatMap(MatterState.init)
        else { return false }
        return state.mainClocks.contains(kind) || kind == .statedDate
    }

    private var moved: String? {
        switch event.facts.code("silence").flatMap(SilenceRule.init) {
        case .centralStation, .officeAbove: "一直没有人处理，转给上一级"
        case .head: "一直没有人处理，转给站长"
        case .ladder: "到期没有办好，上一级来督促"
        case .closes: "可以请上一级再看的日子已过"
        case .countsAsAccepted, .headReminds, .asLead, .markOnly, .nothing, nil: nil
        }
    }
}
