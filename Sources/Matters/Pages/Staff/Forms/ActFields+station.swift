import Domain
import Web

// 联络站: analysis and what follows from it.
extension ActFields {
    /// A clerk chooses the route and leaves the rest to the head; in a head's form the route is the form itself.
    func triage(route: TriageRoute?) -> HTML {
        let draft = matter.triage
        return """
            \(if: route == nil || route == .accept, scope)
            \(routeField(route, draft))
            \(parts.radios("commonality", "共性还是个人", Self.commonalities, chosen: commonality(route, draft)))
            \(parts.select("category", "类别", Self.categoriesWithPower, chosen: draft?.category.rawValue ?? ""))
            \(parts.select("power", "属于哪一级职权", Self.powers, chosen: draft?.power.rawValue ?? ""))
            \(parts.checkbox("emergency", "情况紧急", isOn: draft?.isEmergency ?? false))
            \(if: route == nil, note("分析说明"))
            """
    }

    private func routeField(_ route: TriageRoute?, _ draft: Triage?) -> HTML {
        if let route { return parts.hidden("route", route.rawValue) }
        let choices = TriageRoute.allCases.map { Choice($0.rawValue, $0.chinese) }
        return parts.radios("route", "建议怎么办", choices, chosen: draft?.route.rawValue ?? "")
    }

    /// What the route already says need not be asked again.
    private func commonality(_ route: TriageRoute?, _ draft: Triage?) -> String {
        if let draft { return draft.commonality.rawValue }
        switch route {
        case .accept: return Triage.Commonality.common.rawValue
        case .refer: return Triage.Commonality.personal.rawValue
        case .answerOnSpot, .merge, .redirect, .reject, nil: return ""
        }
    }

    /// 诉访分离, in the words of the rules themselves (row 54).
    private var scope: HTML {
        let cases: [TriageQuestions] = [
            TriageQuestions(commonality: .common), TriageQuestions(commonality: .personal),
            TriageQuestions(isEmergency: true), TriageQuestions(isAccusation: true),
            TriageQuestions(procedure: .court), TriageQuestions(elsewhere: .petition),
            TriageQuestions(elsewhere: .petitionConcluded), TriageQuestions(elsewhere: .hotline),
        ]
        return """
            <p class="hint">联络站不是信访室，只受理共性问题；个人事项请当场答复、转信访部门或告知其他渠道。</p>
            <details class="scope"><summary>哪些受理，哪些不受理</summary>
            <ul>\(each: cases.compactMap { $0.suggestion() }, { "<li>\($0.reason)</li>" })</ul>
            </details>
            """
    }

    var acceptance: HTML {
        let needsNaming = matter.supervisor == nil && !ground.deputies.isEmpty
        return """
            \(triage(route: .accept))
            \(if: needsNaming, supervisor(isOptional: true))
            """
    }

    /// Kin and parties stand aside; whoever leads the organ concerned is refused by the rules.
    func supervisor(isOptional: Bool) -> HTML {
        let hint = "没有督办代表不能交办。代表有 3 个工作日可以推辞。"
        return """
            \(parts.select("deputy", "督办代表", ground.deputies, notes: FieldNotes(hint: hint, isOptional: isOptional)))
            \(parts.checkbox("kin", "这位代表是当事人的近亲属"))
            \(parts.checkbox("party", "这位代表就是当事人"))
            """
    }

    var spotAnswer: HTML {
        """
        \(parts.textArea("words", "当场说的话", rows: 4, notes: least(ground.leastReason)))
        \(parts.radios("commonality", "共性还是个人", Self.commonalities, chosen: matter.triage?.commonality.rawValue ?? ""))
        \(parts.select("category", "类别", Self.categories, chosen: matter.triage?.category.rawValue ?? ""))
        \(parts.checkbox("consent", "本人同意到此为止，不再按程序办理"))
        \(rating(isOptional: true))
        """
    }

    var merger: HTML {
        """
        \(triage(route: .merge))
        \(ground.leads.isEmpty ? leadNumber("并入哪一件") : "\(similar)\(leadNumber("另一件的编号", isOptional: true))")
        \(parts.textArea("reason", "并案的理由", rows: 2))
        """
    }

    /// None is chosen by itself: whether it is the same, a person decides.
    private var similar: HTML {
        let offered = ground.leads.map { other in
            let day = other.registeredOn.chinese(from: ground.today)
            return Choice(
                other.number.text, other.title, hint: "\(other.place)，\(day)登记，\(StateWords.label(other.state))")
        }
        return parts.radios("similar", "并入哪一件", offered + [Choice("", "不是这几件，编号写在下面")])
    }

    private func leadNumber(_ label: String, isOptional: Bool = false) -> HTML {
        let hint = "写那一件的编号，例如 1407-2026-000123-2。"
        return parts.textField("lead", label, notes: FieldNotes(hint: hint, isOptional: isOptional))
    }

    var redirection: HTML {
        """
        \(triage(route: .redirect))
        \(parts.textField("place", "该找哪里", notes: "例如：人民法院、纪检监察机关、12345 热线。"))
        \(parts.textField("address", "地址"))
        \(parts.textField("telephone", "电话", kind: .telephone, autocomplete: "off"))
        \(parts.textField("bring", "要带什么", notes: "没有就写“不用带”。"))
        """
    }

    var publication: HTML {
        let proposed = ground.summary
        return """
            \(masked)
            \(parts.textField("title", "标题", value: proposed?.title ?? "", notes: least(ground.leastReason)))
            \(parts.textArea("summary", "公开的摘要", value: proposed?.summary ?? "", rows: 5, notes: Self.publicNotes))
            \(parts.textArea("answer", "公开的答复", value: proposed?.answer ?? "", rows: 4,
                notes: FieldNotes(seenBy: "所有人", isOptional: true)))
            \(if: !photos.isEmpty, publicPhotos)
            """
    }

    /// None is chosen by itself: whoever publishes has looked at each.
    private var publicPhotos: HTML {
        parts.checkboxes(
            "published", "一起公开的照片", photos.map { Choice(String($0.id), $0.description) },
            chosen: Set(photos.filter(\.isPublic).map { String($0.id) }),
            notes: FieldNotes(hint: "不能有人脸、门牌、车牌；不勾就不公开。", seenBy: "所有人", isOptional: true))
    }

    /// The machine's part and the person's: only forms with a pattern are recognised, names are read.
    private var masked: HTML {
        guard let masked = ground.summary?.masked, !masked.isEmpty else {
            return "<p class=\"hint\">原话里没有认出电话、证件号、房号等；姓名和能认出是谁的话，请您再看一遍。</p>"
        }
        return """
            <p class="hint">已经从原话和答复里遮住：\(masked.joined(separator: "，"))。\
            别人的姓名和能认出是谁的话，机器认不出来，请您再看一遍。</p>
            """
    }

    private static let publicNotes = FieldNotes(
        hint: "不写姓名、电话、门牌，不照抄原话。公开后会写上您的姓名。", seenBy: "所有人")
    static let commonalities = [
        Choice(Triage.Commonality.common.rawValue, "共性问题", hint: "不止一家一户，办好了大家受益"),
        Choice(Triage.Commonality.personal.rawValue, "个人事项", hint: "只关系到本人"),
    ]
    static let categories = Category.allCases.map { Choice($0.rawValue, $0.chinese) }
    /// With whose power it usually is, so that the question after it needs no guessing.
    static let categoriesWithPower = Category.allCases.map { category in
        let usual = category.usualPower.level.map { "（一般属\($0.chinese)）" } ?? ""
        return Choice(category.rawValue, category.chinese + usual)
    }
    static let powers = PowerLevel.allCases.map { Choice($0.rawValue, $0.chinese) }
}
