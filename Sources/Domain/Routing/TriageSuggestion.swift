/// What the answers point to. A person decides.
package struct TriageSuggestion: Hashable, Sendable {
    package enum Route: Hashable, Sendable {
        case accept
        /// 转信访
        case refer
        /// 告知其他渠道
        case redirect(AddressKind)
        case reject
    }

    /// What the person who decides must see to, whatever the route.
    package enum Caution: String, CaseIterable, Sendable {
        /// Danger first: the call is made now, the record comes later.
        case callNow
        /// Never disclosed to the accused (信访工作条例 30).
        case hideFromAccused
        case doNotPublish
        /// 个人信息保护法 31
        case guardianConsent

        package var chinese: String {
            switch self {
            case .callNow: "正在发生危险，请先拨打 110、119 或 120"
            case .hideFromAccused: "不得让被检举的人或单位知道"
            case .doNotPublish: "不得公开，只给必须经手的人看"
            case .guardianConsent: "反映人不满十四周岁，须有监护人同意"
            }
        }
    }

    package var route: Route
    package var reason: String
    package var cautions: [Caution]
}

/// Kinds of place a person may be sent to; the directory has address, telephone and what to bring.
package enum AddressKind: String, CaseIterable, Sendable {
    case emergencyCall, discipline, court, arbitration, reconsideration, petitionOffice, hotline

    package var chinese: String {
        switch self {
        case .emergencyCall: "110、119、120"
        case .discipline: "纪检监察机关"
        case .court: "人民法院"
        case .arbitration: "仲裁机构"
        case .reconsideration: "行政复议机关"
        case .petitionOffice: "信访部门"
        case .hotline: "12345 政务服务便民热线"
        }
    }
}

extension TriageQuestions {
    /// The first answer that settles the route; nil while common or personal is open and nothing else settles it.
    package func suggestion() -> TriageSuggestion? {
        guard let (route, reason) = route() else { return nil }
        return TriageSuggestion(route: route, reason: reason, cautions: cautions)
    }

    private func route() -> (TriageSuggestion.Route, String)? {
        if isEmergency { return (.redirect(.emergencyCall), "正在发生的险情由 110、119、120 处置") }
        if secrecy == .stateSecret { return (.reject, "涉及国家秘密的内容不得在本系统登记，请当面向有关机关反映") }
        if isAccusation { return (.redirect(.discipline), "检举控告由纪检监察机关处理（信访工作条例 30）") }
        if let procedure { return (.redirect(procedure.address), procedure.reason) }
        if let elsewhere { return elsewhere.route }
        switch commonality {
        case .common: return (.accept, "属于共性问题，由联络站受理")
        case .personal: return (.refer, "个人信访事项转信访部门，按信访程序办理")
        case nil: return nil
        }
    }

    private var cautions: [TriageSuggestion.Caution] {
        var found: [TriageSuggestion.Caution] = []
        if isEmergency { found.append(.callNow) }
        if isAccusation { found.append(.hideFromAccused) }
        if secrecy != nil || isAccusation || isUnder14 { found.append(.doNotPublish) }
        if isUnder14 { found.append(.guardianConsent) }
        return found
    }
}

extension TriageQuestions.Procedure {
    var address: AddressKind {
        switch self {
        case .court: .court
        case .arbitration: .arbitration
        case .reconsideration: .reconsideration
        }
    }

    var reason: String { "已经或应当通过\(address.chinese)处理的，不在联络站受理范围（信访工作条例 28、31）" }
}

extension TriageQuestions.Elsewhere {
    var route: (TriageSuggestion.Route, String) {
        switch self {
        case .petition: (.redirect(.petitionOffice), "信访部门已经受理的，不重复受理（信访工作条例 19）")
        case .petitionConcluded: (.reject, "信访复查复核已经终结的，不再受理（信访工作条例 36）")
        case .hotline: (.redirect(.hotline), "12345 正在办理的，请先向热线了解进展")
        }
    }
}
