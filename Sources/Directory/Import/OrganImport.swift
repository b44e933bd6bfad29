import Database
import Domain
import Record

/// The columns of a file of organs.
enum OrganColumn: String, ImportColumn {
    case area = "区划代码"
    case kind = "机构类型"
    case name = "名称"
    case superior = "上级机构"
    case field = "主管领域"
    case phone = "电话"
    case address = "地址"
    case hours = "办公时间"

    var meaning: String {
        switch self {
        case .area: "机构所在行政区划的代码；统计用代码写成“统计:代码”"
        case .kind: "填写：" + OrganKind.allCases.map(\.chinese).joined(separator: "、")
        case .name: "机构全称，同一行政区划内不能重复；名称已有的，按修改处理"
        case .superior: "上级机构全称，在本地或上一级行政区划内；不填则不改"
        case .field: "政府部门主管的意见类别，其他机构不填：" + fields.map(\.chinese).joined(separator: "、")
        case .phone: "对外公布的电话"
        case .address: "对外公布的地址"
        case .hours: "对外公布的办公时间"
        }
    }

    var example: String {
        switch self {
        case .area: "140702"
        case .kind: "政府部门"
        case .name: "榆次区教育局"
        case .superior: "榆次区人民政府"
        case .field: "教育"
        case .phone: "19900001234"
        case .address: "榆次区迎宾街（示例）"
        case .hours: "工作日 8:30—12:00，14:30—18:00"
        }
    }

    var isRequired: Bool {
        switch self {
        case .area, .kind, .name: true
        case .superior, .field, .phone, .address, .hours: false
        }
    }

    private var fields: [Domain.Category] { Domain.Category.allCases.filter { $0 != .other } }
}

/// Organs: found again by area and name.
struct OrganImport {
    private let atlas: Atlas
    private var plan = ImportPlan()
    private var added: [Organ] = []
    private var changed: [Organ] = []
    private var lines: [String: Int] = [:]
    private var made: [DivisionID: [Organ]] = [:]

    static func plan(_ sheet: ImportSheet<OrganColumn>, _ ground: ImportGround, ids: inout IDs) throws -> ImportPlan {
        var work = OrganImport(atlas: ground.atlas)
        work.plan.rows = sheet.rows.count
        work.plan.faults = sheet.faults
        for row in sheet.rows { work.read(row, ids: &ids) }
        let (added, changed) = (work.added, work.changed)
        work.plan.write = { db, _ in
            try OrganTable.insert(added, in: db)
            for organ in changed { try OrganTable.update(organ, in: db) }
            return []
        }
        return work.plan
    }

    private init(atlas: Atlas) {
        self.atlas = atlas
    }

    private mutating func read(_ row: ImportRow<OrganColumn>, ids: inout IDs) {
        var reader = RowReader(row)
        let area = reader.area(.area, in: atlas)
        let kind = reader.choice(.kind, of: OrganKind.allCases, by: \.chinese)
        let name = reader.text(.name, limit: 60)
        let field = findField(of: kind, &reader)
        let superior = findSuperior(in: area, &reader)
        let (phone, address, hours) = (reader.phone(.phone), reader.text(.address), reader.text(.hours))
        if let area, let kind, kind.stands(in: area.kind) == false {
            reader.fault(.kind, "\(area.fullName)是\(area.kind.chinese)，不设\(kind.chinese)")
        }
        if let area, let first = lines.updateValue(row.line, forKey: "\(area.id) \(name)") {
            reader.fault(.name, "与第 \(first) 行是同一个机构")
        }
        guard reader.faults.isEmpty, let area, let kind else {
            plan.faults += reader.faults
            return
        }
        let known = atlas.organs(in: area.id).first { $0.name == name }
        let organ = Organ(
            id: known?.id ?? ids.next(), division: area.id, kind: kind, name: name,
            superior: superior?.id ?? known?.superior, field: field,
            phone: phone, address: address, hours: hours)
        made[area.id, default: []].append(organ)
        if known == nil { added.append(organ) } else if known != organ { changed.append(organ) }
        plan.count(known == nil ? .added : known == organ ? .unchanged : .changed)
    }

    private func findField(of kind: OrganKind?, _ reader: inout RowReader<OrganColumn>) -> String? {
        let text = reader.row[.field]
        guard !text.isEmpty else { return nil }
        guard kind == .bureau else {
            reader.fault(.field, "只有政府部门填写主管领域")
            return nil
        }
        return reader.choice(.field, of: Domain.Category.allCases, by: \.chinese)?.rawValue
    }

    private func findSuperior(in area: Division?, _ reader: inout RowReader<OrganColumn>) -> Organ? {
        let name = reader.row[.superior]
        guard let area, !name.isEmpty else { return nil }
        for place in atlas.lineage(of: area.id).prefix(2) {
            let organs = (made[place.id] ?? []) + atlas.organs(in: place.id)
            if let found = organs.first(where: { $0.name == name }) { return found }
        }
        reader.fault(.superior, "本地和上一级都没有名为“\(name)”的机构，上级应写在前面的行里")
        return nil
    }
}

extension OrganKind {
    /// Whether an area of a kind has such an organ (地方组织法 59: a presidium in towns, a committee in streets).
    func stands(in kind: DivisionKind) -> Bool {
        switch self {
        case .presidium, .townGovernment: kind == .town || kind == .township
        case .streetCommittee, .subdistrictOffice: kind == .subdistrict || kind == .specialArea
        case .villageCommittee: kind.level == .township
        case .deputiesCommittee, .standingCommitteeOffice, .government, .governmentOffice, .petitionOffice:
            kind.level > .township
        case .bureau: true
        }
    }
}
