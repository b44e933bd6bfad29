import Database
import Directory
import Domain
import Record
import Secrets

/// Names of the people in some events: those who acted by account, deputies by person.
struct PeopleNames {
    private(set) var accounts: [AccountID: String] = [:]
    private(set) var people: [PersonID: String] = [:]

    /// Residents are told the names of deputies only, so theirs are the only ones opened for them.
    init(
        of events: [RecordedEvent], supervisor: PersonID?, withAccounts: Bool, in db: Transaction, keys: KeyRing
    ) throws {
        let named = Set(events.compactMap { $0.facts.integer("supervisor") } + [supervisor].compactMap(\.self))
        let acting = withAccounts ? Set(events.compactMap(\.author.account)) : []
        guard !named.isEmpty || !acting.isEmpty else { return }
        let rows = try db.rows(
            """
            SELECT p.id, p.name_sealed, a.id FROM account a JOIN person p ON p.id = a.person
            WHERE a.id IN \(list: acting.sorted())
            UNION ALL
            SELECT id, name_sealed, NULL FROM person WHERE id IN \(list: named.sorted())
            """)
        for row in rows {
            let person: PersonID = try row[0]
            let name = try keys.openText(try row[1], table: "person", column: "name_sealed", row: person)
            if let account: AccountID = try row[2] { accounts[account] = name } else { people[person] = name }
        }
    }
}
