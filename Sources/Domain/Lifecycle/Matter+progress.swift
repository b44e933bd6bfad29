/// How far a matter has come, in the three words of the public ledger.
package enum Progress: String, CaseIterable, Sendable {
    case underWay, answered, solved

    package var chinese: String {
        switch self {
        case .underWay: "正在办"
        case .answered: "有答复"
        case .solved: "已解决"
        }
    }
}

extension Matter {
    /// The reporter has been told what became of it, or where else to go, or why not.
    package var hasAnswer: Bool {
        if answering.isDelivered || closure != nil { return true }
        return (state == .redirected || state == .rejected) && answering.isNoticeGiven
    }

    /// Solved is what the handler says is solved and the person who spoke agrees; the handler's word alone is not
    /// enough.
    package var progress: Progress {
        if isSolvedByOwnWord { return .solved }
        return hasAnswer ? .answered : .underWay
    }

    /// 解决: an answer of class A that the reporter judged and did not contradict.
    package var isSolvedByOwnWord: Bool {
        answering.isDelivered && handling.outcome == .solved && answering.grade?.isContent == true
    }

    /// Some time limit has passed and the reporter has no answer yet.
    package var isLateWithoutAnswer: Bool {
        !hasAnswer && !state.isFinal && clocks.contains { $0.overdueMarkedOn != nil && !$0.kind.isOnlyARight }
    }
}

extension Grade {
    /// Satisfied or basically satisfied.
    package var isContent: Bool {
        switch self {
        case .satisfied, .basicallySatisfied: true
        case .dissatisfied: false
        }
    }
}
