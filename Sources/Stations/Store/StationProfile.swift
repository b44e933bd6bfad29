import Domain

/// What a station says about itself (联络站概况): the words everybody reads, and those that wait for the reviewer.
package struct StationProfile: Hashable, Sendable {
    package struct Words: Hashable, Sendable {
        /// 位置和怎么走
        package var location: String
        /// 服务哪些村和社区
        package var surroundings: String
        /// 接待、活动、联系选民等制度
        package var systems: String

        package init(location: String, surroundings: String, systems: String) {
            self.location = location
            self.surroundings = surroundings
            self.systems = systems
        }
    }

    package var station: StationID
    package var published: Words?
    package var draft: Words?
    package var writtenBy: AccountID?
    package var writtenAt: Instant
    package var review: Review?
    package var version: Int64

    package init(
        station: StationID, published: Words?, draft: Words? = nil, writtenBy: AccountID? = nil, writtenAt: Instant,
        review: Review? = nil, version: Int64 = 1
    ) {
        self.station = station
        self.published = published
        self.draft = draft
        self.writtenBy = writtenBy
        self.writtenAt = writtenAt
        self.review = review
        self.version = version
    }
}

/// Who let a text out, and when. The name stands under the text for good, whoever holds the office later.
package struct Review: Hashable, Sendable {
    package var account: AccountID?
    package var name: String
    package var at: Instant

    package init(account: AccountID?, name: String, at: Instant) {
        self.account = account
        self.name = name
        self.at = at
    }
}
