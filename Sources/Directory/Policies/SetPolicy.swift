import Database
import Domain
import Record
import Secrets

/// What a place decided: a value, or without one to follow its superior again.
package struct PolicyDecision: Hashable, Sendable {
    package var key: PolicyKey
    package var area: DivisionID
    package var value: PolicyValue?
    package var validFrom: Day
    /// The document or meeting that decided it, in words.
    package var decidedBy: String

    package init(key: PolicyKey, area: DivisionID, value: PolicyValue?, validFrom: Day, decidedBy: String) {
        self.key = key
        self.area = area
        self.value = value
        self.validFrom = validFrom
        self.decidedBy = decidedBy
    }
}

/// Enters a decision, from a day on. Clocks that run keep the version they started under.
package enum SetPolicy {
    /// Returns the version that `ResolvedPolicy.version` and every clock will name.
    @discardableResult
    package static func run(
        _ db: Transaction, _ decision: PolicyDecision, by principal: Principal, at now: Instant,
        ids: inout IDs, keys: KeyRing, atlas: Atlas
    ) throws -> Int64 {
        try check(decision, by: principal, at: now, atlas: atlas)
        try DirectoryVersion.bump(in: db)
        let entry = PolicyEntry(
            id: try PolicyStore.nextVersion(in: db), key: decision.key, area: decision.area,
            validFrom: decision.validFrom, value: decision.value, decidedBy: decision.decidedBy)
        try PolicyStore.insert(entry, account: principal.signed?.account, at: now, in: db)
        let grant = principal.signed.flatMap { PolicyRights.grant(of: $0, for: entry.area, atlas: atlas) }
        let log = StreamLog(keys: keys, principal: principal, under: grant, at: now)
        try record(entry, log, in: db, ids: &ids)
        return entry.id
    }

    private static func check(
        _ decision: PolicyDecision, by principal: Principal, at now: Instant, atlas: Atlas
    ) throws {
        guard let place = atlas.division(decision.area) else { throw NotFound() }
        guard PolicyRights.may(principal, setAt: place.id, atlas: atlas) else {
            throw Refusal(.forbidden, code: "policy-not-yours", "只有本级的交办机关或系统管理员可以设置\(place.name)的规则")
        }
        guard decision.key.mayBeSet(at: place.level) else {
            throw Refusal(
                .conflict, code: "policy-level",
                "“\(decision.key.chinese)”只能由\(decision.key.lowestLevel.chinese)以上设置")
        }
        var errors = FormErrors()
        if decision.decidedBy.allSatisfy(\.isWhitespace) {
            errors.add("decided_by", "请写明由哪个会议或哪份文件决定")
        }
        // 不溯及既往: a rule that reached back would change what people were promised.
        if principal.signed != nil, decision.validFrom < Day(of: now) {
            errors.add("valid_from", "生效日期不能早于今天")
        }
        guard errors.isEmpty else { throw errors }
    }

    private static func record(
        _ entry: PolicyEntry, _ log: StreamLog, in db: Transaction, ids: inout IDs
    ) throws {
        var facts = [
            Fact("key", code: entry.key.rawValue), Fact("version", entry.id),
            Fact("from", Int64(entry.validFrom.number)),
        ]
        var texts = [TextPart(kind: "reason", text: entry.decidedBy)]
        switch entry.value {
        case .text(let words): texts.append(TextPart(kind: "value", text: words))
        case .rule, .number, .flag: facts.append(Fact("value", code: entry.value?.code ?? ""))
        case nil: break
        }
        try log.append(
            Stream(kind: .policy, id: entry.area), entry.value == nil ? "policyRestored" : "policySet",
            facts, texts: texts, in: db, ids: &ids)
    }
}
