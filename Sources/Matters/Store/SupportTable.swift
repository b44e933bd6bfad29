import Database
import Domain

/// 附议: who else is troubled by a published matter, each once.
enum SupportTable {
    /// `supporter` is a digest: of an account, of the reporter's telephone or matter, or of the browser it was sent
    /// from. Verified are those with a telephone, each once however many matters she has; the others count apart.
    static func insert(
        _ supporter: [UInt8], isVerified: Bool, for matter: MatterID, at now: Instant, in db: Transaction
    ) throws {
        let added = try db.changed(
            """
            INSERT INTO matter_support (matter, supporter, is_verified, at)
            VALUES (\(matter), \(supporter), \(isVerified), \(now))
            ON CONFLICT (matter, supporter) DO NOTHING
            """)
        guard added == 1 else {
            throw Refusal(.conflict, code: "supported", "您已经附议过这件事，不用再点。")
        }
    }
}
