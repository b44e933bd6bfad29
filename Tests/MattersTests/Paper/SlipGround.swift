import Domain
import Foundation
import TestSupport
import Testing

@testable import Matters

/// The town's station with a book of slips that its head has ordered.
struct SlipGround: Sendable {
    static let hasPress = FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint")

    let province: TestProvince
    let head: Browser
    let clerk: Browser
    /// The book's page.
    let book: String

    init(in province: TestProvince? = nil, count: Int = 10) async throws {
        let own: TestProvince
        if let province { own = province } else { own = try await TestProvince() }
        self.province = own
        head = try await own.browser(as: own.head(of: .town))
        clerk = try await own.browser(as: own.clerk(of: .town))
        _ = try await head.get("/station/YC100/slips")
        book = try #require(try await head.post("/station/YC100/slips", ["count": String(count)]).location)
    }

    /// What is printed on the slips that are still open.
    var slips: [PrintedSlip] {
        get async throws {
            let id = try #require(book.split(separator: "/").last.flatMap { Int64($0) })
            let keys = province.installation.keys
            return try await province.read { db in try SlipTable.printed(of: id, in: db, keys: keys) }
        }
    }

    func keyIn(
        _ slip: PrintedSlip, submission: String = UUID().uuidString, in browser: Browser? = nil
    ) async throws -> Answer {
        let browser = browser ?? clerk
        _ = try await browser.get("/matters/new?slip=" + slip.number.text)
        return try await browser.post("/matters/new", fields(slip, submission))
    }

    func fields(_ slip: PrintedSlip, _ submission: String) -> KeyValuePairs<String, String> {
        [
            "slip": slip.number.text, "submission": submission, "said_on": "2026-05-20", "heard": "letter",
            "words": Resident.words, "bypass": "no", "read_back": "yes", "name": "张秀英",
        ]
    }
}

extension PrintedSlip {
    /// As the person holds it.
    var paper: Slip { Slip(number: number.text, code: code.shown) }
}
