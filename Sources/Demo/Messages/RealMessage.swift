import Directory
import Domain
import Foundation

/// A message that somebody really wrote, with the reply it really got. Only read, never kept in the program.
struct RealMessage: Sendable {
    let subject: String
    let body: String
    let postedAt: Instant
    /// Nil where nobody replied.
    let reply: String?
    /// How long the reply took; nil without one.
    let secondsToReply: Int64?

    /// Where a reply stands without its date: the median of the others.
    private static let medianSeconds: Int64 = 11 * 86_400

    /// All of a folder, those without a reply first.
    static func all(in folder: String) throws -> [RealMessage] {
        try rows("opinions", in: folder).compactMap { RealMessage(opinion: $0) }
            + rows("answered", in: folder).compactMap { RealMessage(answered: $0) }
    }

    private static func rows(_ name: String, in folder: String) throws -> [[String]] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name).csv") else {
            throw DemoRefusal(description: "目录 \(folder) 里没有 \(name).csv")
        }
        return try CSVFile(bytes: [UInt8](data)).records.map(\.cells)
    }

    /// id, author, subject, posted_at, body, opposed, supported
    private init?(opinion cells: [String]) {
        guard cells.count >= 5, let posted = Instant(localTime: cells[3]) else { return nil }
        (subject, postedAt, body) = (cells[2], posted, cells[4])
        (reply, secondsToReply) = (nil, nil)
    }

    /// id, author, subject, posted_at, body, reply, replied_at
    private init?(answered cells: [String]) {
        guard cells.count >= 7, let posted = Instant(localTime: cells[3]) else { return nil }
        (subject, postedAt, body, reply) = (cells[2], posted, cells[4], cells[5])
        let replied = Instant(localTime: cells[6])
        secondsToReply = replied.map { max(60, ($0.ms - posted.ms) / 1000) } ?? RealMessage.medianSeconds
    }
}

extension Instant {
    /// `2019-04-24 16:03:40` in Asia/Shanghai.
    fileprivate init?(localTime text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = Day(iso: parts[0]) else { return nil }
        let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3 else { return nil }
        self = day.start.adding(seconds: clock[0] * 3_600 + clock[1] * 60 + clock[2])
    }
}
