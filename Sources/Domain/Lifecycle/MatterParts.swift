/// Who must act next: a station or an organ.
package enum Holder: Hashable, Sendable {
    case station(StationID)
    case organ(OrganID)

    package var station: StationID? {
        switch self {
        case .station(let id): id
        case .organ: nil
        }
    }

    package var organ: OrganID? {
        switch self {
        case .organ(let id): id
        case .station: nil
        }
    }
}

/// Who at the holding station answers for it just now.
package enum OnDuty: String, CaseIterable, Sendable {
    /// Clerk or head, as the act asks.
    case station
    case supervisor
    /// After silence.
    case head
}

/// 分析: what the station found out, before anything is decided.
package struct Triage: Hashable, Sendable {
    package typealias Commonality = TriageQuestions.Commonality

    package var route: TriageRoute
    package var commonality: Commonality
    package var category: Category
    package var power: PowerLevel
    package var isEmergency: Bool
    /// Confirmed by a head; a clerk's triage is a draft.
    package var isConfirmed: Bool

    package init(
        route: TriageRoute, commonality: Commonality, category: Category, power: PowerLevel,
        isEmergency: Bool = false, isConfirmed: Bool = false
    ) {
        self.route = route
        self.commonality = commonality
        self.category = category
        self.power = power
        self.isEmergency = isEmergency
        self.isConfirmed = isConfirmed
    }
}

/// What a clerk proposes to do with an opinion.
package enum TriageRoute: String, CaseIterable, Sendable {
    case accept, answerOnSpot, merge, refer, redirect, reject

    package var chinese: String {
        switch self {
        case .accept: "受理"
        case .answerOnSpot: "当场答复"
        case .merge: "并案"
        case .refer: "转信访部门"
        case .redirect: "告知其他渠道"
        case .reject: "不予受理"
        }
    }
}

/// 答复类别. A place may call them by other letters; these are what they mean.
package enum Outcome: String, CaseIterable, Sendable {
    case solved, inProgress, planned, cannot, reference

    /// A date is promised and waited for.
    package var isPromise: Bool { self == .inProgress || self == .planned }

    package var label: PolicyKey {
        switch self {
        case .solved: .outcomeA
        case .inProgress, .planned: .outcomeB
        case .cannot: .outcomeC
        case .reference: .outcomeD
        }
    }

    package var letter: String {
        switch self {
        case .solved: "A"
        case .inProgress, .planned: "B"
        case .cannot: "C"
        case .reference: "D"
        }
    }

    package var chinese: String {
        switch self {
        case .solved: "已经解决"
        case .inProgress: "正在解决"
        case .planned: "列入计划"
        case .cannot: "确实不能解决"
        case .reference: "留作参考"
        }
    }
}

/// 评议.
package enum Grade: String, CaseIterable, Sendable {
    case satisfied, basicallySatisfied, dissatisfied

    package var chinese: String {
        switch self {
        case .satisfied: "满意"
        case .basicallySatisfied: "基本满意"
        case .dissatisfied: "不满意"
        }
    }
}

/// How a rating came: by the reporter's own hand, told to the station's people, or asked by the level above.
package enum RatingSource: String, CaseIterable, Sendable {
    case ownHand, toldToStaff, callBack

    package var chinese: String {
        switch self {
        case .ownHand: "本人评价"
        case .toldToStaff: "向工作人员口头评价"
        case .callBack: "上级回访评价"
        }
    }
}

/// How words travel between people (实体、网上、掌上).
package enum Channel: String, CaseIterable, Sendable {
    case onsite, web, mobile, phone, letter, grid, wechat, visit

    package var chinese: String {
        switch self {
        case .onsite: "到站当面"
        case .web: "网页"
        case .mobile: "手机"
        case .phone: "电话"
        case .letter: "书信或纸条"
        case .grid: "网格员转来"
        case .wechat: "微信"
        case .visit: "上门"
        }
    }
}

/// One try at going back to ask (回访).
package struct RevisitTry: Hashable, Sendable {
    package var day: Day
    package var channel: Channel
    package var wasReached: Bool

    package init(day: Day, channel: Channel, wasReached: Bool) {
        self.day = day
        self.channel = channel
        self.wasReached = wasReached
    }
}

/// Why a matter is closed.
package enum Closure: String, CaseIterable, Sendable {
    /// Content with the answer; or asked often enough, and nobody reached or nothing said.
    case content, noAnswer
    /// After a joint review; may be contested once.
    case explained
    /// The level above upheld the first decision.
    case upheld
    /// The petition department answered.
    case petitionAnswered
    /// Pointed elsewhere or not taken, and not contested in time.
    case notContested

    package var chinese: String {
        switch self {
        case .content: "群众认可"
        case .noAnswer: "多次回访未联系上或未作评价"
        case .explained: "会商后说明"
        case .upheld: "复核维持"
        case .petitionAnswered: "信访部门已答复"
        case .notContested: "指引或不予受理后未申请复核"
        }
    }
}

/// 延期: asked once, decided by the assigning office.
package enum Extension: Hashable, Sendable {
    case none
    case asked(until: Day)
    case granted
    case refused
}
