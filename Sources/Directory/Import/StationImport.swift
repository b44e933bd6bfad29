import Database
import Domain
import Record

/// The columns of a file of stations.
enum StationColumn: String, ImportColumn {
    case code = "站点编码"
    case name = "名称"
    case area = "区划代码"
    case level = "级别"
    case kind = "类型"
    case organ = "主管机构"
    case phone = "电话"
    case address = "地址"
    case hours = "开放时间"
    case equipment = "设备"
    case status = "状态"
    case openedOn = "启用日期"

    var meaning: String {
        switch self {
        case .code: "门牌上的编码，全省不能重复；编码已有的，按修改处理"
        case .name: "联络站全称"
        case .area: "所在行政区划的代码；村级站填所在乡镇（街道）的代码"
        case .level: "填写：" + StationLevel.allCases.map(\.chinese).joined(separator: "、")
        case .kind: "普通站或专业站，不填为普通站"
        case .organ: "主管的主席团、街道人大工委或代表工委的全称，不填为当地的交办机关"
        case .phone: "对外公布的电话"
        case .address: "对外公布的地址"
        case .hours: "对外公布的开放时间"
        case .equipment: "场地和设备"
        case .status: "开放、关闭或筹建，不填为开放"
        case .openedOn: "启用的日期"
        }
    }

    var example: String {
        switch self {
        case .code: "SX140702001"
        case .name: "北关街道人大代表联络站"
        case .area: "140702001"
        case .level: "乡级站"
        case .kind: "普通站"
        case .organ: ""
        case .phone: "19900001234"
        case .address: "榆次区北关街道（示例）"
        case .hours: "工作日 8:30—12:00，14:30—18:00"
        case .equipment: "接待室、电脑"
        case .status: "开放"
        case .openedOn: "2021-06-01"
        }
    }

    var isRequired: Bool {
        switch self {
        case .code, .name, .area, .level: true
        case .kind, .organ, .phone, .address, .hours, .equipment, .status, .openedOn: false
        }
    }
}

/// Stations: found again by code.
struct StationImport {
    private let atlas: Atlas
    private var plan = ImportPlan()
    private var added: [Station] = []
    private var changed: [Station] = []
    private var lines: [String: Int] = [:]

    static func plan(_ sheet: ImportSheet<StationColumn>, _ ground: ImportGround, ids: inout IDs) throws -> ImportPlan {
        var work = StationImport(atlas: ground.atlas)
        work.plan.rows = sheet.rows.count
        work.plan.faults = sheet.faults
        for row in sheet.rows { work.read(row, ids: &ids) }
        let (added, changed) = (work.added, work.changed)
        work.plan.write = { db, _ in
            try StationTable.insert(added, in: db)
            for station in changed { try StationTable.update(station, in: db) }
            return []
        }
        return work.plan
    }

    private init(atlas: Atlas) {
        self.atlas = atlas
    }

    private mutating func read(_ row: ImportRow<StationColumn>, ids: inout IDs) {
        var reader = RowReader(row)
        let code = reader.code(.code)
        let name = reader.text(.name, limit: 60)
        let area = reader.area(.area, in: atlas)
        let level = reader.choice(.level, of: StationLevel.allCases, by: \.chinese)
        let kind = reader.choice(.kind, of: StationKind.allCases, empty: .ordinary, by: \.chinese)
        let status = reader.choice(.status, of: StationStatus.allCases, empty: .open, by: \.chinese)
        let organ = findOffice(for: area, &reader)
        let (phone, address, hours) = (reader.phone(.phone), reader.text(.address), reader.text(.hours))
        let (equipment, openedOn) = (reader.text(.equipment), reader.day(.openedOn))
        if let area, let level, level.divisionLevel != area.level {
            reader.fault(.level, "\(level.chinese)应当设在\(level.divisionLevel.chinese)，“\(area.fullName)”不是")
        }
        if let first = lines.updateValue(row.line, forKey: code) {
            reader.fault(.code, "与第 \(first) 行的编码相同")
        }
        guard reader.faults.isEmpty, let area, let level, let kind, let status, let organ else {
            plan.faults += reader.faults
            return
        }
        let known = atlas.station(code: code)
        let station = Station(
            id: known?.id ?? ids.next(), code: code, division: area.id, organ: organ.id, level: level, kind: kind,
            name: name, phone: phone, address: address, hours: hours, equipment: equipment, status: status,
            openedOn: openedOn)
        if known == nil { added.append(station) } else if known != station { changed.append(station) }
        plan.count(known == nil ? .added : known == station ? .unchanged : .changed)
    }

    private func findOffice(for area: Division?, _ reader: inout RowReader<StationColumn>) -> Organ? {
        guard let area else { return nil }
        let name = reader.row[.organ]
        let found =
            name.isEmpty
            ? atlas.office(for: area.id)
            : atlas.lineage(of: area.id).lazy.flatMap { atlas.organs(in: $0.id) }
                .first { $0.name == name && $0.kind.assigns }
        if found == nil {
            reader.fault(.organ, name.isEmpty ? "“\(area.fullName)”还没有主管机构，请先导入机构" : "没有名为“\(name)”的主管机构")
        }
        return found
    }
}
