import App
import Domain
import Foundation
import TestSupport
import Testing

@testable import Matters

/// A matter of the town to write letters about.
struct LetterPlay: Sendable {
    enum Stage: Sendable {
        case assigned, replied
    }

    let province: TestProvince
    let number: MatterNumber

    init(province: TestProvince, number: MatterNumber) {
        self.province = province
        self.number = number
    }

    init(at stage: Stage, settings: @Sendable (inout Settings) -> Void = { _ in }) async throws {
        province = try await TestProvince(settings: settings)
        number = try await province.said()
        switch stage {
        case .assigned: try await province.assigned(number)
        case .replied: try await province.replied(number)
        }
    }

    var matter: String { "/matters/" + number.text }
    var path: String { matter + "/letters" }

    func browser(_ person: TestPerson) async throws -> Browser { try await province.browser(as: person) }

    /// The form as it was proposed.
    func fields(_ kind: String, _ draft: Answer) -> [String: String] {
        func value(_ name: String) -> String {
            let found = draft.text.firstMatch(of: try! Regex("name=\"\(name)\"[^>]*value=\"([^\"]*)\""))
            return found?[1].substring.map(String.init) ?? ""
        }
        let body = draft.text.firstMatch(of: /<textarea[^>]*name="body"[^>]*>\n(.*?)<\/textarea>/.dotMatchesNewlines())
        return [
            "kind": kind, "word": value("word"), "title": value("title"), "addressee": value("addressee"),
            "body": body.map { String($0.1) } ?? "", "signer": "", "submission": UUID().uuidString,
        ]
    }

    /// Made as it is proposed; its address.
    func make(_ kind: String, by person: TestPerson) async throws -> String {
        let browser = try await browser(person)
        let draft = try await browser.get(path + "/new?kind=" + kind)
        return try #require(try await browser.post(exactly: path, fields(kind, draft)).location)
    }

    /// 发文字号 on a letter's page.
    static func number(on page: Answer) throws -> String {
        String(try #require(page.text.firstMatch(of: /<p class="letter-number"><span>([^<]*)</)).1)
    }
}

extension Browser {
    /// Sends these fields with the token of the page seen last.
    func post(exactly path: String, _ fields: [String: String]) async throws -> Answer {
        let token = formToken.map { [("form_token", $0)] } ?? []
        return try await post(raw: path, token + fields.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 })
    }
}
