import Domain

/// Reads the cells of one row and notes every fault, so that a file is put right in one round.
struct RowReader<Column: ImportColumn> {
    let row: ImportRow<Column>
    private(set) var faults: [ImportFault] = []

    init(_ row: ImportRow<Column>) {
        self.row = row
    }

    mutating func fault(_ column: Column, _ reason: String) {
        faults.append(ImportFault(line: row.line, column: column.rawValue, reason: reason))
    }

    /// Free text; nil with a fault when it must not be empty, is too long or would run as a formula.
    mutating func text(_ column: Column, limit: Int = 200) -> String {
        let text = row[column]
        if text.isEmpty, column.isRequired { fault(column, "不能为空") }
        if CSVOutput.looksLikeFormula(text) { fault(column, "不能以 = + - @ 开头") }
        if text.count > limit { fault(column, "不能超过 \(limit) 个字") }
        return text
    }

    /// A code of Latin letters, digits and hyphens.
    mutating func code(_ column: Column) -> String {
        let code = row[column].uppercased()
        let isCode = code.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case _: byte == UInt8(ascii: "-")
            }
        }
        if code.isEmpty {
            if column.isRequired { fault(column, "不能为空") }
        } else if !isCode || code.count > 40 || code.hasPrefix("-") {
            fault(column, "只能用字母、数字和短横线，不超过 40 个")
        }
        return code
    }

    /// One of a few words; `empty` stands for an empty cell.
    mutating func choice<Value>(
        _ column: Column, of values: [Value], empty: Value? = nil, by title: (Value) -> String
    ) -> Value? {
        let text = row[column]
        if text.isEmpty, let empty { return empty }
        if let found = values.first(where: { title($0) == text }) { return found }
        fault(column, "“\(text)”不在可选范围内，请填写：" + values.map(title).joined(separator: "、"))
        return nil
    }

    /// A date as table programs write it: 2026-05-25, 2026/5/25 or 2026年5月25日.
    mutating func day(_ column: Column) -> Day? {
        let text = row[column]
        if text.isEmpty {
            if column.isRequired { fault(column, "不能为空") }
            return nil
        }
        let parts = text.split(whereSeparator: { "-/.年月日".contains($0) })
        if parts.count == 3, parts[0].count == 4, let month = Int(parts[1]), let date = Int(parts[2]) {
            let padded = "\(parts[0])-" + (month < 10 ? "0" : "") + "\(month)-" + (date < 10 ? "0" : "") + "\(date)"
            if let day = Day(iso: padded) { return day }
        }
        fault(column, "“\(text)”不是日期，请写成 2026-05-25 的样子")
        return nil
    }

    /// A telephone as it is published: digits, spaces, brackets, hyphens, an extension.
    mutating func phone(_ column: Column) -> String {
        let text = row[column]
        let isPhone = text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "0"..."9", " ", "-", "(", ")", "（", "）", "转", "、", "+": true
            case _: false
            }
        }
        if !isPhone || text.count > 40 { fault(column, "“\(text)”不是电话号码") }
        if text.isEmpty, column.isRequired { fault(column, "不能为空") }
        return text
    }

    /// A mobile number, or nothing.
    mutating func mobile(_ column: Column) -> Sensitive<String>? {
        var digits = String(row[column].filter { $0 != " " && $0 != "-" })
        if digits.hasPrefix("+86") { digits.removeFirst(3) }
        guard !digits.isEmpty else {
            if column.isRequired { fault(column, "不能为空") }
            return nil
        }
        let isMobile =
            digits.utf8.count == 11 && digits.hasPrefix("1")
            && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if !isMobile { fault(column, "手机号应当是 11 位数字") }
        return Sensitive(digits)
    }

    /// An area by its code: `140702` of civil affairs, `统计:140702401` of the statistics list.
    mutating func area(_ column: Column, in atlas: Atlas) -> Division? {
        let text = row[column]
        guard !text.isEmpty else {
            if column.isRequired { fault(column, "不能为空") }
            return nil
        }
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "：" })
        let isStatistics = parts.count == 2 && parts[0] == "统计"
        let code = String(parts.last ?? "")
        if let found = atlas.division(code: code, system: isStatistics ? .nbs : .mca) { return found }
        fault(column, "没有代码为“\(text)”的行政区划" + (isStatistics ? "" : "；统计用代码请写成“统计:代码”"))
        return nil
    }
}
