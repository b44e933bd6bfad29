import Domain

/// A proposal for the public summary (摘要), made by machine out of the masked words. It is put into the form of the
/// head, who reads, changes and publishes it under her name; by itself it goes nowhere.
///
/// 「张秀英 13800001234：北关菜市场门口的路灯坏了半个月」 becomes
/// 「北关街道。群众反映：[反映人] [电话]：北关菜市场门口的路灯坏了半个月」.
struct SummaryProposal: Sendable {
    private static let longest = 300

    let title: String
    let summary: String
    /// What was told to the reporter; empty while there is no answer.
    let answer: String
    /// What was taken out of the words and how often, for whoever reads on: 「电话 1 处」.
    let masked: [String]

    init(for shown: ShownMatter) {
        let names = PersonalNames(shown.reporter)
        let words = names.removed(from: Masker.mask(shown.words).text)
        let place = names.removed(from: Masker.mask(shown.place).text)
        title = words.isEmpty ? "" : shown.division.name + "：" + Title.of(words)
        let spot = shown.division.name + (place.isEmpty ? "" : "，" + place)
        summary = words.isEmpty ? "" : "\(spot)。群众反映：" + SummaryProposal.shortened(words)
        let told = SummaryProposal.told(shown)
        answer = names.removed(from: Masker.mask(told).text)
        masked = SummaryProposal.masked([shown.words, shown.place, told], names)
    }

    private static func masked(_ texts: [String], _ names: PersonalNames) -> [String] {
        let findings = texts.flatMap { Masker.mask($0).findings }
        let kinds = PersonalKind.allCases.map { kind in (kind.chinese, findings.count { $0.kind == kind }) }
        let all = kinds + [("反映人的姓名或住址", texts.reduce(0) { $0 + names.count(in: $1) })]
        return all.filter { $0.1 > 0 }.map { "\($0.0) \($0.1) 处" }
    }

    /// The newest answer that reached the reporter.
    private static func told(_ shown: ShownMatter) -> String {
        let answers: Set<String> = [Act.deliver.event, Act.answerOnSpot.event]
        guard let last = shown.events.last(where: { answers.contains($0.name) }) else { return "" }
        if last.name == Act.answerOnSpot.event { return joined(last) }
        // What was told on delivery may be short; the reply itself says what was done.
        let reply = shown.events.last { $0.name == Act.reply.event }
        return [reply.map(joined) ?? "", joined(last)].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func joined(_ event: ShownEvent) -> String {
        event.texts.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Whole sentences as far as they fit.
    private static func shortened(_ words: String) -> String {
        guard words.count > longest else { return words }
        let head = words.prefix(longest)
        let end = head.lastIndex { "。！？!?；;\n".contains($0) }
        return end.map { String(head[...$0]) } ?? head.dropLast() + "…"
    }
}

/// The name the reporter gave and how neighbours say it: 张秀英, 张女士.
private struct PersonalNames {
    static let sign = "[反映人]"
    private static let titles = ["先生", "女士", "大爷", "大妈", "大叔", "大姐", "阿姨", "师傅", "老师"]

    private let names: [String]

    init(_ reporter: ShownReporter?) {
        let name = reporter?.name?.opened ?? ""
        guard let surname = name.first, name.count > 1 else {
            names = []
            return
        }
        let address = reporter?.address?.opened ?? ""
        names = [name] + (address.isEmpty ? [] : [address]) + Self.titles.map { "\(surname)\($0)" }
    }

    func count(in text: String) -> Int {
        removed(from: text).ranges(of: PersonalNames.sign).count - text.ranges(of: PersonalNames.sign).count
    }

    func removed(from text: String) -> String {
        names.reduce(text) { $0.replacing($1, with: PersonalNames.sign) }
    }
}
