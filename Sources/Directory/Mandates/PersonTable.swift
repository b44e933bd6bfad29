import Database
import Domain
import Secrets

/// The rows of people.
package enum PersonTable {
    /// Inserts people whose envelopes are already closed.
    package static func insert(_ people: [SealedPerson], in db: Transaction) throws {
        try Bulk.insert(
            people,
            """
            INSERT INTO person (id, name_sealed, name_digest, phone_sealed, phone_index, phone_verified_at,
              leads_organ, demo) VALUES
            """, in: db
        ) {
            [
                $0.id.sqlValue, $0.name.sqlValue, $0.trace.name.sqlValue, $0.phone.sqlValue, $0.trace.phone.sqlValue,
                ($0.phoneVerifiedAt?.ms).sqlValue, $0.leads.sqlValue, $0.isDemo.sqlValue,
            ]
        }
    }

    /// Rewrites names and what else is known; no telephone means that it stays. A new number is not verified yet.
    package static func update(_ people: [SealedPerson], in db: Transaction) throws {
        for person in people {
            try db.run(
                """
                UPDATE person SET name_sealed = \(person.name), name_digest = \(person.trace.name),
                  phone_verified_at = CASE WHEN phone_index = COALESCE(\(person.trace.phone), phone_index)
                    THEN phone_verified_at END,
                  phone_sealed = COALESCE(\(person.phone), phone_sealed),
                  phone_index = COALESCE(\(person.trace.phone), phone_index),
                  leads_organ = COALESCE(\(person.leads), leads_organ)
                WHERE id = \(person.id)
                """)
        }
    }

    /// The name of a person, opened.
    package static func name(of person: PersonID, keys: KeyRing, in db: Transaction) throws -> Sensitive<String> {
        guard let envelope: [UInt8] = try db.value("SELECT name_sealed FROM person WHERE id = \(person)") else {
            throw NotFound()
        }
        return Sensitive(try keys.openText(envelope, table: "person", column: "name_sealed", row: person))
    }

    /// The telephone of a person, opened; nil when there is none.
    package static func phone(of person: PersonID, keys: KeyRing, in db: Transaction) throws -> Sensitive<String>? {
        guard let row = try db.row("SELECT phone_sealed FROM person WHERE id = \(person)") else { throw NotFound() }
        guard let envelope: [UInt8] = try row[0] else { return nil }
        return Sensitive(try keys.openText(envelope, table: "person", column: "phone_sealed", row: person))
    }

    /// The organ the person leads: no deputy supervises a matter of the organ he or she leads.
    package static func organLed(by person: PersonID, in db: Transaction) throws -> OrganID? {
        guard let row = try db.row("SELECT leads_organ FROM person WHERE id = \(person)") else { throw NotFound() }
        return try row[0]
    }
}
