import Database
import Domain
import Foundation
import TestSupport

@testable import Matters

/// Somebody in front of the pages, without an account.
struct Resident {
    static let words = "文化路菜市场门口的路灯坏了半个月，晚上看不见路，老人摔过一回。"

    let province: TestProvince
    let browser: Browser

    init(_ province: TestProvince) async throws {
        self.province = province
        browser = try await province.browser()
    }

    /// Opens the form of a place and sends all of it at once, by default of the street: what the last screen sends.
    func say(
        _ place: String = "division=140702001", words: String = words, phone: String = "19900001234",
        bypass: String = "no"
    ) async throws -> Answer {
        _ = try await browser.get("/say?" + place)
        return try await browser.post(
            "/say",
            [
                "step": "check", "words": words, "place": "东门往北 50 米", "bypass": bypass, "phone": phone,
                "name": "张秀英",
            ])
    }

    /// Number and code of a slip.
    func slip(_ answer: Answer) throws -> Slip { try Slip(answer.text) }

    /// Shows number and code, and stands before the matter.
    func open(_ slip: Slip) async throws -> Answer {
        _ = try await browser.get("/my")
        let answer = try await browser.post("/my", ["number": slip.number, "code": slip.code])
        return answer.status == .seeOther ? try await browser.follow(answer) : answer
    }
}

/// What stands on the slip.
struct Slip {
    let number: String
    /// In its two groups.
    let code: String

    struct NoSlip: Error {
        let page: String
    }

    init(_ page: String) throws {
        let big = page.matches(of: /class="big">([0-9 -]+)</).map { String($0.1) }
        guard big.count == 2 else { throw NoSlip(page: page) }
        number = big[0]
        code = big[1]
    }

    init(_ play: Play) {
        number = play.number.text
        code = play.receipt.code.shown
    }

    var digits: String { code.replacing(" ", with: "") }
}

extension Answer {
    /// What a person reads of it.
    var seen: String { text.replacing(/<[^>]*>/, with: "") }
}

extension TestProvince {
    /// Whether a text stands anywhere in the files of the embedded database.
    func holds(_ text: String) throws -> Bool {
        let wanted = Data(text.utf8)
        let file = app.settings.databaseFile
        return try [file, file + "-wal"].contains { path in
            guard FileManager.default.fileExists(atPath: path) else { return false }
            return try Data(contentsOf: URL(filePath: path)).range(of: wanted) != nil
        }
    }

    var matters: Int {
        get async throws { try await count("SELECT COUNT(*) FROM matter") }
    }
}
