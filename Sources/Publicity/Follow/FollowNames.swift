import Database
import Directory
import Domain
import Web

/// What follows are called on a page. A matter that is not public any more keeps its title to itself.
struct FollowNames {
    let atlas: Atlas

    func name(of key: FollowKey, in db: Transaction) throws -> String {
        guard key.kind == .matter else { return name(of: key, title: nil) }
        let title: String? = try db.value("SELECT title FROM publication WHERE matter = \(key.id)")
        return name(of: key, title: title)
    }

    func name(of key: FollowKey, title: String?) -> String {
        switch key.kind {
        case .matter: title ?? "一件已经不再公开的事"
        case .station: atlas.station(key.id)?.name ?? "一个已经撤销的联络站"
        case .area: atlas.fullName(of: key.id)
        case .category:
            Domain.Category(rawValue: key.category).map {
                FollowSubject.category($0, in: atlas.division(key.id)).name
            } ?? "其他"
        }
    }
}

/// What somebody of the staff follows.
struct OwnFollow: Sendable {
    var id: Int64
    var name: String
    var since: Day
}

struct OwnFollowsQuery {
    /// More than this nobody reads.
    static let most = 50

    let person: PersonID
    let atlas: Atlas

    func run(_ db: Transaction) throws -> [OwnFollow] {
        let names = FollowNames(atlas: atlas)
        return try db.rows(
            """
            SELECT f.id, f.created_at, f.subject, f.subject_id, f.category, p.title
            FROM follow f LEFT JOIN publication p ON p.matter = f.subject_id AND f.subject = 'matter'
            WHERE f.person = \(person) ORDER BY f.subject, f.subject_id, f.category
            """
        ).compactMap { row in
            guard let key = try FollowKey(row: row, from: 2) else { return nil }
            return OwnFollow(
                id: try row[0], name: names.name(of: key, title: try row[5]), since: Day(of: Instant(ms: try row[1])))
        }
    }
}
