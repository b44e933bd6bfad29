/// What a state is called. Offices read the official term; residents read who has it, what they must do and by when,
/// never 受理, 交办, 承办, 办结, 归档.
package enum StateWords {
    /// 官方用语 for offices, lists and the ledger.
    package static func label(_ state: MatterState) -> String {
        switch state {
        case .registered: "已登记"
        case .answeredOnSpot: "当场答复"
        case .accepted: "已受理"
        case .submittedUp: "已提交上级"
        case .assigned: "已交办"
        case .objected: "申请退回"
        case .inHandling: "办理中"
        case .replied: "已答复待审核"
        case .promised: "承诺中"
        case .answered: "已答复群众"
        case .rated: "已评价"
        case .rework: "重办"
        case .jointReview: "会商"
        case .contested: "复核"
        case .referred: "转信访"
        case .redirected: "已指引"
        case .rejected: "不予受理"
        case .merged: "并案"
        case .withdrawn: "撤回"
        case .closed: "已办结"
        }
    }

    /// One sentence for the resident. `holder` is the name of who has it, `due` what `WorkCalendar.remaining` says;
    /// final states have neither.
    package static func sentence(_ state: MatterState, holder: String, due: String?) -> String {
        let by = due.map { "（\($0)）" } ?? ""
        return switch state {
        case .registered: "您的意见已经记下。\(holder)正在看这件事该由谁来办，会给您回话\(by)。"
        case .answeredOnSpot: "\(holder)已经当面给了您答复，还会再来问您满意不满意\(by)。"
        case .accepted: "您的意见已经收下。\(holder)正在确定由哪个单位去办\(by)。"
        case .submittedUp: "这件事要由上一级来定，已经报到\(holder)，等它确定由谁去办\(by)。"
        case .assigned: "这件事已经交给\(holder)，等它接手\(by)。"
        case .objected: "原来的单位认为这件事不归它办，\(holder)正在决定由谁来办\(by)。"
        case .inHandling: "\(holder)正在办，到时要给出结果\(by)。"
        case .replied: "办事的单位已经写了答复，\(holder)正在核对，核对好就告诉您\(by)。"
        case .promised: "\(holder)答应了办好的日子，到时把结果告诉您\(by)。"
        case .answered: "答复已经告诉您，\(holder)会来问您满意不满意\(by)。您也可以现在就评价。"
        case .rated: "您的评价已经收到，\(holder)正在看是了结还是重新办\(by)。"
        case .rework: "您对结果不满意，\(holder)正在重新办\(by)。"
        case .jointReview: "\(holder)正在请有关方面坐到一起，商量怎么解决\(by)。"
        case .contested: "您不同意原来的决定，\(holder)正在重新看\(by)。"
        case .referred: "这件事属于信访事项，已经转给\(holder)，由它书面告诉您\(by)。"
        case .redirected: "这件事要到别处去办，\(holder)会告诉您去哪里、电话多少、带什么\(by)。"
        case .rejected: "这件事联络站不能办，\(holder)会把理由告诉您\(by)。您不同意，可以请上一级再看一次。"
        case .merged: "别人也反映过同样的事，现在合在一起办，由\(holder)负责\(by)。结果会单独告诉您。"
        case .withdrawn: "您已经收回这件事，不再往下办。"
        case .closed: "这件事已经了结。如果问题又出现了，请再告诉我们。"
        }
    }
}

extension StateWords {
    /// 附近类似的事: where somebody else's public matter stands, in as few words as will do.
    package static func brief(_ state: MatterState) -> String {
        switch state {
        case .registered, .accepted, .submittedUp, .objected, .merged: "正在定由谁去办"
        case .assigned, .inHandling, .rework, .jointReview, .contested: "正在办"
        case .promised: "答应了办好的日子"
        case .replied: "写了答复，正在核对"
        case .answered, .answeredOnSpot, .rated: "已经答复"
        case .referred, .redirected: "要到别处去办"
        case .rejected: "这里不能办"
        case .withdrawn: "本人收回了"
        case .closed: "已经了结"
        }
    }
}
