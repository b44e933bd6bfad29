import Domain
import Web

/// What was written of a reception: who was there, and the numbers of the matters that began there.
struct WrittenRecordView {
    let shown: RecordQuery.Shown

    private var address: DeskAddress { DeskAddress(code: shown.duty.station.code) }

    var html: HTML {
        """
        <h1>\(shown.reception?.kind == .visit ? "走访记录" : "接待记录")</h1>
        <p class="lead">\(shown.duty.station.name)</p>
        \(facts)
        \(visitors)
        <p>漏了一位？用<a href="/matters/new">代群众登记</a>补上。</p>
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private var facts: HTML {
        guard let reception = shown.reception, let record = shown.record else { return HTML() }
        return DefinitionList([
            ("日期和时间", "\(ReceptionWords.day(reception.day, from: shown.today)) \(reception.hours.chinese)"),
            ("地点", "\(reception.place)"), ("走访户数", record.households.map { "\($0) 户" } ?? HTML()),
            ("到场代表", "\(each: shown.dutyEvents, { "\($0.name) \(DutyWords.label($0)) " })"),
            ("到场部门", "\(record.departments)"), ("来访群众", "\(record.visitors) 位"),
            ("记录", "\(record.writerName)，\(record.writtenOn.chinese(from: shown.today))\(late(record))"),
        ]).html
    }

    private func late(_ record: ReceptionRecord) -> HTML {
        record.isLate ? "　\(StatusLabel("补录", .soon).html)" : HTML()
    }

    private var visitors: HTML {
        guard !shown.visitors.isEmpty else { return HTML() }
        let columns = ["第几位", "编号", "性质", "处理", "当场答复"].map { Table.Column($0) }
        let rows: [[HTML]] = shown.visitors.map { visitor in
            [
                "\(visitor.place)",
                "<a href=\"\(address: Address("/matters/" + visitor.number))\">\(visitor.number)</a>",
                visitor.isCommon ? "大家的事" : "个人的事", visitor.isAnswered ? "当场答复" : "登记转办",
                "\(visitor.answerer)",
            ]
        }
        return Table("来访群众反映的事", columns, rows: rows).html
    }
}
