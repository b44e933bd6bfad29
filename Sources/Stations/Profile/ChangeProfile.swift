import Domain
import Record

/// Writes the profile anew. What stands in public stays until the head has read the new words.
enum WriteProfile {
    static func run(
        _ write: StationWrite, _ words: StationProfile.Words, version: Int64, ids: inout IDs
    ) throws {
        let station = write.duty.station.id
        try StationProfileTable.keep(
            words, of: station, version: version, by: write.duty.signed.account, at: write.now, in: write.db)
        try write.record(
            "profileWritten", after: "waiting", [Fact("version", version + 1)],
            texts: [
                TextPart(kind: "location", text: words.location),
                TextPart(kind: "surroundings", text: words.surroundings),
                TextPart(kind: "systems", text: words.systems),
            ], ids: &ids)
    }
}

/// The head lets the new words take the place of the old ones.
enum PublishProfile {
    static func run(_ write: StationWrite, version: Int64, ids: inout IDs) throws {
        let review = try write.duty.review(at: write.now)
        try StationProfileTable.publish(write.duty.station.id, version: version, review: review, in: write.db)
        try write.record(
            "profilePublished", before: "waiting", after: "published", [Fact("version", version + 1)], ids: &ids)
    }
}
