import Domain

/// What a reporter can do with her own matter, in the words of a neighbour; in the order in which it is offered.
enum ReporterAct: CaseIterable {
    case rate, contest, relapse, remark, withdraw

    init?(noun: String) {
        guard let found = ReporterAct.allCases.first(where: { $0.noun == noun }) else { return nil }
        self = found
    }

    var act: Act {
        switch self {
        case .rate: .rate
        case .contest: .contest
        case .relapse: .reportRelapse
        case .remark: .remark
        case .withdraw: .withdraw
        }
    }

    var noun: String { act.noun ?? "" }

    var title: String {
        switch self {
        case .rate: "说说办得好不好"
        case .contest: "不同意，请上一级再看一次"
        case .relapse: "问题又出现了"
        case .remark: "再补充几句"
        case .withdraw: "不用办了，收回这件事"
        }
    }

    var button: String {
        switch self {
        case .rate: "提交评价"
        case .contest: "请上一级再看一次"
        case .relapse: "再说一次"
        case .remark: "提交补充"
        case .withdraw: "收回这件事"
        }
    }

    /// What stands on the page after it was done.
    var done: String {
        switch self {
        case .rate: "您的评价已经收到，谢谢。"
        case .contest: "您的意见已经送到上一级，会再看一次。"
        case .relapse: "已经重新记下，给了您新的编号。"
        case .remark: "您补充的话已经送到。"
        case .withdraw: "这件事已经收回。"
        }
    }
}

/// Why something could not be done, for somebody who does not know the words of offices.
enum ReporterRefusal {
    static let stale = "这件事刚刚有了新情况，已经显示在下面。您写的话还在，请看一下，再决定要不要提交。"

    static func sentence(for refusal: Refusal) -> String {
        switch refusal.code {
        case "not-now": "这件事已经往下走了一步，现在不能这样做。请看下面现在的情况。"
        case "not-yours": "这一步要由联络站来做，请打下面的电话。"
        case "not-delivered": "还没有给您答复，等有了答复再评价。"
        case "no-reachable-office": "现在没有能接手的单位，请打下面的电话，或者过几天再提交。"
        default: refusal.message
        }
    }
}
