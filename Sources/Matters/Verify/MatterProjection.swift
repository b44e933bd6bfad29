import Database
import Directory
import Domain

/// A matter's row beside what it was made from: the last event, the clocks, the lists.
struct MatterProjection {
    let stored: StoredMatter
    let atlas: Atlas

    private var matter: Matter { stored.matter }

    func faults(in db: Transaction) throws -> [String] {
        try [state(in: db), due(in: db), lists(in: db), lead(in: db)].compactMap { $0 }.map { "\(matter.number)：" + $0 }
    }

    private func state(in db: Transaction) throws -> String? {
        let last: String? = try db.value(
            """
            SELECT after_state FROM event
            WHERE stream_kind = 'matter' AND stream_id = \(matter.id) AND sequence = \(matter.version)
            """)
        return last == matter.state.rawValue ? nil : "状态与最后一条记录不一致"
    }

    private func due(in db: Transaction) throws -> String? {
        let dueAt: Int64? = try db.value("SELECT due_at FROM matter WHERE id = \(matter.id)")
        if dueAt != matter.dueAt?.ms { return "到期时间与时限不一致" }
        let areas = Set(MatterLists(of: matter, in: atlas).areas)
        var listed: Set<Int64> = []
        for area in atlas.lineage(of: matter.area) {
            guard let dueAt else { continue }
            let row = try db.row(
                "SELECT 1 FROM matter_due WHERE area = \(area.id) AND due_at = \(dueAt) AND matter = \(matter.id)")
            if row != nil { listed.insert(area.id) }
        }
        return listed == (dueAt == nil ? [] : areas) ? nil : "到期列表与事项不一致"
    }

    private func lists(in db: Transaction) throws -> String? {
        var listed: Set<Int64> = []
        for area in atlas.lineage(of: matter.area) {
            let row = try db.row(
                "SELECT 1 FROM matter_area WHERE area = \(area.id) AND sort_key = \(stored.sortKey)")
            if row != nil { listed.insert(area.id) }
        }
        return listed == Set(MatterLists(of: matter, in: atlas).areas) ? nil : "地区列表与事项不一致"
    }

    private func lead(in db: Transaction) throws -> String? {
        guard matter.state == .merged else { return nil }
        guard let lead = matter.lead, let state: String = try db.value("SELECT state FROM matter WHERE id = \(lead)")
        else { return "并入的事项不存在" }
        let isGone = state == MatterState.withdrawn.rawValue || state == MatterState.merged.rawValue
        return isGone ? "并入的事项已撤回或又被并入" : nil
    }
}
