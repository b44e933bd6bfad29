import Domain

/// What stands in a letter. Proposed from the matter, changed by whoever writes it, and fixed with its number.
struct LetterText: Hashable, Codable, Sendable {
    /// 机关代字 before the year: 乌金山人大意字.
    var word: String
    var title: String
    var addressee: String
    var body: String
    /// 签发人; may be empty.
    var signer: String
    /// 发文机关 and 落款: the organ's full name.
    var signature: String
}

/// A letter with its number.
struct MadeLetter: Hashable, Sendable {
    let id: Int64
    let kind: Letter
    let organ: OrganID
    let year: Int
    /// Its place among the organ's letters of the year.
    let place: Int
    let word: String
    /// The organ it went to; nil where it went to the reporter.
    let addressee: OrganID?
    let day: Day

    /// 发文字号: `乌金山人大意字〔2026〕3号`.
    var number: String { "\(word)〔\(year)〕\(place)号" }
}
