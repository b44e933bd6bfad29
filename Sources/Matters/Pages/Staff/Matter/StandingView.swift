import Domain
import Web

/// 现在: who has it, by when and why that day, and who else takes part.
struct StandingView {
    let screen: MatterScreen

    private var shown: ShownMatter { screen.shown }
    private var matter: Matter { screen.matter }

    var html: HTML {
        """
        \(holder)
        \(deadlines)
        \(DefinitionList(facts).html)
        """
    }

    private var holder: HTML {
        guard let holder = shown.holder else {
            let why = matter.closure.map { "，\($0.chinese)" } ?? ""
            return "<p>这件事\(StateWords.label(matter.state))\(why)，没有人欠着什么。</p>"
        }
        let name = holder.deputy.map { "\(holder.name) \($0)代表" } ?? holder.name
        let contact = [holder.phone, holder.hours].filter { !$0.isEmpty }.joined(separator: "，")
        return "<p>现在由 <strong>\(name)</strong> 办理\(if: !contact.isEmpty, "（\(contact)）")。</p>"
    }

    private var deadlines: HTML {
        guard !screen.clocks.isEmpty else { return HTML() }
        return "<ul class=\"deadlines\">\(each: screen.clocks, deadline)</ul>"
    }

    private func deadline(_ clock: Clock) -> HTML {
        let due = clock.deadline.dueOn
        let isOverdue = clock.isOverdue(at: screen.now)
        let left = Phrases(screen.calendar.remaining(until: due, from: screen.today)).html
        return """
            <li><strong>\(clock.kind.chinese)</strong>（\(whose(clock))）：\(left)
            \(StaffWords.alarm(dueOn: due, isOverdue: isOverdue, today: screen.today))
            <span class="hint">\(clock.deadline.explanation)</span></li>

            """
    }

    /// Who keeps this time limit; the state's own is the holder's.
    private func whose(_ clock: Clock) -> String {
        switch clock.kind {
        case .reporterNotice, .referralNotice: "联络站"
        case .stateDate, .statedDate: "主办单位"
        case .handling where !matter.state.isWithHandler: "主办单位"
        case .extensionDecision: "交办机关"
        case .coHandlerOpinion: "协办单位"
        case .triage, .spotRevisit, .assign, .elevationDecision, .handlerAccept, .objectionDecision, .handling,
            .replyCheck, .delivery, .promise, .revisit, .ratedDecision, .rework, .jointReview, .contestDecision,
            .contestWindow, .referralDeadline, .referralReply, .redirectNotice, .asLead, .supervisorDecline:
            shown.holder?.name ?? ""
        }
    }

    /// Of a petition nothing but where it went.
    private var facts: [(name: String, value: HTML)] {
        switch shown.view {
        case .full: allFacts
        case .slip, .none: [("信访部门", text(shown.names.petitionOffice)), ("转出的联络站", text(shown.station.name))]
        }
    }

    private var allFacts: [(name: String, value: HTML)] {
        [
            ("督办代表", text(shown.supervisorName)),
            ("交办机关", text(shown.assigningOfficeName)),
            ("主办单位", text(shown.leadHandlerName)),
            ("协办单位", text(shown.names.coHandlers.isEmpty ? nil : shown.names.coHandlers.joined(separator: "、"))),
            ("分办单位", text(shown.names.distributor == shown.leadHandlerName ? nil : shown.names.distributor)),
            ("信访部门", text(shown.names.petitionOffice)),
            ("承诺日期", text(stated)),
            ("承诺兑现", text(keptShare)),
            ("分析", text(triage)),
            ("答复结果", text(matter.handling.outcome?.chinese)),
            ("评价", text(rating)),
            ("公开", publication),
            ("附议", text(supports)),
        ]
    }

    /// A telephone counts once; of the others nobody knows whether they are one person each.
    private var supports: String? {
        guard shown.supports > 0 else { return nil }
        let (left, all) = (shown.supportsByTelephone, shown.supports)
        return "留了电话的 \(left) 人（一个电话只算一次），没留电话的 \(all - left) 人"
    }

    private var publication: HTML {
        let said = shown.publication.map { "已公开，审核人 \($0.publisher)" } ?? "没有公开"
        guard MarkSecrecy.mayMark(shown.relations) else { return shown.publication == nil ? HTML() : "\(said)" }
        return "\(said)　<a href=\"\(address: "/secrecy/" + matter.number.text)\">标明能不能公开</a>"
    }

    private func text(_ text: String?) -> HTML { text.map { "\($0)" } ?? HTML() }

    /// While its time limit runs it stands above.
    private var stated: String? {
        matter.clock(.statedDate) == nil ? matter.handling.statedOn?.chinese(from: screen.today) : nil
    }

    /// With the number it is a share of (row 90).
    private var keptShare: String? {
        guard screen.kept.decided > 0, let lead = shown.leadHandlerName else { return nil }
        return "\(lead)答复过的 \(screen.kept.decided) 件里，按承诺日期兑现 \(screen.kept.kept) 件"
    }

    private var triage: String? {
        guard let triage = matter.triage else { return nil }
        let parts = [
            triage.commonality == .common ? "共性问题" : "个人事项", triage.category.chinese, triage.power.chinese,
            triage.isEmergency ? "情况紧急" : nil,
            triage.isConfirmed ? nil : "建议“\(triage.route.chinese)”，等站长确认",
        ]
        return parts.compactMap(\.self).joined(separator: "，")
    }

    private var rating: String? {
        guard let grade = matter.answering.grade else { return nil }
        return grade.chinese + (matter.answering.source.map { "（\($0.chinese)）" } ?? "")
    }
}
