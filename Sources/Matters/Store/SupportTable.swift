import Database
import Domain

/// 附议: who else is troubled by a published matter, each once.
enum SupportTable {
    /// `supporter` is a digest: of an account, of the reporter's telephone or matter, or of the browser it was sent
    /// from. Those who left a telephone with a matter of their own count once for it, however many matters they have;
    /// the others count apart. That a number was left proves nothing yet: no code is sent to residents' telephones, so
    /// `is_verified` says no more than that there is one, and no page says more.
    static func insert(
        _ supporter: [UInt8], hasTelephone: Bool, for matter: MatterID, at now: Instant, in db: Transaction
    ) throws {
        let added = try db.changed(
            """
            INSERT INTO matter_support (matter, supporter, is_verified, at)
            VALUES (\(matter), \(supporter), \(hasTelephone), \(now))
            ON CONFLICT (matter, supporter) DO NOTHING
            """)
        guard added == 1 else {
            throw Refusal(.conflict, code: "supported", "您已经附议过这件事，不用再点。")
        }
    }
}
