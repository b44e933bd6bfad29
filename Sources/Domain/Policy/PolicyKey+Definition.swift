extension PolicyKey {
    /// The one table of titles, defaults, bounds and who may override.
    var definition: PolicyDefinition {
        switch self {
        case .triage: .clock("登记后作出分析处理的时限", .workingDays(5))
        case .spotRevisit: .clock("当场答复后回访的时限", .workingDays(10))
        case .assign: .clock("受理后交办或提交上级的时限", .workingDays(5))
        case .reporterNotice: .clock("受理后告知群众的时限", .workingDays(5), upTo: 15)
        case .reporterNoticeCap: .legalClock("告知群众的最长时限", .calendarDays(15), source: "信访工作条例 23")
        case .elevationDecision: .clock("上级对提交事项作出决定的时限", .workingDays(5))
        case .handlerAccept: .clock("承办单位接收或申请退回的时限", .workingDays(5))
        case .objectionDecision: .clock("对退回申请作出决定的时限", .workingDays(5))
        case .handleTownship: .clock("乡镇（街道）承办的时限", .workingDays(15))
        case .handleCounty: .clock("县级以上承办的时限", .workingDays(30))
        case .handleCap: .legalClock("办理的最长时限", .months(3), source: "代表法 51")
        case .handleCapWide: .legalClock("涉及面广、难度大事项办理的最长时限", .months(6), source: "代表法 51")
        case .stateDate: .clock("承办单位明确办结日期的时限", .workingDays(5))
        case .extensionDecision: .clock("对延期申请作出决定的时限", .workingDays(2))
        case .replyCheck: .clock("督办代表审核答复的时限", .workingDays(5))
        case .delivery: .clock("审核后答复群众的时限", .workingDays(5))
        case .revisit: .clock("答复群众后回访的时限", .workingDays(10))
        case .ratedDecision: .clock("评价后办结或重办的决定时限", .workingDays(2))
        case .rework: .clock("重办的时限", .months(1))
        case .jointReview: .clock("会商的时限", .workingDays(20))
        case .contestDecision: .clock("上级复核的时限", .workingDays(5))
        case .contestWindow: .clock("群众可以提出异议的期限", .calendarDays(30))
        case .referralNotice: .legalClock("转信访事项书面告知的时限", .calendarDays(15), source: "信访工作条例 23")
        // 60 days and one extension of 30.
        case .referralCap: .legalClock("信访事项办理的最长时限", .calendarDays(90), source: "信访工作条例 34")
        case .redirectNotice: .clock("指引其他渠道或不予受理的告知时限", .workingDays(5), upTo: 15)
        case .archive: .clock("办结后归档的期限", .calendarDays(30))
        case .supervisorDecline: .clock("督办代表可以推辞的期限", .workingDays(3))
        case .coHandlerOpinion: .clock("协办单位提出意见的时限", .months(1))

        case .remindBefore: .number("到期前提醒", 5, "个工作日", 1...20)
        case .ladderYellow: .number("超期亮黄牌", 1, "天", 1...30)
        case .ladderRed: .number("超期亮红牌", 10, "个工作日", 2...60)
        case .reachableSignIn: .number("视为可以联系到的最近登录期限", 60, "天", 7...180)

        case .reasonMinimum: .number("理由最少字数", 10, "字", 1...200)
        case .replyMinimum: .number("办理答复最少字数", 20, "字", 1...500)
        case .opinionLimit: .number("意见最多字数", 10_000, "字", 500...10_000, lowest: .province)
        case .failedTries: .number("回访无人应答可以办结的次数", 2, "次", 2...5)
        case .rankingShown: .flag("显示履职积分排名", false, lowest: .county, source: "国办函〔2026〕12号")

        case .lockFailures: .number("登录失败锁定次数", 5, "次", 3...10, lowest: .province, source: "GB/T 22239-2019")
        case .lockMinutes: .number("登录锁定时长", 15, "分钟", 5...120, lowest: .province, source: "GB/T 22239-2019")
        case .sessionIdleMinutes: .number("工作人员无操作退出", 15, "分钟", 5...60, source: "GB/T 22239-2019")
        case .sessionHours: .number("一次登录最长时间", 12, "小时", 1...24, source: "GB/T 22239-2019")
        case .opinionsPerHour: .number("同一浏览器每小时提交意见上限", 20, "件", 1...1000, lowest: .province)
        case .codeTriesPerHour: .number("每小时输入查询码上限", 10, "次", 3...100, lowest: .province)
        case .slipSearchesPerHour: .number("每人每小时找回执上限", 20, "次", 3...200, lowest: .province)
        case .slipPrintingDays: .number("成册纸条可以重打的期限", 7, "天", 1...30, lowest: .province)
        case .idempotencyDays: .number("重复提交识别期限", 7, "天", 1...30, lowest: .province)

        case .outcomeA: .label("A 类答复的名称", "已解决或基本解决")
        case .outcomeB: .label("B 类答复的名称", "正在解决或列入计划")
        case .outcomeC: .label("C 类答复的名称", "因条件限制暂不能解决")
        case .outcomeD: .label("D 类答复的名称", "留作参考")
        }
    }
}
