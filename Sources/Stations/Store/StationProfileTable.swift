import Database
import Domain

/// The rows of profiles; every change asks for the version it was drawn from.
package enum StationProfileTable {
    /// Profiles as they are, without events: for a demonstration.
    package static func insert(_ profiles: [StationProfile], in db: Transaction) throws {
        for profile in profiles {
            let words = profile.published
            try db.run(
                """
                INSERT INTO station_profile (station, location, surroundings, systems, draft_location,
                  draft_surroundings, draft_systems, written_by, written_at, reviewed_by, reviewer_name, published_at,
                  version)
                VALUES (\(profile.station), \(words?.location ?? ""), \(words?.surroundings ?? ""),
                  \(words?.systems ?? ""), \(profile.draft?.location), \(profile.draft?.surroundings),
                  \(profile.draft?.systems), \(profile.writtenBy), \(profile.writtenAt.ms),
                  \(profile.review?.account), \(profile.review?.name), \(profile.review?.at.ms), \(profile.version))
                """)
        }
    }

    static func find(_ station: StationID, in db: Transaction) throws -> StationProfile? {
        try db.row(
            """
            SELECT station, location, surroundings, systems, draft_location, draft_surroundings, draft_systems,
              written_by, written_at, reviewed_by, reviewer_name, published_at, version
            FROM station_profile WHERE station = \(station)
            """
        ).map(profile)
    }

    /// Keeps words for the reviewer beside the published ones. Version 0 is a station that never wrote any.
    static func keep(
        _ words: StationProfile.Words, of station: StationID, version: Int64, by account: AccountID, at now: Instant,
        in db: Transaction
    ) throws {
        let changed: Int
        if version == 0 {
            changed = try db.changed(
                """
                INSERT INTO station_profile (station, location, surroundings, systems, draft_location,
                  draft_surroundings, draft_systems, written_by, written_at, version)
                VALUES (\(station), '', '', '', \(words.location), \(words.surroundings), \(words.systems),
                  \(account), \(now.ms), 1)
                ON CONFLICT (station) DO NOTHING
                """)
        } else {
            changed = try db.changed(
                """
                UPDATE station_profile SET draft_location = \(words.location),
                  draft_surroundings = \(words.surroundings), draft_systems = \(words.systems),
                  written_by = \(account), written_at = \(now.ms), version = version + 1
                WHERE station = \(station) AND version = \(version)
                """)
        }
        guard changed == 1 else { throw Stale() }
    }

    static func publish(
        _ station: StationID, version: Int64, review: Review, in db: Transaction
    ) throws {
        let changed = try db.changed(
            """
            UPDATE station_profile SET location = draft_location, surroundings = draft_surroundings,
              systems = draft_systems, draft_location = NULL, draft_surroundings = NULL, draft_systems = NULL,
              reviewed_by = \(review.account), reviewer_name = \(review.name), published_at = \(review.at.ms),
              version = version + 1
            WHERE station = \(station) AND version = \(version) AND draft_location IS NOT NULL
            """)
        guard changed == 1 else { throw Stale() }
    }

    private static func profile(_ row: Row) throws -> StationProfile {
        let review = try Review(row, account: 9)
        let draft: String? = try row[4]
        return StationProfile(
            station: try row[0], published: review == nil ? nil : try words(row, from: 1),
            draft: draft == nil ? nil : try words(row, from: 4), writtenBy: try row[7],
            writtenAt: Instant(ms: try row[8]), review: review, version: try row[12])
    }

    private static func words(_ row: Row, from index: Int) throws -> StationProfile.Words {
        StationProfile.Words(
            location: try row[index], surroundings: try row[index + 1], systems: try row[index + 2])
    }
}

extension Review {
    /// Account, name and moment in three columns; nil where nothing was published.
    init?(_ row: Row, account index: Int) throws {
        let name: String? = try row[index + 1]
        let at: Int64? = try row[index + 2]
        guard let name, let at else { return nil }
        self.init(account: try row[index], name: name, at: Instant(ms: at))
    }
}

extension Row {
    /// A column that holds the raw value of an enumeration.
    func code<Value: RawRepresentable>(_ index: Int) throws -> Value where Value.RawValue: SQLDecodable {
        let raw: Value.RawValue = try self[index]
        guard let value = Value(rawValue: raw) else { throw DatabaseError.corrupt("unknown code \(raw)") }
        return value
    }
}
