import Domain
import Web

/// One figure as everybody reads it: what it is, how it is counted, of how many.
struct FigureWords {
    let title: String
    /// 「86%」, or why there is none.
    let value: String
    /// 「43 件里的 50 件」
    let detail: String
    let definition: String

    /// Below this a share says more about single people than about a place.
    static let tooFew = "件数太少，不算比例"

    static func all(_ figures: AreaFigures) -> [FigureWords] {
        [received(figures), answered(figures), median(figures), late(figures)]
            + [solved(figures), kept(figures), content(figures)]
    }

    static func percent(_ share: Share) -> String { share.percent.map { "\($0)%" } ?? tooFew }

    private static func received(_ figures: AreaFigures) -> FigureWords {
        FigureWords(
            title: "收到", value: "\(figures.received) 件", detail: "",
            definition: "这段时间里说的事，一件一个编号。按信访程序另外办的不在内；本人后来收回的也算收到。")
    }

    private static func answered(_ figures: AreaFigures) -> FigureWords {
        FigureWords(
            title: "有答复", value: percent(figures.answeredShare),
            detail: "\(figures.received) 件里有 \(figures.answered) 件",
            definition: "已经把结果、去处或者不能办的理由告诉本人的。后来重新办的，第一次答复也算。")
    }

    private static func median(_ figures: AreaFigures) -> FigureWords {
        FigureWords(
            title: "通常几天答复", value: figures.medianDays.map { "\($0) 天" } ?? "件数太少，不算天数",
            detail: "有答复的 \(figures.answered) 件",
            definition: "从说的那天到第一次答复本人，按天数从少到多排，正中间的那一件（中位数）。休息日也算在内。")
    }

    private static func late(_ figures: AreaFigures) -> FigureWords {
        FigureWords(
            title: "现在过了期限还没有答复", value: "\(figures.late) 件", detail: "不分什么时候说的，今天还欠着的都算",
            definition: "手上正在办的这一步已经过了期限，结果也还没有告诉本人。重新办的也算。不随上面选的时间变。")
    }

    private static func solved(_ figures: AreaFigures) -> FigureWords {
        let share = figures.solvedShare
        return FigureWords(
            title: "本人说解决了", value: percent(share), detail: "本人评价过结果的 \(share.whole) 件里有 \(share.part) 件",
            definition: "办事的单位说已经解决，本人评价满意或者基本满意。只有单位自己说解决的不算；还没有评价的不算在内。")
    }

    private static func kept(_ figures: AreaFigures) -> FigureWords {
        let share = figures.keptShare
        return FigureWords(
            title: "说到做到（兑现率）", value: percent(share), detail: "定过日子并且已经答复的 \(share.whole) 次里，按时的 \(share.part) 次",
            definition: "办事的单位自己说了哪天办好，在那天或者那天以前给出了答复。还没有到答复的不算在内。")
    }

    private static func content(_ figures: AreaFigures) -> FigureWords {
        let response = figures.responseShare
        let sources = RatingSource.allCases.map { "\(source($0)) \(figures.count(.ratedFrom($0))) 件" }
        return FigureWords(
            title: "满意和基本满意", value: percent(figures.contentShare),
            detail: """
                评价过的 \(figures.rated) 件；有答复的 \(response.whole) 件里，\
                评价的占 \(percent(response))。\(sources.joined(separator: "，"))
                """,
            definition: "满意和基本满意的件数，除以评价过的件数。没有评价的不当作满意，也不当作不满意。")
    }

    static func source(_ source: RatingSource) -> String {
        switch source {
        case .ownHand: "本人自己评的"
        case .toldToStaff: "说给工作人员听的"
        case .callBack: "上级打电话问的"
        }
    }
}
