import Domain
import Web

// 承办单位, and what the station does with its answer.
extension ActFields {
    func statedDate(isOptional: Bool) -> HTML {
        let limit = ground.lastDay.map { "最迟 \($0.chinese(from: ground.today))。" } ?? ""
        return parts.date(
            "day", "承诺哪一天办好", earliest: ground.today.iso, latest: ground.lastDay?.iso,
            notes: FieldNotes(hint: limit + "承诺日期会告诉反映人，到时看兑现没有。", isOptional: isOptional))
    }

    var extensionRequest: HTML {
        let now = ground.lastDay.map { "现在的期限是 \($0.chinese(from: ground.today))。" } ?? ""
        return """
            \(parts.date("until", "延到哪一天", earliest: (ground.lastDay ?? ground.today).adding(days: 1).iso,
                notes: FieldNotes(hint: now + "只能申请一次，并且不得超过法定最长期限。")))
            \(reason("延期的理由"))
            """
    }

    /// Row 52: an answer that it cannot be done says why and on what basis.
    var reply: HTML {
        """
        \(templates)
        \(parts.radios("outcome", "办理结果", outcomes))
        \(parts.textArea("done", "办理情况", value: ground.filledReply, rows: 5,
            notes: FieldNotes(hint: "做了什么、什么时候、谁做的，\(ground.leastReply) 个字以上。", seenBy: "督办代表审核后告诉反映人")))
        \(emptyPhrases)
        \(parts.date("promised", "承诺哪一天办到", earliest: ground.today.adding(days: 1).iso,
            notes: FieldNotes(hint: "正在解决、列入计划的必须填。", isOptional: true)))
        \(parts.textArea("reason", "不能解决的理由", rows: 2,
            notes: FieldNotes(hint: "确实不能解决的必须填，\(ground.leastReason) 个字以上。", isOptional: true)))
        \(parts.textArea("basis", "依据的法律、政策", rows: 2,
            notes: FieldNotes(hint: "确实不能解决的必须填，写到条款。", isOptional: true)))
        \(parts.textField("signer", "签发人"))
        """
    }

    /// Links, so that it works without a script; what is typed already would be lost, so they stand before the fields.
    private var templates: HTML {
        guard !ground.templates.isEmpty else { return HTML() }
        let address = Address("/matters/" + matter.number.text)
        return """
            <details\(flag: "open", !ground.filledReply.isEmpty)><summary>套用模板（\(ground.templates.count)）</summary>
            <p class="hint">先选模板，再填下面的内容；【】里的要照实写。</p>
            <ul class="links">\(each: ground.templates, { template in
                "<li><a href=\"\(address: address.with("template", String(template.id)).text + "#reply")\">\(template.title)</a></li>\n"
            })</ul>
            </details>
            """
    }

    /// Filled by `reply.js` while she writes: what the deputy would send back.
    private var emptyPhrases: HTML {
        """
        <p class="hint" role="status" data-empty-phrases="\(EmptyPhrases.all.joined(separator: "|"))" \
        data-watches="reply-done">不要只写“正在研究、尽快处理”这样的空话，督办代表可以退回。</p>
        """
    }

    private var outcomes: [Choice] {
        Outcome.allCases.map { outcome in
            let label = "\(outcome.letter) 类：\(ground.outcomeLabels[outcome] ?? outcome.chinese)"
            let needs: String? =
                switch outcome {
                case .inProgress, .planned: "要写承诺日期"
                case .cannot: "要写理由和依据"
                case .solved, .reference: nil
                }
            return Choice(
                outcome.rawValue, outcome.chinese, hint: [label, needs].compactMap(\.self).joined(separator: "。"))
        }
    }

    /// Checked and told to the reporter in one form, when the deputy has already spoken with her.
    var replyCheck: HTML {
        """
        \(note("审核意见"))
        \(parts.select("channel", "已经答复本人的，是怎么答复的", Channel.allCases.map { Choice($0.rawValue, $0.chinese) },
            empty: "还没有答复本人", notes: FieldNotes(isOptional: true)))
        \(parts.textArea("words", "怎么对本人说的", rows: 2, notes: FieldNotes(isOptional: true)))
        """
    }

    var delivery: HTML {
        let isOwnAnswer = matter.state == .merged
        let hint = isOwnAnswer ? "并案的也要单独答复，\(ground.leastReason) 个字以上。" : nil
        return """
            \(channel("channel", "怎么答复本人的", chosen: matter.hasTelephone ? .phone : nil))
            \(parts.textArea("words", "怎么对本人说的", rows: 3, notes: FieldNotes(hint: hint, isOptional: !isOwnAnswer)))
            """
    }

    /// A try, and the rating if the person gave one.
    var revisit: HTML {
        """
        \(parts.date("day", "哪一天", value: ground.today.iso, latest: ground.today.iso))
        \(channel("channel", "怎么回访的", chosen: matter.hasTelephone ? .phone : .visit))
        \(yesOrNo("reached", "联系上了没有", "联系上了", "没有联系上"))
        \(note("回访记录"))
        \(if: ground.acts.contains(.rate), rating(isOptional: true))
        """
    }

    func rating(isOptional: Bool) -> HTML {
        let sources = ground.ratingSources
        return """
            \(parts.radios("grade", isOptional ? "本人怎么评价" : "满意程度", Self.grades + (isOptional ? [Self.noGrade] : []),
                notes: FieldNotes(isOptional: isOptional)))
            \(source(sources))
            \(parts.textArea("comment", "本人的评语", rows: 2, notes: FieldNotes(isOptional: true)))
            """
    }

    /// Asked only where one person could enter it in two ways.
    private func source(_ sources: [RatingSource]) -> HTML {
        if sources.count == 1 { return parts.hidden("source", sources[0].rawValue) }
        return parts.radios(
            "source", "评价是怎么得到的", sources.map { Choice($0.rawValue, $0.chinese) }, chosen: sources.first?.rawValue ?? ""
        )
    }

    private static let grades = Grade.allCases.map { Choice($0.rawValue, $0.chinese) }
    private static let noGrade = Choice("", "没有评价")
}
