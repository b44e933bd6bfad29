import Directory
import Domain
import Web

/// 接待记录 as written, checked for form but not yet against the station.
struct RecordDraft: Sendable {
    struct Answer: Sendable {
        var answerer: VisitorForm.Answerer
        var words: String
    }

    struct Visitor: Sendable {
        var place: Int
        var name: Sensitive<String>?
        var phone: Sensitive<String>?
        var village: Sensitive<String>?
        var home: VisitorHome
        var words: String
        var isBypassed: Bool
        var commonality: Triage.Commonality
        var category: Domain.Category?
        var answer: Answer?
        var isContent: Bool
    }

    /// Of a paper book or a visit; a planned reception has its own.
    var day: Day?
    var hours: ReceptionHours?
    var placeName: String
    var households: Int?
    var deputies: [MandateID]
    var joint: JointDepartments
    var visitors: [Visitor]

    init(reading reader: FormReader, of kind: RecordKind, today: Day, limits: RecordLimits) throws(FormErrors) {
        var reader = reader
        (day, hours, placeName, households) = (nil, nil, "", nil)
        (deputies, visitors) = ([], [])
        joint = JointDepartments(organs: [], others: "")
        switch kind {
        case .planned: break
        case .paper: readOccasion(&reader, today, placeLabel: "地点")
        case .visit:
            readOccasion(&reader, today, placeLabel: "走访的村、社区")
            households = reader.number("households", "走访了几户", in: 1...2000).map { Int($0) }
        }
        deputies = Array(Set(reader.form.all("deputies").compactMap { Int64($0) })).sorted()
        if deputies.isEmpty { reader.add("deputies", "请勾选到场的代表，至少一位") }
        joint = JointDepartments(reading: &reader)
        for place in 1...Self.rows(in: reader.form) {
            let form = VisitorForm(place: place)
            if !form.isBlank(in: reader.form) { visitors.append(form.read(&reader, limits: limits)) }
        }
        try reader.finish()
    }

    /// How many rows the form has.
    static func rows(in form: FormBody) -> Int {
        min(max(form["rows"].flatMap { Int($0) } ?? VisitorForm.fewest, 1), VisitorForm.most)
    }

    private mutating func readOccasion(_ reader: inout FormReader, _ today: Day, placeLabel: String) {
        day = reader.day("day", "日期")
        if let day, day > today { reader.add("day", "日期还没到，记录在事后写") }
        if let day, day < today.adding(days: -1100) { reader.add("day", "只能补录三年以内的记录") }
        let from = reader.minute("from", "开始时间")
        let to = reader.minute("to", "结束时间")
        if let from, let to, from >= to { reader.add("to", "结束时间要晚于开始时间") }
        if let from, let to, from < to { hours = ReceptionHours(from: from, to: to) }
        placeName = reader.text("place", placeLabel, most: 60)
    }
}
