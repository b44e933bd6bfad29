import Database
import Domain
import Secrets

/// A mailbox that waits for its code.
struct MailboxProof: Sendable {
    var address: Sensitive<String>
    var expiresAt: Instant
    var tries: Int
}

/// The rows of proofs: of each person the last one only.
enum ProofTable {
    static func set(
        _ proof: MailboxProof, code: String, of person: PersonID, in db: Transaction, keys: KeyRing
    ) throws {
        let sealed = keys.seal(proof.address.opened, table: "contact_proof", column: "address_sealed", row: person)
        try db.run(
            """
            INSERT INTO contact_proof (person, kind, address_sealed, code_digest, expires_at, tries)
            VALUES (\(person), 'email', \(sealed), \(digest(code, person, keys)), \(proof.expiresAt.ms), 0)
            ON CONFLICT (person, kind) DO UPDATE SET address_sealed = excluded.address_sealed,
              code_digest = excluded.code_digest, expires_at = excluded.expires_at, tries = 0
            """)
    }

    static func find(of person: PersonID, in db: Transaction, keys: KeyRing) throws -> MailboxProof? {
        try db.row(
            "SELECT address_sealed, expires_at, tries FROM contact_proof WHERE person = \(person) AND kind = 'email'"
        ).map { row in
            MailboxProof(
                address: Sensitive(
                    try keys.openText(
                        try row[0], table: "contact_proof", column: "address_sealed", row: person)),
                expiresAt: Instant(ms: try row[1]), tries: try row[2])
        }
    }

    static func isCode(_ code: String, of person: PersonID, in db: Transaction, keys: KeyRing) throws -> Bool {
        let kept: [UInt8]? = try db.value(
            "SELECT code_digest FROM contact_proof WHERE person = \(person) AND kind = 'email'")
        let given = digest(code, person, keys)
        guard let kept, kept.count == given.count else { return false }
        return zip(kept, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    static func countTry(of person: PersonID, in db: Transaction) throws {
        try db.run("UPDATE contact_proof SET tries = tries + 1 WHERE person = \(person) AND kind = 'email'")
    }

    static func remove(of person: PersonID, in db: Transaction) throws {
        try db.run("DELETE FROM contact_proof WHERE person = \(person) AND kind = 'email'")
    }

    private static func digest(_ code: String, _ person: PersonID, _ keys: KeyRing) -> [UInt8] {
        keys.blindIndex("contact-code", "\(person)/\(code)")
    }
}
