import Domain

/// What a post of a station is about.
package enum StationPostKind: String, CaseIterable, Sendable {
    case announcement, news, rule

    package var chinese: String {
        switch self {
        case .announcement: "公告"
        case .news: "动态"
        case .rule: "制度"
        }
    }
}

/// A text on a station's page. Changing it takes it off the page until it has been reviewed again.
package struct StationPost: Hashable, Sendable {
    package enum State: Sendable {
        case waiting, published, withdrawn
    }

    package var id: Int64
    package var station: StationID
    package var kind: StationPostKind
    package var title: String
    package var body: String
    package var writtenBy: AccountID?
    package var writtenAt: Instant
    package var review: Review?
    package var withdrawnAt: Instant?
    package var version: Int64

    package init(
        id: Int64, station: StationID, kind: StationPostKind, title: String, body: String,
        writtenBy: AccountID? = nil, writtenAt: Instant, review: Review? = nil, withdrawnAt: Instant? = nil,
        version: Int64 = 1
    ) {
        self.id = id
        self.station = station
        self.kind = kind
        self.title = title
        self.body = body
        self.writtenBy = writtenBy
        self.writtenAt = writtenAt
        self.review = review
        self.withdrawnAt = withdrawnAt
        self.version = version
    }

    package var state: State {
        if withdrawnAt != nil { return .withdrawn }
        return review == nil ? .waiting : .published
    }
}
