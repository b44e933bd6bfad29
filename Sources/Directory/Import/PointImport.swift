import Database
import Domain
import Record

/// The columns of a file of liaison points.
enum PointColumn: String, ImportColumn {
    case code = "联络点编码"
    case name = "名称"
    case station = "站点编码"
    case address = "地址"

    var meaning: String {
        switch self {
        case .code: "全省不能重复；编码已有的，按修改处理"
        case .name: "联络点名称"
        case .station: "所属联络站的编码；联络点不能没有联络站"
        case .address: "对外公布的地址"
        }
    }

    var example: String {
        switch self {
        case .code: "SX140702001-01"
        case .name: "安宁社区联络点"
        case .station: "SX140702001"
        case .address: "榆次区北关街道安宁社区（示例）"
        }
    }

    var isRequired: Bool {
        switch self {
        case .code, .name, .station: true
        case .address: false
        }
    }
}

/// Liaison points: found again by code; none without its station.
struct PointImport {
    static func plan(
        _ sheet: ImportSheet<PointColumn>, _ ground: ImportGround, in db: Transaction, ids: inout IDs
    ) throws -> ImportPlan {
        let known = try Dictionary(uniqueKeysWithValues: LiaisonPointTable.all(in: db).map { ($0.code, $0) })
        var plan = ImportPlan(rows: sheet.rows.count, faults: sheet.faults)
        var added: [LiaisonPoint] = []
        var changed: [LiaisonPoint] = []
        var lines: [String: Int] = [:]
        for row in sheet.rows {
            var reader = RowReader(row)
            let code = reader.code(.code)
            let (name, address) = (reader.text(.name, limit: 60), reader.text(.address))
            let station = findStation(&reader, ground.atlas)
            if let first = lines.updateValue(row.line, forKey: code) {
                reader.fault(.code, "与第 \(first) 行的编码相同")
            }
            guard reader.faults.isEmpty, let station else {
                plan.faults += reader.faults
                continue
            }
            let old = known[code]
            let point = LiaisonPoint(
                id: old?.id ?? ids.next(), code: code, station: station.id, name: name, address: address)
            if old == nil { added.append(point) } else if old != point { changed.append(point) }
            plan.count(old == nil ? .added : old == point ? .unchanged : .changed)
            plan.pointsPerStation[station.code, default: 0] += 1
        }
        plan.write = { [added, changed] db, _ in
            try LiaisonPointTable.insert(added, in: db)
            for point in changed { try LiaisonPointTable.update(point, in: db) }
            return []
        }
        return plan
    }

    private static func findStation(_ reader: inout RowReader<PointColumn>, _ atlas: Atlas) -> Station? {
        let code = reader.code(.station)
        guard !code.isEmpty else { return nil }
        if let station = atlas.station(code: code) { return station }
        reader.fault(.station, "没有编码为“\(code)”的联络站，联络点不能没有联络站")
        return nil
    }
}
