import Domain

/// What a form is called, what its button says, and what the page says afterwards.
struct ActWords {
    let title: String
    let button: String
    let done: String

    private init(_ title: String, _ button: String, _ done: String) {
        self.title = title
        self.button = button
        self.done = done
    }

    /// The words of an organ that assigns are its own: a presidium 交办, a street committee 转交.
    init(_ act: Act, office: Wording? = nil) {
        let verb = office?.assignVerb ?? "交办"
        switch act {
        case .remark: self.init("补充情况", "记下补充的情况", "补充的情况已经记下。")
        case .withdraw: self.init("本人要求撤回", "登记撤回", "已经按本人的意思撤回，记录保留。")
        case .contest: self.init("本人申请复核", "登记复核申请", "复核申请已经登记，由上一级复核。")
        case .rate: self.init("登记群众评价", "登记评价", "评价已经登记。")
        case .support: self.init("附议", "我也附议", "附议已经登记。")
        case .reportRelapse: self.init("问题又出现了", "登记为新的一件", "已经登记为新的一件，并与这一件互相注明。")
        case .triage: self.init("分析", "提交分析意见", "分析意见已经提交。")
        case .answerOnSpot: self.init("当场答复", "登记当场答复", "当场答复已经登记。")
        case .accept: self.init("受理", "受理", "已经受理。")
        case .merge: self.init("并入另一件", "并案", "已经并案，办好后仍要单独答复这位群众。")
        case .unmerge: self.init("取消并案", "取消并案", "已经取消并案，请重新分析。")
        case .refer: self.init("转信访部门", "转信访部门", "已经转信访部门，请在期限内书面告知本人。")
        case .redirect: self.init("告知其他渠道", "登记告知内容", "告知内容已经登记，请书面告知本人。")
        case .reject: self.init("不予受理", "不予受理", "已经登记不予受理，请把理由书面告知本人。")
        case .notify: self.init("告知本人", "登记已经告知", "已经登记告知。")
        case .nameSupervisor: self.init("确定督办代表", "确定督办代表", "督办代表已经确定。")
        case .declineSupervision: self.init("推辞督办", "推辞督办", "已经推辞，由站长另行确定。")
        case .elevate: self.init("提交上级", "提交上级", "已经提交上级。")
        case .returnDown: self.init("退回下级办理", "退回下级", "已经退回下级办理。")
        case .assign: self.init(office?.assignPhrase ?? verb, verb, "已经\(verb)。")
        case .subAssign: self.init("分办", "分办", "已经分办，原来的办理期限不变。")
        case .decideObjection: self.init("对退回申请作决定", "作出决定", "对退回申请的决定已经登记。")
        case .decideExtension: self.init("对延期申请作决定", "作出决定", "对延期申请的决定已经登记。")
        case .takeUp: self.init("接受办理", "接受办理", "已经接受办理。")
        case .object: self.init("申请退回", "申请退回", "退回申请已经提交，等交办机关决定。")
        case .stateDate: self.init("明确办理日期", "承诺这个日期", "承诺日期已经登记。")
        case .askExtension: self.init("申请延期", "申请延期", "延期申请已经提交，等交办机关决定。")
        case .reply: self.init("答复办理情况", "提交答复", "答复已经提交，由督办代表审核。")
        case .giveOpinion: self.init("提出协办意见", "提交协办意见", "协办意见已经提交。")
        case .seeReporter: self.init("查看反映人联系方式", "登记理由并查看", "理由已经记入记录，联系方式见下。")
        case .passCheck: self.init("审核答复", "审核通过", "答复已经审核通过。")
        case .returnReply: self.init("退回重写", "退回承办单位", "答复已经退回承办单位。")
        case .deliver: self.init("答复群众", "登记已经答复", "已经登记答复群众，接下来回访。")
        case .revisit: self.init("回访", "登记回访", "回访已经登记。")
        case .orderRework: self.init("要求重办", "要求重办", "已经要求重办。")
        case .conveneJointReview: self.init("召开会商", "召开会商", "会商安排已经登记。")
        case .concludeJointReview: self.init("登记会商结果", "登记会商结果", "会商结果已经登记。")
        case .decideContest: self.init("作出复核决定", "作出复核决定", "复核决定已经登记。")
        case .close: self.init("办结", "办结", "已经办结。")
        case .archive: self.init("归档", "归档", "已经归档。")
        case .setReferralDeadline: self.init("登记信访部门的期限", "登记期限", "信访部门的期限已经登记。")
        case .recordReferralReply: self.init("登记信访部门的答复", "登记答复", "信访部门的答复已经登记。")
        case .publish: self.init("公开摘要", "审核后公开", "摘要已经公开，署名审核人。")
        case .unpublish: self.init("撤下公开的摘要", "撤下", "摘要已经撤下。")
        case .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable: self.init("", "", "")
        }
    }
}
