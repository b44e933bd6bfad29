import Database
import Domain

/// People already in the directory, found by the digests of name and telephone: no envelope is opened to compare.
struct KnownPeople {
    private struct Entry {
        var trace: PersonTrace
        var leads: OrganID?
    }

    private var entries: [PersonID: Entry] = [:]
    private var byTrace: [PersonTrace: PersonID] = [:]

    init(in db: Transaction) throws {
        // Of two with the same traces the later one counts.
        try db.each(
            "SELECT id, name_digest, phone_index, leads_organ FROM person WHERE name_digest IS NOT NULL ORDER BY id"
        ) {
            add(try $0[0], PersonTrace(name: try $0[1], phone: try $0[2]), leads: try $0[3])
        }
    }

    /// The person of this name and number; without a number nobody can be told from another of the same name.
    func find(_ trace: PersonTrace) -> PersonID? {
        trace.phone == nil ? nil : byTrace[trace]
    }

    /// Whether the person's row would stay as it is; what the file does not say stays.
    func isUnchanged(_ id: PersonID, _ trace: PersonTrace, leads: OrganID? = nil) -> Bool {
        guard let known = entries[id] else { return false }
        return known.trace.name == trace.name
            && (trace.phone == nil || trace.phone == known.trace.phone)
            && (leads == nil || leads == known.leads)
    }

    /// Takes in a person of an earlier row, so that a second mandate finds it.
    mutating func add(_ id: PersonID, _ trace: PersonTrace, leads: OrganID? = nil) {
        entries[id] = Entry(trace: trace, leads: leads)
        if trace.phone != nil { byTrace[trace] = id }
    }
}
