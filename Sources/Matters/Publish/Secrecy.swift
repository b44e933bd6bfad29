import Database
import Domain

/// Why a matter must not be published (代表法 and 政府信息公开条例 14, 15 by analogy).
enum Secrecy: String, CaseIterable, Sendable {
    case state, business, `private`

    var chinese: String {
        switch self {
        case .state: "国家秘密"
        case .business: "商业秘密"
        case .private: "个人隐私"
        }
    }

    var hint: String {
        switch self {
        case .state: "拿不准的，先标上，再请保密部门看"
        case .business: "企业的配方、客户、价格等"
        case .private: "家庭、病情、未成年人等，遮住姓名也能认出是谁"
        }
    }
}

/// The mark that a matter is not for the public, and who put it.
struct SecrecyMark: Hashable, Sendable {
    let kind: Secrecy
    let marker: String
    let day: Day
}

enum SecrecyTable {
    static func mark(of matter: MatterID, in db: Transaction) throws -> SecrecyMark? {
        let row = try db.row("SELECT kind, marker_name, marked_at FROM matter_secrecy WHERE matter = \(matter)")
        return try row.map {
            guard let kind = Secrecy(rawValue: try $0[0]) else { throw DatabaseError.corrupt("matter_secrecy") }
            return SecrecyMark(kind: kind, marker: try $0[1], day: Day(of: try $0[2]))
        }
    }

    static func put(
        _ kind: Secrecy, on matter: MatterID, by signed: Principal.Signed, at now: Instant, in db: Transaction
    ) throws {
        try db.run(
            """
            INSERT INTO matter_secrecy (matter, kind, marked_by, marker_name, marked_at)
            VALUES (\(matter), \(kind.rawValue), \(signed.account), \(signed.name), \(now))
            ON CONFLICT (matter) DO UPDATE SET kind = excluded.kind, marked_by = excluded.marked_by,
              marker_name = excluded.marker_name, marked_at = excluded.marked_at
            """)
    }

    static func delete(from matter: MatterID, in db: Transaction) throws {
        try db.run("DELETE FROM matter_secrecy WHERE matter = \(matter)")
    }
}
