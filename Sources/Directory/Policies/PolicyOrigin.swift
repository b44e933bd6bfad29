import Domain

extension ResolvedPolicy {
    /// Where the value comes from, in words: 本级决定, a superior's decision with its document, or the default.
    package func origin(at area: DivisionID, atlas: Atlas) -> String {
        guard let decided = self.area else {
            return key.legalSource.map { "系统默认，依据\($0)" } ?? "系统默认"
        }
        let place = atlas.division(decided)?.name ?? "上级"
        let document = decidedBy.map { "（\($0)）" } ?? ""
        return decided == area ? "\(place)自行决定\(document)" : "沿用\(place)的决定\(document)"
    }
}

/// One line of a place's rules: what holds, where it comes from, whether the place itself decided.
package struct PolicyLine: Hashable, Sendable {
    package var policy: ResolvedPolicy
    package var origin: String
    package var isOwn: Bool

    /// All rules of one place on one day, in the order of the keys.
    package static func all(at area: DivisionID, on day: Day, book: PolicyBook, atlas: Atlas) -> [PolicyLine] {
        PolicyKey.allCases.map { PolicyLine($0, at: area, on: day, book: book, atlas: atlas) }
    }

    /// One rule of one place on one day.
    package init(_ key: PolicyKey, at area: DivisionID, on day: Day, book: PolicyBook, atlas: Atlas) {
        policy = book.resolve(key, along: atlas.lineage(of: area).map(\.id), on: day)
        origin = policy.origin(at: area, atlas: atlas)
        isOwn = policy.area == area
    }
}
