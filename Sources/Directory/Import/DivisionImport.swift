import Database
import Domain
import Record

/// The columns of a file of areas.
enum DivisionColumn: String, ImportColumn {
    case code = "区划代码"
    case system = "代码体系"
    case name = "名称"
    case kind = "类型"
    case parent = "上级代码"
    case from = "生效日期"

    var meaning: String {
        switch self {
        case .code: "6 位或 9 位代码；同一体系内不能重复"
        case .system: "民政或统计，不填为民政；两个体系的同一代码可能是不同的地方"
        case .name: "镇、乡、街道的全称，不带上级名称；代码已有而名称不同的，按改名处理"
        case .kind: "省、设区的市、市辖区、县级市、县、镇、乡、街道、开发区"
        case .parent: "上一级的代码，省不填；开发区填所在的县（市、区）"
        case .from: "代码启用的日期，不填为 1949-10-01"
        }
    }

    var example: String {
        switch self {
        case .code: "140702001"
        case .system: "民政"
        case .name: "北关街道"
        case .kind: "街道"
        case .parent: "140702"
        case .from: "2001-11-01"
        }
    }

    var isRequired: Bool {
        switch self {
        case .code, .name, .kind: true
        case .system, .parent, .from: false
        }
    }
}

/// Areas: found again by code, or by name under the same parent, when the other list's code is brought.
struct DivisionImport {
    private let atlas: Atlas
    private var plan = ImportPlan()
    // What earlier rows of the file made, so that a county and its towns may come together.
    private var made: [String: Division] = [:]
    private var newOnes: [Division] = []
    private var byName: [String: Division] = [:]
    private var newCodes: [(DivisionID, DivisionCode)] = []
    private var renamed: [(Division, String)] = []
    private var lines: [String: Int] = [:]

    static func plan(
        _ sheet: ImportSheet<DivisionColumn>, _ ground: ImportGround, ids: inout IDs
    ) throws -> ImportPlan {
        var work = DivisionImport(atlas: ground.atlas)
        work.plan.rows = sheet.rows.count
        work.plan.faults = sheet.faults
        for row in sheet.rows { work.read(row, ids: &ids) }
        let (newOnes, newCodes, renamed) = (work.newOnes, work.newCodes, work.renamed)
        work.plan.write = { db, _ in
            try DivisionTable.insert(newOnes, in: db)
            try DivisionTable.insertCodes(newCodes, in: db)
            for (division, name) in renamed { try DivisionTable.rename(division, to: name, in: db) }
            return []
        }
        return work.plan
    }

    private init(atlas: Atlas) {
        self.atlas = atlas
    }

    private mutating func read(_ row: ImportRow<DivisionColumn>, ids: inout IDs) {
        var reader = RowReader(row)
        let code = reader.code(.code)
        let system = reader.choice(.system, of: CodeSystem.allCases, empty: .mca, by: \.chinese)
        let name = reader.text(.name, limit: 40)
        let kind = reader.choice(.kind, of: DivisionKind.allCases, by: \.chinese)
        let from = reader.day(.from) ?? DivisionCode.longAgo
        if ![6, 9].contains(code.count) { reader.fault(.code, "代码应当是 6 位或 9 位") }
        if let system, let first = lines.updateValue(row.line, forKey: system.rawValue + code) {
            reader.fault(.code, "与第 \(first) 行的代码相同")
        }
        let parent = findParent(of: kind, &reader)
        guard reader.faults.isEmpty, let system, let kind else {
            plan.faults += reader.faults
            return
        }
        let known = atlas.division(code: code, system: system)
        let same = findSame(name, parent)
        check(known, same, kind, system, parent, &reader)
        plan.faults += reader.faults
        let entry = DivisionCode(system: system, code: code, validFrom: from)
        if known == nil, let same { return join(entry, to: same) }
        plan.count(place(entry, name: name, kind: kind, known: known, parent: parent, ids: &ids))
    }

    /// What a code and a name already mean must not contradict each other or the row.
    private func check(
        _ known: Division?, _ same: Division?, _ kind: DivisionKind, _ system: CodeSystem, _ parent: Division?,
        _ reader: inout RowReader<DivisionColumn>
    ) {
        if let known {
            if known.kind != kind {
                reader.fault(.kind, "该代码已登记为\(known.kind.chinese)“\(known.fullName)”，类型不能改")
            } else if known.parent != parent?.id {
                reader.fault(.parent, "该代码已登记为“\(known.fullName)”，上级不能改")
            } else if let same, same.id != known.id {
                reader.fault(.name, "同一上级下已有“\(same.fullName)”")
            }
        } else if let same {
            if same.kind != kind {
                reader.fault(.kind, "“\(same.fullName)”已登记为\(same.kind.chinese)")
            } else if let old = same.codes.first(where: { $0.system == system && $0.validTo == nil }) {
                reader.fault(.name, "“\(same.fullName)”已有\(system.chinese)代码 \(old.code)")
            }
        }
    }

    private mutating func place(
        _ code: DivisionCode, name: String, kind: DivisionKind, known: Division?, parent: Division?, ids: inout IDs
    ) -> RowFate {
        if let known {
            made[code.key] = known
            guard known.name != name else { return .unchanged }
            renamed.append((known, name))
            return .changed
        }
        let division = Division(
            id: ids.next(), parent: parent?.id, level: kind.level, kind: kind, name: name,
            fullName: Division.fullName(of: name, parent: parent), codes: [code])
        made[code.key] = division
        byName["\(parent?.id ?? 0) \(name)"] = division
        newOnes.append(division)
        return .added
    }

    /// The other list's code for an area that is there, or in an earlier row.
    private mutating func join(_ code: DivisionCode, to division: Division) {
        made[code.key] = division
        newCodes.append((division.id, code))
        plan.count(.changed)
    }

    private func findSame(_ name: String, _ parent: Division?) -> Division? {
        guard let parent else { return nil }
        return byName["\(parent.id) \(name)"] ?? atlas.children(of: parent.id).first { $0.name == name }
    }

    private func findParent(of kind: DivisionKind?, _ reader: inout RowReader<DivisionColumn>) -> Division? {
        guard let kind else { return nil }
        let text = reader.row[.parent]
        guard kind != .province else {
            if !text.isEmpty { reader.fault(.parent, "省没有上级，请留空") }
            if let root = atlas.root, atlas.division(code: reader.row[.code])?.id != root.id {
                reader.fault(.kind, "一套系统只有一个省，已有\(root.name)")
            }
            return nil
        }
        if let parent = made[CodeSystem.mca.rawValue + text] ?? atlas.division(code: text) {
            if parent.level == kind.level.next { return parent }
            reader.fault(.parent, "\(kind.chinese)的上级不能是“\(parent.fullName)”")
        } else {
            reader.fault(.parent, text.isEmpty ? "不能为空" : "没有代码为“\(text)”的上级，上级应写在前面的行里")
        }
        return nil
    }
}

extension CodeSystem {
    var chinese: String {
        switch self {
        case .mca: "民政"
        case .nbs: "统计"
        }
    }
}

extension DivisionCode {
    /// For codes whose first day nobody noted.
    package static let longAgo = Day(1949, 10, 1)

    fileprivate var key: String { system.rawValue + code }
}
