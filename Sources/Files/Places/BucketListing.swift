import Domain

/// One page of what lies in a bucket (ListObjectsV2). Keys of ours are digits and slashes, so nothing in them is written
/// in a roundabout way.
struct BucketListing {
    var objects: [(key: String, putAt: Instant)] = []
    /// Asks for the next page.
    var next: String?

    init(_ text: String) throws(FileFault) {
        guard text.contains("<ListBucketResult") else { throw FileFault.place("not a listing") }
        for object in text.split(separator: "<Contents>").dropFirst() {
            guard let key = BucketListing.content("Key", of: object),
                let at = BucketListing.content("LastModified", of: object).flatMap(BucketListing.instant)
            else { throw FileFault.place("an object without a name or a date") }
            objects.append((key, at))
        }
        if BucketListing.content("IsTruncated", of: text[...]) == "true" {
            next = BucketListing.content("NextContinuationToken", of: text[...])
        }
    }

    private static func content(_ name: String, of text: Substring) -> String? {
        guard let start = text.firstRange(of: "<\(name)>"), let end = text.firstRange(of: "</\(name)>"),
            start.upperBound <= end.lowerBound
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound]).replacing("&amp;", with: "&")
    }

    /// `2026-05-25T08:30:00.000Z`
    private static func instant(_ text: String) -> Instant? {
        guard text.hasSuffix("Z"), let day = Day(iso: text.prefix(10)) else { return nil }
        let parts = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int64($0) }
        guard parts.count == 3 else { return nil }
        return Instant(ms: Int64(day.number) * 86_400_000).adding(seconds: parts[0] * 3_600 + parts[1] * 60 + parts[2])
    }
}
