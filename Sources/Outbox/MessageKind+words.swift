extension MessageKind {
    /// What offices call it.
    package var chinese: String {
        switch self {
        case .receipt: "登记回执"
        case .accepted: "确定要办"
        case .merged: "和同样的事一起办"
        case .assigned: "有单位来办"
        case .submittedUp: "请上一级来定"
        case .dateStated: "说了办好的日子"
        case .delayed: "要晚一些"
        case .overdue: "到了日子没办完"
        case .answered: "有了答复"
        case .promiseDue: "答应的日子到了"
        case .revisitAsked: "请群众评价"
        case .referred: "转给信访部门"
        case .redirected: "指给别的部门"
        case .rejected: "这里办不了"
        case .closed: "了结"
        case .supervisorNamed: "请代表督办"
        case .supervisorWaits: "等督办代表"
        case .handlerAssigned: "交给单位办理"
        case .handlerDueSoon: "快到期"
        case .handlerDueToday: "今天到期"
        case .handlerOverdue: "超过期限"
        case .holderWaits: "等本单位处理"
        case .silencePassed: "到期没人处理，请您接手或催办"
        case .doneOnYourBehalf: "替本人登记了一步"
        case .followConfirm: "确认关注"
        case .followedNews: "关注的有新进展"
        case .receptionSoon: "接待日快到了"
        case .bookingRequested: "有新的预约"
        case .bookingConfirmed: "预约定好了"
        case .bookingSoon: "预约快到了"
        case .bookingCancelled: "预约取消了"
        case .signInCode: "登录验证码"
        case .addressCode: "核实邮箱或号码"
        case .oneTimeLink: "一次性链接"
        case .stuckList: "没送到的消息"
        }
    }

    /// The subject of a letter or mail: it may be read by whoever stands beside, so it says nothing else.
    package var subject: String {
        switch self {
        case .signInCode, .addressCode: "验证码"
        case .oneTimeLink, .followConfirm: "请打开链接确认"
        case .supervisorNamed, .supervisorWaits, .handlerAssigned, .handlerDueSoon, .handlerDueToday, .handlerOverdue,
            .holderWaits, .silencePassed, .bookingRequested:
            "[编号 {number} ]等您处理"
        case .stuckList: "有消息没有送到"
        case .receipt, .accepted, .merged, .assigned, .submittedUp, .dateStated, .delayed, .overdue, .answered,
            .promiseDue, .revisitAsked, .referred, .redirected, .rejected, .closed, .doneOnYourBehalf, .followedNews,
            .receptionSoon, .bookingConfirmed, .bookingSoon, .bookingCancelled:
            "[编号 {number} ]有新进展"
        }
    }
}
