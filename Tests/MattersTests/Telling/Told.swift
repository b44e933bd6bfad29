import Database
import Domain
import Outbox
import TestSupport

/// One message as it was written with the change that caused it.
struct Told: Hashable, Sendable {
    var kind: MessageKind
    /// `reporter`, `person` or `address`.
    var recipient: String
    var person: PersonID?
    var matter: MatterID?
    var key: String
    var values: [String: String]
}

extension TestProvince {
    /// Every message so far, oldest first; the one place here that knows how they lie in their table.
    func told() async throws -> [Told] {
        let keys = installation.keys
        return try await read { db in
            try db.rows(
                "SELECT id, kind, recipient, person, matter, key, values_sealed FROM message ORDER BY created_at, id"
            ).map { row in
                let sealed: [UInt8] = try row[6] ?? []
                let text = try keys.openText(sealed, table: "message", column: "values_sealed", row: try row[0])
                guard let kind = MessageKind(rawValue: try row[1]) else { throw DatabaseError.corrupt("message") }
                return Told(
                    kind: kind, recipient: try row[2], person: try row[3], matter: try row[4], key: try row[5],
                    values: Told.values(text))
            }
        }
    }

    func told(_ kind: MessageKind) async throws -> [Told] { try await told().filter { $0.kind == kind } }

    /// Without the links that go beside them: those have tests of their own.
    func told(_ person: TestPerson) async throws -> [MessageKind] {
        try await told().filter { $0.person == person.person && $0.kind != .oneTimeLink }.map(\.kind)
    }
}

extension Told {
    fileprivate static func values(_ text: String) -> [String: String] {
        let pairs = text.split(separator: "\u{1E}").map { $0.split(separator: "\u{1F}", maxSplits: 1) }
        return Dictionary(pairs.compactMap { $0.count == 2 ? (String($0[0]), String($0[1])) : nil }) { first, _ in first
        }
    }
}

extension Play {
    /// What the reporter of this matter was told, in its order.
    var toldToReporter: [MessageKind] {
        get async throws {
            let id = receipt.id
            return try await province.told().filter { $0.recipient == "reporter" && $0.matter == id }.map(\.kind)
        }
    }
}
