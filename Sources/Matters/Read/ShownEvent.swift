import Domain

/// Something that happened to a matter, as one person may see it.
struct ShownEvent: Hashable, Sendable {
    /// The code in the record: `assigned`.
    var name: String
    var at: Instant
    /// In the words of offices: 「交办给城管局」.
    var title: String
    /// In the words of a neighbour; nil when residents are not told of it.
    var residentTitle: String?
    /// Who did it: for staff with name and role, for residents the organ or station.
    var by: String
    var texts: [ShownText]
    /// The day that was named or moved by it.
    var due: Day?
    /// Done by the one who looks.
    var isOwn: Bool
}

/// A text of an event with what it is.
struct ShownText: Hashable, Sendable {
    var label: String
    var text: String
}
