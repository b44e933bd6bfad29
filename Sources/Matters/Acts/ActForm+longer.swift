import Domain
import Web

// The forms with more than a reason.
extension ActForm {
    /// A call, a letter or a paper of the supervising deputy or the handling organ; nil where somebody acts for herself.
    /// A handler's is a stamped letter with its number; a letter has somebody who signed it, whom a reply names anyway.
    mutating func told(by speaker: Attestation.Speaker) -> Attestation? {
        guard ["told", "document"].contains(where: { reader.form[$0]?.isEmpty == false }) else { return nil }
        let channel = reader.choice("told", "怎么听到或收到的", as: Channel.self, isRequired: false) ?? .letter
        let day = reader.day("told_on", "哪一天听到或收到的", isRequired: false) ?? today
        if day > today { reader.add("told_on", "听到或收到的日期不能晚于今天。") }
        let isHandlers = speaker == .handler
        let document = reader.text("document", "来函文号", most: 60, isRequired: isHandlers)
        let signer = reader.text(
            "letter_signer", "签发人", most: 30, isRequired: act != .reply && (isHandlers || channel == .letter))
        return Attestation(speaker: speaker, channel: channel, heardOn: day, document: document, signer: signer)
    }

    mutating func rating() -> ActDraft? {
        let grade = reader.choice("grade", "满意程度", as: Grade.self)
        let source = reader.choice("source", "评价来源", as: RatingSource.self, isRequired: false) ?? .ownHand
        let comment = reader.lines("comment", "想说的话", most: 1000, isRequired: false)
        return grade.map { .ready(.rate($0, source: source, comment: comment)) }
    }

    mutating func triage() -> ActDraft? {
        let route = reader.choice("route", "建议怎么办", as: TriageRoute.self)
        let commonality = reader.choice("commonality", "共性还是个人", as: Triage.Commonality.self)
        let category = reader.choice("category", "类别", as: Category.self)
        let power = reader.choice("power", "属于哪一级职权", as: PowerLevel.self)
        let note = reader.lines("note", "说明", most: 2000, isRequired: false)
        guard let route, let commonality, let category, let power else { return nil }
        let triage = Triage(
            route: route, commonality: commonality, category: category, power: power,
            isEmergency: reader.isChecked("emergency"))
        return .ready(.triage(triage, note: note))
    }

    mutating func spotAnswer() -> ActDraft? {
        let words = reader.lines("words", "当场说的话", most: 5000)
        let commonality = reader.choice("commonality", "共性还是个人", as: Triage.Commonality.self)
        let category = reader.choice("category", "类别", as: Category.self)
        guard let commonality, let category else { return nil }
        let hasConsent = reader.isChecked("consent") || reader.form["grade"]?.isEmpty == false
        return .ready(
            .answerOnSpot(
                SpotAnswer(words: words, hasConsent: hasConsent, commonality: commonality, category: category)))
    }

    mutating func merger() -> ActDraft? {
        let lead = leadNumber()
        let reason = reader.lines("reason", "理由", most: 2000)
        return lead.map { .merge(into: $0, reason: reason) }
    }

    /// One of those that were offered, or any other by its number; both only where they say the same.
    private mutating func leadNumber() -> MatterNumber? {
        let chosen = reader.form["similar"].flatMap { MatterNumber($0) }
        let typed = reader.text("lead", "并入哪一件", most: 40, isRequired: chosen == nil)
        guard !typed.isEmpty else { return chosen }
        guard let number = MatterNumber(typed) else {
            reader.add("lead", "编号不对，请照纸条上的编号填写，例如 1407-2026-000123-2。")
            return nil
        }
        guard chosen == nil || chosen == number else {
            reader.add("lead", "上面选了一件，这里又写了另一件的编号，请只留一个。")
            return nil
        }
        return number
    }

    mutating func redirection() -> ActDraft? {
        .ready(
            .redirect(
                Redirection(
                    place: reader.text("place", "该找哪里", most: 60), address: reader.text("address", "地址", most: 120),
                    telephone: reader.text("telephone", "电话", most: 40),
                    bring: reader.text("bring", "要带什么", most: 200))))
    }

    mutating func supervisor() -> ActDraft? {
        reader.identifier("deputy", "督办代表").map {
            .nameSupervisor($0, isKin: reader.isChecked("kin"), isParty: reader.isChecked("party"))
        }
    }

    mutating func elevation() -> ActDraft? {
        let level = reader.choice("level", "提交到哪一级", as: LevelChoice.self)
        let reason = reader.lines("reason", "理由", most: 2000)
        let skip = reader.choice("skip", "越级原因", as: SkipGround.self, isRequired: false)
        return level.map { .ready(.elevate(to: $0.level, reason: reason, skip: skip)) }
    }

    mutating func assignment() -> ActDraft? {
        let lead = reader.identifier("organ", "主办单位")
        let others = reader.form.all("co").compactMap(Int64.init)
        let note = reader.lines("note", "交办说明", most: 2000, isRequired: false)
        return lead.map { .assign($0, coHandlers: others, isWide: reader.isChecked("wide"), note: note) }
    }

    mutating func objectionDecision() -> ActDraft? {
        let reason = reader.lines("reason", "理由", most: 2000)
        switch reader.choice("decision", "怎么决定", as: ObjectionChoice.self) {
        case .reassign: return reader.identifier("organ", "改交的单位").map { .reassign($0, reason: reason) }
        case .uphold: return .ready(.decideObjection(.uphold, reason: reason))
        case nil: return nil
        }
    }

    mutating func reply() -> ActDraft? {
        let outcome = reader.choice("outcome", "办理结果", as: Outcome.self)
        let done = reader.lines("done", "办理情况", most: 5000)
        let reason = reader.lines("reason", "不能解决的理由", most: 2000, isRequired: false)
        let basis = reader.lines("basis", "依据", most: 2000, isRequired: false)
        let promised = reader.day("promised", "承诺哪一天办到", isRequired: false)
        let signer = reader.text("signer", "签发人", most: 30)
        if let open = AnswerTemplate.openPlaces(in: done).first { reader.add("done", "模板里的“\(open)”还没有写，请照实填上") }
        return outcome.map {
            .ready(
                .reply(
                    HandlerReply(
                        outcome: $0, done: done, reason: reason, basis: basis, promisedOn: promised, signer: signer)))
        }
    }

    mutating func revisit() -> ActDraft? {
        let day = reader.day("day", "哪一天", isRequired: false) ?? today
        let channel = reader.channel("channel", "回访方式")
        let reached = reader.choice("reached", "联系上了没有", as: YesNo.self)
        let note = reader.lines("note", "回访记录", most: 2000, isRequired: false)
        guard let channel, let reached else { return nil }
        return .ready(.revisit(RevisitTry(day: day, channel: channel, wasReached: reached == .yes), note: note))
    }

    mutating func jointReview() -> ActDraft? {
        let result = reader.choice("result", "会商结果", as: JointReviewResult.self)
        let words = reader.lines("words", "会商结果说明", most: 5000)
        return result.map { .ready(.concludeJointReview($0, words: words)) }
    }
}

/// Levels by name, as forms send them.
enum LevelChoice: String, CaseIterable {
    case township, county, city, province

    var level: Level {
        switch self {
        case .township: .township
        case .county: .county
        case .city: .city
        case .province: .province
        }
    }
}

enum ObjectionChoice: String, CaseIterable {
    case reassign, uphold
}
