import Database
import Domain
import Secrets

/// Who spoke: name, telephone and address as envelopes bound to the row, the query code as its digest.
enum ReporterTable {
    static func insert(
        _ who: ReporterDraft, of matter: Matter, code: ReporterCode, in db: Transaction, keys: KeyRing
    ) throws {
        let name = who.name.map { keys.seal($0.opened, table: "reporter", column: "name", row: matter.id) }
        let phone = who.phone.map { keys.seal($0.opened, table: "reporter", column: "phone", row: matter.id) }
        let address = who.address.map { keys.seal($0.opened, table: "reporter", column: "address", row: matter.id) }
        try db.run(
            """
            INSERT INTO reporter (matter, name_sealed, phone_sealed, phone_index, address_sealed, code_digest,
              may_be_named, is_minor)
            VALUES (\(matter.id), \(name), \(phone), \(who.phone.map { keys.blindIndex("phone", $0.opened) }),
              \(address), \(code.digest(for: matter.number, keys)), \(who.mayBeNamed), \(who.isMinor))
            """)
    }

    /// What she asked for beside; most ask for nothing, and then there is no row.
    static func insertWish(
        of who: ReporterDraft, for deputy: PersonID?, matter: MatterID, in db: Transaction, keys: KeyRing
    ) throws {
        guard deputy != nil || who.guardian != nil else { return }
        let guardian = who.guardian.map {
            keys.seal($0.opened, table: "reporter_wish", column: "guardian", row: matter)
        }
        try db.run(
            """
            INSERT INTO reporter_wish (matter, deputy, guardian_sealed)
            VALUES (\(matter), \(deputy), \(guardian))
            """)
    }

    /// Opens what the reporter left; all of it empty when it was erased.
    static func reporter(of matter: MatterID, in db: Transaction, keys: KeyRing) throws -> ReporterDraft {
        let found = try db.row(
            """
            SELECT r.name_sealed, r.phone_sealed, r.address_sealed, r.may_be_named, r.is_minor,
              w.guardian_sealed
            FROM reporter r LEFT JOIN reporter_wish w ON w.matter = r.matter WHERE r.matter = \(matter)
            """)
        guard let row = found else { return ReporterDraft() }
        func opened(_ index: Int, _ column: StaticString) throws -> Sensitive<String>? {
            try (row[index] as [UInt8]?).map {
                Sensitive(try keys.openText($0, table: "reporter", column: column, row: matter))
            }
        }
        return ReporterDraft(
            name: try opened(0, "name"), phone: try opened(1, "phone"), address: try opened(2, "address"),
            mayBeNamed: try row[3], guardian: try guardian(row[5], isMinor: row[4], of: matter, keys))
    }

    /// Before guardians were asked for their names, a box said that one agreed.
    static func guardian(
        _ sealed: [UInt8]?, isMinor: Bool, of matter: MatterID, _ keys: KeyRing
    ) throws -> Sensitive<String>? {
        guard let sealed else { return isMinor ? Sensitive("没有留称呼的家长") : nil }
        return Sensitive(try keys.openText(sealed, table: "reporter_wish", column: "guardian", row: matter))
    }

    /// A child's name and telephone are given to nobody who handles the matter: the station asks for what is needed.
    static func refuseChild(of matter: MatterID, in db: Transaction) throws {
        let isMinor: Bool? = try db.value("SELECT is_minor FROM reporter WHERE matter = \(matter)")
        guard isMinor == true else { return }
        throw Refusal(.forbidden, code: "child", "反映人不满十四周岁，联系方式不提供给办事单位，需要核实的请联系联络站。")
    }

    /// Whether this is the matter's query code. Both digests are of one length; the comparison gives nothing away.
    static func isCode(_ code: QueryCode, of matter: Matter, in db: Transaction, keys: KeyRing) throws -> Bool {
        let kept: [UInt8]? = try db.value("SELECT code_digest FROM reporter WHERE matter = \(matter.id)")
        let given = keys.codeDigest(matter.number.text, code.digits)
        guard let kept, kept.count == given.count else { return false }
        return zip(kept, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// The query code of a new matter: drawn now, or printed on a slip before, of which only the digest is known.
enum ReporterCode {
    case drawn(QueryCode)
    case printed(digest: [UInt8])

    func digest(for number: MatterNumber, _ keys: KeyRing) -> [UInt8] {
        switch self {
        case .drawn(let code): keys.codeDigest(number.text, code.digits)
        case .printed(let digest): digest
        }
    }
}
