/// 诉访分离: the questions asked of every opinion before it is taken in (信访工作条例 19, 23, 28, 30, 31, 36).
package struct TriageQuestions: Hashable, Sendable {
    /// 共性问题 or 个人事项.
    package enum Commonality: String, CaseIterable, Sendable {
        case common, personal
    }

    /// A procedure of law it belongs to or is in already.
    package enum Procedure: String, CaseIterable, Sendable {
        case court, arbitration, reconsideration
    }

    /// Where it already is.
    package enum Elsewhere: String, CaseIterable, Sendable {
        case petition, petitionConcluded, hotline
    }

    /// What in it must not be seen.
    package enum Secrecy: String, CaseIterable, Sendable {
        case stateSecret, privacy
    }

    /// Nil while nobody answered it.
    package var commonality: Commonality?
    package var procedure: Procedure?
    package var isAccusation: Bool
    package var isEmergency: Bool
    package var elsewhere: Elsewhere?
    package var secrecy: Secrecy?
    package var isUnder14: Bool

    package init(
        commonality: Commonality? = nil, procedure: Procedure? = nil, isAccusation: Bool = false,
        isEmergency: Bool = false, elsewhere: Elsewhere? = nil, secrecy: Secrecy? = nil, isUnder14: Bool = false
    ) {
        self.commonality = commonality
        self.procedure = procedure
        self.isAccusation = isAccusation
        self.isEmergency = isEmergency
        self.elsewhere = elsewhere
        self.secrecy = secrecy
        self.isUnder14 = isUnder14
    }
}
