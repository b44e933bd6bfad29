/// Every sentence with which the rules say no, each with how to put it right.
extension Refusal {
    /// Somebody else has to do it.
    package static func notYours(_ act: Act) -> Refusal {
        Refusal(.forbidden, code: "not-yours", "这一步不由您来做，请联系页面上写明的经办单位。")
    }

    /// Not in this state.
    package static func notNow(_ act: Act, _ state: MatterState) -> Refusal {
        Refusal(.conflict, code: "not-now", "这件事现在是“\(StateWords.label(state))”，不能做这一步；请刷新页面看下一步该做什么。")
    }

    static func tooShort(_ code: String, _ what: String, _ least: Int) -> Refusal {
        Refusal(.conflict, code: code, "\(what)太短，请写清楚，至少 \(least) 个字。")
    }

    static let noTriage = Refusal(.conflict, code: "no-triage", "还没有分析结果，请先填写分析，再做这一步。")
    static let personal = Refusal(.conflict, code: "personal", "联络站只受理共性问题；个人事项请当场答复、转信访部门或告知其他渠道。")
    static let personalContest = Refusal(
        .conflict, code: "personal", "原来分为个人事项，联络站只受理共性问题；复核认为是共性问题的，请选“属于共性问题，应当受理”。")
    static let noSupervisor = Refusal(.conflict, code: "no-supervisor", "还没有确定督办代表，请站长先确定督办代表再交办。")
    static let noReachableOffice = Refusal(
        .conflict, code: "no-reachable-office", "上面没有能联系到人的机关，请先在机构里登记可以联系到的工作人员。")
    static let noOpenPlace = Refusal(
        .conflict, code: "no-open-place", "这个地方和上级暂时都没有能联系到人的联络站，请拨打页面下方的电话反映。")
    static let unreachable = Refusal(
        .conflict, code: "unreachable-handler", "这个单位没有能联系到的人，请先登记它的联系人或改交别的单位。")
    static let wrongHandler = Refusal(
        .conflict, code: "wrong-handler", "这个单位不归本机关交办：乡镇交本级政府，街道交街道办事处，县以上交本级政府及其部门。")
    static let skipping = Refusal(
        .conflict, code: "skips-level", "应当逐级提交；越级须注明紧急或利害关系，并写明理由。")
    static let noLowerOffice = Refusal(.conflict, code: "no-lower-office", "下面没有可以退回、又能联系到人的机关，请在本级办理。")
    static let notHigher = Refusal(.conflict, code: "not-higher", "只能提交到更高一级。")
    static let ledBySupervisor = Refusal(
        .conflict, code: "conflict-of-interest", "督办代表是有关单位的负责人、当事人或其亲属，应当回避，请另选一位。")
    static let notOfStation = Refusal(.conflict, code: "not-of-station", "这位代表不在本站，请从本站代表中选。")
    static let declineOver = Refusal(.conflict, code: "decline-over", "推辞的期限已过；确有困难请站长另行确定督办代表。")
    static let noConsent = Refusal(
        .conflict, code: "no-consent", "当场答复要本人同意到此为止；本人不同意的，请按程序受理。")
    static let mergedLead = Refusal(
        .conflict, code: "bad-lead", "不能并入这一件：它已办完、已并入别的事项、转了信访，或者就是这一件本身。")
    static let noAddress = Refusal(.conflict, code: "no-address", "请写明去哪里、地址、电话和要带的材料。")
    static let contestOver = Refusal(.conflict, code: "contest-over", "申请复核的机会已经用过或期限已过；有新情况请点“又出现了”。")
    static let noticeGiven = Refusal(.conflict, code: "notice-given", "已经告知过了，不用再告知。")
    static let noNotice = Refusal(.conflict, code: "no-notice", "还没有书面告知本人，请先告知。")
    static let datePast = Refusal(.conflict, code: "date-past", "日期不能早于今天。")
    static let dateTooLate = Refusal(.conflict, code: "date-too-late", "日期超过了允许的最后一天；需要更长时间请先申请延期。")
    static let dateStated = Refusal(.conflict, code: "date-stated", "承诺日期已经明确；要改须先申请延期并获同意。")
    static let notLonger = Refusal(.conflict, code: "not-longer", "延期的日期要晚于今天和现在的期限。")
    static let extensionAsked = Refusal(.conflict, code: "extension-asked", "延期只能申请一次。")
    static let noExtension = Refusal(.conflict, code: "no-extension", "没有等待决定的延期申请。")
    static let beyondPetitionCap = Refusal(
        .conflict, code: "beyond-petition-cap", "信访事项自受理起 60 日内办结，延期不超过 30 日，期限不能再晚。")
    static let beyondCap = Refusal(.conflict, code: "beyond-cap", "延期后也不得超过法定最长期限。")
    static let noPromise = Refusal(.conflict, code: "no-promise", "正在解决或列入计划的，请写明承诺哪一天办到。")
    static let promiseTooFar = Refusal(.conflict, code: "promise-too-far", "承诺的日期太远，最多五年；办不到的请选“确实不能解决”，写明理由和依据。")
    static let noSigner = Refusal(.conflict, code: "no-signer", "请写明签发人。")
    static let notChecked = Refusal(.conflict, code: "not-checked", "督办代表还没有审核这份答复，请先审核。")
    static let checked = Refusal(.conflict, code: "checked", "这份答复已经审核通过。")
    static let returnedOnce = Refusal(.conflict, code: "returned-once", "已经退回过一次；仍不满意的，由群众评价后重办。")
    static let notDelivered = Refusal(.conflict, code: "not-delivered", "还没有把这件事自己的答复告诉本人，请先告知。")
    static let leadNotAnswered = Refusal(.conflict, code: "lead-not-answered", "并入的那一件还没有答复，暂时没有可以告知的答复。")
    static let notYet = Refusal(.conflict, code: "not-yet", "回访的日期不能晚于今天。")
    static let tryTooEarly = Refusal(
        .conflict, code: "try-too-early", "回访的日期不能早于这一轮回访开始的那一天；答复之前的联系不算回访。")
    static let triedToday = Refusal(.conflict, code: "tried-today", "同一天已经用这个方式联系过，请换一天或换一种方式。")
    static let notRevisited = Refusal(
        .conflict, code: "not-revisited", "没有群众的评价，也没有在不同日子多次回访未果的记录，不能办结；没有留电话的，其中一次要上门或换一种方式。")
    static let dissatisfied = Refusal(.conflict, code: "dissatisfied", "群众不满意，不能办结，请重办或会商。")
    static let notDissatisfied = Refusal(.conflict, code: "not-dissatisfied", "群众没有表示不满意，不需要重办或会商。")
    static let reworkedOnce = Refusal(.conflict, code: "reworked-once", "已经重办过一次或没有承办单位，请召开会商。")
    static let reworkFirst = Refusal(.conflict, code: "rework-first", "第一次不满意先重办，第二次不满意再会商。")
    static let noHandler = Refusal(
        .conflict, code: "no-handler", "这件事没有承办单位，定不了新的办理方案；请说明理由，本人可以申请复核一次。")
    static let archiveEarly = Refusal(.conflict, code: "archive-early", "还没到归档日期。")
    static let noDeadline = Refusal(.conflict, code: "no-deadline", "请先登记信访部门确定的期限。")
    static let ownSource = Refusal(.forbidden, code: "rating-source", "评价来源与您的身份不符；承办单位的人不能代填评价。")
    static let notPublic = Refusal(.conflict, code: "not-public", "这件事没有公开，不能附议。")
    static let mayNotBePublic = Refusal(.conflict, code: "may-not-be-public", "信访事项、个人事项和反映本地的人或单位的事项不公开。")
    static let keptSecret = Refusal(.conflict, code: "kept-secret", "这件事已经标明不能公开，要先由站长取消这个标记。")
    static let headOnly = Refusal(.conflict, code: "supervisor-first", "现在由督办代表审核；代表到期没有审核的，由站长审核。")
    static let stillReachable = Refusal(.conflict, code: "still-reachable", "现在的经办单位可以联系到。")
    static let notDueYet = Refusal(.conflict, code: "not-due", "期限还没有到。")
    static let notPublished = Refusal(.conflict, code: "not-published", "没有公开，不用撤回。")
}
