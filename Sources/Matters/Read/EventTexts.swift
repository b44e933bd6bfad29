import Domain
import Record

/// The texts of an event for one reader: which of them, under which heading, and with the reporter taken out for those
/// who must not know her (blind handler).
struct EventTexts {
    let reader: TextReader
    let opened: [Int64: [TextPart]]
    /// The reply that was checked, by the event of its delivery: what the reporter is told is the delivery.
    let delivered: [Int64: Int64]

    func texts(of event: RecordedEvent, _ kind: MatterEvent) -> [ShownText] {
        guard reader.mayRead(kind) else { return [] }
        var parts = opened[event.id] ?? []
        if reader.isReporter, let reply = delivered[event.id] { parts += opened[reply] ?? [] }
        return parts.compactMap { part in
            label(part.kind, kind).map { ShownText(label: $0, text: reader.shown(part.text)) }
        }
    }

    private func label(_ part: String, _ event: MatterEvent) -> String? {
        switch part {
        case "words": event == .registered ? "原话" : event == .remarked ? "补充" : "说明"
        case "place": event == .redirected ? "去哪里" : "地点"
        case "reason": event == .contactSeen ? "用途" : "理由"
        case "note": "说明"
        case "answer": "答复"
        case "comment": "群众的话"
        case "done": "办理情况"
        case "basis": "依据"
        case "signer": "签发人"
        case "opinion": "协办意见"
        case "address": "地址"
        case "telephone": "电话"
        case "bring": "要带什么"
        case "title": "公开标题"
        case "summary": "公开摘要"
        // Which letter it was is the station's paper trail.
        case "document": reader.isReporter ? nil : "来函文号"
        case "letter-signer": reader.isReporter ? nil : "来函签发人"
        default: nil
        }
    }
}

/// Who reads, as far as texts are concerned.
struct TextReader: Sendable {
    let isReporter: Bool
    let isInside: Bool
    let view: MatterView
    /// Nil for those who may know the reporter; else what must not be read.
    let hidden: ReporterTraces?

    /// `isHandling`: an organ that works on it, or worked on it and still may read.
    init(_ relations: Set<Relation>, view: MatterView, isHandling: Bool, hidden: ReporterTraces?) {
        isReporter = relations.contains(.reporter)
        isInside = !relations.isDisjoint(with: TextReader.inside.subtracting(isHandling ? [.reader] : []))
        self.view = view
        self.hidden = hidden
    }

    /// The station, the offices over it, those who read for them. Handling organs are not among them.
    private static let inside: Set<Relation> = [
        .clerk, .head, .deputy, .supervisor, .liaisonOfficer, .assigningOffice, .officeAbove, .petitionOffice, .reader,
        .system,
    ]

    func mayRead(_ event: MatterEvent) -> Bool {
        guard view == .full else { return false }
        return switch event.textAudience {
        case .everybody: true
        case .offices: !isReporter
        case .inside: !isReporter && isInside
        }
    }

    func shown(_ text: String) -> String { hidden?.removed(from: text) ?? text }
}

/// What would give the reporter away in somebody's words.
struct ReporterTraces: Sendable {
    let name: String?
    let phone: String?
    let address: String?
    let guardian: String?

    init(name: String?, phone: String?, address: String?, guardian: String? = nil) {
        self.name = name
        self.phone = phone
        self.address = address
        self.guardian = guardian
    }

    init(_ reporter: ReporterDraft) {
        self.init(
            name: reporter.name?.opened, phone: reporter.phone?.opened, address: reporter.address?.opened,
            guardian: reporter.guardian?.opened)
    }

    func removed(from text: String) -> String {
        var text = Masker.mask(text).text
        let all = [(name, "[姓名]"), (phone, "[电话]"), (address, "[住址]"), (guardian, "[家长]")]
        for (trace, sign) in all {
            guard let trace, trace.count > 1 else { continue }
            text = text.replacing(trace, with: sign)
        }
        return text
    }
}
