import Domain
import Web

/// The ticked lines of a bulk assignment: `pick` names the numbers, `version-…` and `organ-…` stand beside each.
struct BulkForm: Sendable {
    var lines: [BulkLine]
    var note: String

    init(reading reader: FormReader) throws(FormErrors) {
        var reader = reader
        var lines: [BulkLine] = []
        let picked = reader.form.all("pick")
        if picked.isEmpty { reader.add("pick", "请至少勾选一件") }
        if picked.count > BulkQuery.most { reader.add("pick", "一次最多交办 \(BulkQuery.most) 件") }
        for text in Set(picked).sorted() {
            guard let number = MatterNumber(text), let version = reader.form["version-" + text].flatMap({ Int64($0) })
            else {
                reader.add("pick", "这一页过期了，请重新打开")
                continue
            }
            guard let organ = reader.form["organ-" + text].flatMap({ Int64($0) }) else {
                reader.add("organ-" + text, "\(text)：请选择交给哪个单位")
                continue
            }
            lines.append(BulkLine(number: number, version: version, organ: organ))
        }
        note = reader.lines("note", "交办说明", most: 2000, isRequired: false)
        try reader.finish()
        self.lines = lines
    }
}
