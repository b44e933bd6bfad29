import Domain
import Web

/// One visitor's part of the record. Its fields carry the place in the form: `v1_words`, `v2_words` …
struct VisitorForm {
    /// 当场答复, or registered for the station to pass on.
    enum Outcome: String, CaseIterable {
        case registered, answeredOnSpot
    }

    /// Who answered on the spot: a deputy, a department of the notice, or whoever else came from one.
    enum Answerer: Hashable, Sendable {
        case deputy(MandateID)
        case organ(OrganID)
        case department

        init?(code: String) {
            let id = Int64(code.dropFirst())
            switch (code.first, id) {
            case ("d", .some(let id)): self = .deputy(id)
            case ("o", .some(let id)): self = .organ(id)
            case ("x", nil) where code == "x": self = .department
            case _: return nil
            }
        }
    }

    static let fewest = 5
    static let most = 30

    let place: Int

    func field(_ name: String) -> String { "v\(place)_\(name)" }

    /// Nobody sat here: an empty row is no visitor. A name filled in from a booking alone is nobody who came.
    func isBlank(in form: FormBody) -> Bool {
        ["phone", "village", "words", "answer"].allSatisfy { (form[field($0)] ?? "").allSatisfy(\.isWhitespace) }
            && !(form[field("read_back")] != nil || isNameTyped(in: form) || VisitorHome.isSaid(self, in: form))
    }

    private func isNameTyped(in form: FormBody) -> Bool {
        let name = (form[field("name")] ?? "").filter { !$0.isWhitespace }
        return !name.isEmpty && name != (form[field("expected")] ?? "").filter { !$0.isWhitespace }
    }

    /// The visitor as written, or every field that is wrong.
    func read(_ reader: inout FormReader, limits: RecordLimits) -> RecordDraft.Visitor {
        let name = reader.text(field("name"), label("怎么称呼"), most: 30, isRequired: false)
        let phone = reader.reachableTelephone(field("phone"))
        let village = reader.text(field("village"), label("哪个村、哪个社区"), most: 60, isRequired: false)
        let home = VisitorHome(self, reading: &reader)
        let words = reader.lines(field("words"), label("原话"), most: limits.words)
        let isBypassed = reader.isChecked(field("bypass"))
        let commonality: Triage.Commonality? = reader.choice(field("commonality"), label("是大家的事还是个人的事"))
        let category: Domain.Category? = reader.choice(field("category"), label("类别"), isRequired: false)
        let outcome: Outcome? = reader.choice(field("outcome"), label("怎么处理"))
        if !reader.isChecked(field("read_back")) {
            reader.add(field("read_back"), "\(who)：请把记下的话念给本人听，本人同意后再勾选")
        }
        let answer = answer(&reader, outcome, isBypassed: isBypassed, hasCategory: category != nil, limits)
        return RecordDraft.Visitor(
            place: place, name: name.isEmpty ? nil : Sensitive(name), phone: phone,
            village: village.isEmpty ? nil : Sensitive(village), home: home, words: words, isBypassed: isBypassed,
            commonality: commonality ?? .personal, category: category, answer: answer,
            isContent: outcome == .answeredOnSpot)
    }

    private func answer(
        _ reader: inout FormReader, _ outcome: Outcome?, isBypassed: Bool, hasCategory: Bool, _ limits: RecordLimits
    ) -> RecordDraft.Answer? {
        let isOnSpot = outcome == .answeredOnSpot
        let words = reader.lines(field("answer"), label("当场说的话"), most: 2000, isRequired: isOnSpot)
        let typed = reader.form[field("answerer")] ?? ""
        let answerer = Answerer(code: typed)
        guard isOnSpot || !words.isEmpty || !typed.isEmpty else { return nil }
        if isBypassed {
            reader.add(field("outcome"), "\(who)：反映本站、本乡镇的事由上级联络站处理，本站不当场答复")
            return nil
        }
        if answerer == nil { reader.add(field("answerer"), "\(who)：请选择是谁当场说的") }
        if words.isEmpty, !isOnSpot { reader.add(field("answer"), Messages.missing(label("当场说的话"))) }
        if isOnSpot, !words.isEmpty, words.count < limits.reason {
            reader.add(field("answer"), "\(who)：当场说的话至少写 \(limits.reason) 个字")
        }
        if isOnSpot, !hasCategory { reader.add(field("category"), Messages.missingChoice(label("类别"))) }
        return answerer.map { RecordDraft.Answer(answerer: $0, words: words) }
    }

    var who: String { "第 \(place) 位" }

    func label(_ text: String) -> String { "\(who)的“\(text)”" }
}

/// What a place allows to be written.
struct RecordLimits: Sendable {
    let words: Int
    let reason: Int

    init(_ rules: Rules) {
        words = rules.number(.opinionLimit)
        reason = rules.number(.reasonMinimum)
    }
}
