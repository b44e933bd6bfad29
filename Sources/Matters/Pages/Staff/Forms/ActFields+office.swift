import Domain
import Web

// 交办机关、上级、分办单位.
extension ActFields {
    var assignment: HTML {
        """
        \(parts.select("organ", "主办单位", ground.handlers, chosen: onlyOne ?? ground.proposedHandler ?? ""))
        \(if: ground.handlers.count > 1, coHandlers)
        \(if: matter.level > .township, wide)
        \(parts.textArea("note", "交办说明", rows: 2, notes: FieldNotes(isOptional: true)))
        """
    }

    /// Instead of the form where nobody can be assigned anything.
    static let nobodyToAssign = Notice.warning(
        "<p>没有能联系到人的承办单位。请先登记承办单位的联系人，或者提交上级。</p>")

    private var onlyOne: String? { ground.handlers.count == 1 ? ground.handlers[0].value : nil }

    private var coHandlers: HTML {
        """
        <details><summary>还要别的单位协办</summary>
        \(parts.checkboxes("co", "协办单位", ground.handlers))
        </details>
        """
    }

    private var wide: HTML {
        parts.checkbox(
            "wide", "涉及面广、办理难度大",
            notes: "勾选后最长六个月，不勾选最长三个月（代表法第五十一条）。")
    }

    var elevation: HTML {
        let levels = ground.levels.map { Choice(LevelChoice(level: $0).rawValue, $0.chinese) }
        return """
            \(parts.select("level", "提交到哪一级", levels, chosen: levels.first?.value ?? ""))
            \(if: levels.count > 1, skipping)
            \(reason("提交的理由"))
            """
    }

    private var skipping: HTML {
        parts.select(
            "skip", "越级原因", SkipGround.allCases.map { Choice($0.rawValue, $0.chinese) }, empty: "不越级，逐级提交",
            notes: "只有紧急或者有利害关系才能越级，理由会一起显示。")
    }

    var subAssignment: HTML {
        """
        \(parts.select("organ", "承办单位", ground.receivers, chosen: ground.proposedReceiver ?? ""))
        \(note("分办说明"))
        """
    }

    var objectionDecision: HTML {
        let choices = [
            Choice(ObjectionChoice.reassign.rawValue, "同意退回，改交别的单位"),
            Choice(ObjectionChoice.uphold.rawValue, "不同意，由原单位继续办理"),
        ]
        return """
            \(parts.radios("decision", "怎么决定", choices))
            \(parts.select("organ", "改交的单位", ground.handlers, notes: FieldNotes(hint: "同意退回时选。", isOptional: true)))
            \(reason("决定的理由"))
            """
    }

    var extensionDecision: HTML {
        var asked = HTML()
        if case .asked(let day) = matter.handling.extension {
            asked = "<p>申请延到 <strong>\(day.chinese(from: ground.today))</strong>。</p>"
        }
        return """
            \(asked)
            \(yesOrNo("granted", "是否同意延期", "同意", "不同意"))
            \(reason("决定的理由", hint: "理由会告诉反映人。"))
            """
    }

    var jointReview: HTML {
        let choices = [
            Choice(JointReviewResult.newPlan.rawValue, "定了新的办理方案，由原单位再办"),
            Choice(JointReviewResult.explained.rawValue, "确实办不了，说明理由后办结", hint: "本人可以申请复核一次"),
        ]
        return """
            \(parts.radios("result", "会商结果", choices))
            \(parts.textArea("words", "会商结果说明", rows: 5, notes: least(ground.leastReply)))
            """
    }

    var contestDecision: HTML {
        let taking =
            matter.triage?.commonality == .common
            ? Choice(ContestDecision.takeUp.rawValue, "应当受理，重新办理")
            : Choice(ContestDecision.takeUpAsCommon.rawValue, "属于共性问题，应当受理（原来分为个人事项）")
        return """
            \(parts.radios("decision", "复核结果", [taking, Choice(ContestDecision.uphold.rawValue, "维持原来的决定")]))
            \(reason("复核的理由"))
            """
    }
}

extension LevelChoice {
    init(level: Level) {
        switch level {
        case .township: self = .township
        case .county: self = .county
        case .city: self = .city
        case .province: self = .province
        }
    }
}

extension SkipGround {
    var chinese: String {
        switch self {
        case .emergency: "情况紧急"
        case .conflictOfInterest: "本级有利害关系"
        }
    }
}
