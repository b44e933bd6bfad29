import Directory
import Domain

/// The figures of an area and of each area in it as a table. Counts are whole; a share of fewer than five is left empty.
struct ResultsCSV {
    private static let header = [
        "地方", "时间", "收到", "有答复", "有答复占比", "通常几天答复", "现在过了期限还没有答复", "本人评价过结果", "本人说解决了", "本人说解决了占比", "定过日子并已答复",
        "按时答复", "兑现率", "评价过", "满意", "基本满意", "不满意", "满意和基本满意占比", "评价的占有答复的", "本人自己评的", "说给工作人员听的", "上级打电话问的",
    ]

    let found: ResultsQuery.Found
    let period: Period

    var bytes: [UInt8] {
        var csv = CSVOutput(header: Self.header)
        csv.add(row(found.area.fullName, found.figures))
        for child in found.children { csv.add(row(child.area.fullName, child.figures)) }
        return csv.bytes
    }

    private func row(_ name: String, _ figures: AreaFigures) -> [String] {
        let (solved, kept) = (figures.solvedShare, figures.keptShare)
        let numbers: [Int?] =
            [
                figures.received, figures.answered, figures.answeredShare.percent, figures.medianDays, figures.late,
                solved.whole, solved.part, solved.percent, kept.whole, kept.part, kept.percent, figures.rated,
            ]
            + Grade.allCases.map { figures.count(.rated($0)) }
            + [figures.contentShare.percent, figures.responseShare.percent]
            + RatingSource.allCases.map { figures.count(.ratedFrom($0)) }
        return [name, period.chinese] + numbers.map { $0.map(String.init) ?? "" }
    }
}
