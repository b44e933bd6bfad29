import Database
import Directory
import Domain
import Record
import Secrets

/// A matter's row beside what it was made from: the last event, the first words, the clocks, the lists.
struct MatterProjection {
    let stored: StoredMatter
    let atlas: Atlas
    let log: EventLog
    let keys: KeyRing

    private var matter: Matter { stored.matter }

    func faults(in db: Transaction) throws -> [String] {
        try [
            state(in: db), words(in: db), reporter(in: db), due(in: db), lists(in: db), lead(in: db), answer(in: db),
            publication(in: db),
        ]
        .compactMap { $0 }.map { "\(matter.number)：" + $0 }
    }

    private func state(in db: Transaction) throws -> String? {
        guard let last = try log.event(matter.version, of: .matter(matter.id), in: db),
            last.after == matter.state.rawValue
        else { return "状态与最后一条记录不一致" }
        let isAsRecorded = last.facts.integer(MatterFingerprint.key) == MatterFingerprint.of(matter)
        return isAsRecorded ? nil : "事项的内容与最后一条记录不一致"
    }

    /// What lists show is what was said, masked; erased words leave nothing to compare with.
    private func words(in db: Transaction) throws -> String? {
        guard let first = try log.event(1, of: .matter(matter.id), in: db) else { return "没有登记的记录" }
        // Whether the content itself is sound is the record's own check.
        guard let texts = try? log.texts(of: [first.id], in: db)[first.id] else { return nil }
        let kept = try db.row("SELECT title, masked, place FROM matter_words WHERE matter = \(matter.id)")
        guard let kept else { return "没有脱敏的文字" }
        // Of a reporter who cannot be read the check of the reporter speaks.
        guard let who = try? ReporterTable.reporter(of: matter.id, in: db, keys: keys) else { return nil }
        func said(_ kind: String) -> String { texts.first { $0.kind == kind }?.text ?? "" }
        let masked = MaskedOpinion(words: said("words"), place: said("place"), traces: ReporterTraces(who))
        let isSame = try kept[0] == masked.title && kept[1] == masked.words && kept[2] == masked.place
        return isSame ? nil : "脱敏的文字与原话不一致"
    }

    private func reporter(in db: Transaction) throws -> String? {
        do {
            let phone = try ReporterTable.reporter(of: matter.id, in: db, keys: keys).phone
            let index = phone.map { keys.blindIndex("phone", $0.opened) }
            let kept: [UInt8]? = try db.value("SELECT phone_index FROM reporter WHERE matter = \(matter.id)")
            return kept == index ? nil : "电话的索引与电话不一致"
        } catch is SecretsError {
            return "反映人的资料打不开"
        }
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

    /// Whoever has an answer waited for it some days; of a petition nobody counts them.
    private func answer(in db: Transaction) throws -> String? {
        let days = try FirstAnswerTable.days(of: matter.id, in: db)
        if matter.isPetition { return days == nil ? nil : "信访件还在答复时间里" }
        return matter.hasAnswer && days == nil ? "没有首次答复的日期" : nil
    }

    /// What everybody may read is listed as the matter stands, and nothing else is.
    private func publication(in db: Transaction) throws -> String? {
        let row = try db.row(
            """
            SELECT category, progress, station, supervisor,
              (SELECT COUNT(*) FROM publication_area a WHERE a.sort_key = \(stored.sortKey)
                AND a.area IN \(list: lineage)),
              (SELECT COUNT(*) FROM publication_list l WHERE l.sort_key = \(stored.sortKey)
                AND l.area IN \(list: lineage) AND l.category IN ('', p.category) AND l.progress IN ('', p.progress)),
              (SELECT COUNT(*) FROM publication_recent r WHERE r.matter = p.matter
                AND r.area IN \(list: lineage) AND r.published_at = p.published_at)
            FROM publication p WHERE p.matter = \(matter.id)
            """)
        guard let row else { return matter.isPublished ? "公开的摘要不在" : nil }
        guard matter.isPublished else { return "没有公开的事项有公开的摘要" }
        let listed = PublicationTable.Listed(matter)
        let isSame =
            try row[0] == listed.category && row[1] == listed.progress && row[2] == listed.station
            && row[3] == listed.supervisor
        let areas = MatterLists(of: matter, in: atlas).areas.count
        let lists = listed.category.isEmpty ? areas : 3 * areas
        let isListed = try row[4] == areas && row[5] == lists && row[6] == areas
        return isSame && isListed ? nil : "公开的列表与事项不一致"
    }

    private var lineage: [DivisionID] { atlas.lineage(of: matter.area).map(\.id) }

    private func lead(in db: Transaction) throws -> String? {
        guard matter.state == .merged else { return nil }
        guard let lead = matter.lead, let state: String = try db.value("SELECT state FROM matter WHERE id = \(lead)")
        else { return "并入的事项不存在" }
        let isGone = state == MatterState.withdrawn.rawValue || state == MatterState.merged.rawValue
        return isGone ? "并入的事项已撤回或又被并入" : nil
    }
}
