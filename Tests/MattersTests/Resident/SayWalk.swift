import Foundation
import TestSupport
import Testing

@testable import Matters

/// Somebody without JavaScript on the way from the first screen to the number: fills in what is shown, presses a button
/// that is there, and counts the screens.
struct SayWalk {
    let browser: Browser
    private(set) var page: Answer
    private(set) var screens = 1

    init(_ browser: Browser, at path: String = "/say") async throws {
        self.browser = browser
        page = try await browser.get(path)
    }

    /// Touches a link of the page.
    mutating func follow(_ path: String, _ location: SourceLocation = #_sourceLocation) async throws {
        #expect(page.text.contains("href=\"\(path)\""), sourceLocation: location)
        page = try await browser.get(path)
        screens += 1
    }

    /// Fills in the form and presses one of its buttons: `go=next`, `go=back`, `to=140702001`.
    mutating func press(
        _ button: String, _ values: [String: String] = [:], _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let parts = button.split(separator: "=").map(String.init)
        let (name, value) = (parts[0], parts[1])
        #expect(
            page.text.contains("name=\"\(name)\" value=\"\(value)\""), "no button \(button)", sourceLocation: location)
        let form = try #require(
            ShownForm.all(on: page.text).first { $0.action == "/say" && $0.names.contains("form_token") },
            sourceLocation: location)
        page = try await browser.post(raw: "/say", form.filled(values, location) + [(name, value)])
        screens += 1
    }

    /// As far as the last look before sending.
    mutating func walkToCheck(_ what: [String: String] = [:], _ reach: [String: String] = [:]) async throws {
        try await press("go=next", ["words": Resident.words, "bypass": "no"].merging(what) { $1 })
        try await press("go=next", reach)
    }

    var h1: String { String(page.text.firstMatch(of: /<h1>([^<]*)<\/h1>/)?.1 ?? "") }
    var slip: Slip { get throws { try Slip(page.text) } }
}

/// Small files as telephones make them.
enum SayFiles {
    /// Five different pictures.
    static let photos = [
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mM4ISdHEmIY1TCqATsCAIDswwEayoIOAAAAAElFTkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mOQOyFHEmIY1TCqATsCAAFswwE8ipetAAAAAElFTkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mOQkztBEmIY1TCqATsCAIHdwwFXHlN9AAAAAElFTkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mM4cUKOJMQwqmFUA3YEAPZ6QpDZ0TPMAAAAAElFTkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAIAAADkharWAAAAFUlEQVR42mOQO3GCJMQwqmFUA3YEAPdrQpBquo8LAAAAAElFTkSuQmCC",
    ].map { Array(Data(base64Encoded: $0)!) }

    /// So many seconds of silence, 8,000 bytes each.
    static func voice(seconds: Int) -> [UInt8] {
        let samples = 8_000 * seconds
        func number(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        let format = number(1, 2) + number(1, 2) + number(8_000, 4) + number(8_000, 4) + number(1, 2) + number(8, 2)
        return Array("RIFF".utf8) + number(36 + samples, 4) + Array("WAVEfmt ".utf8) + number(16, 4) + format
            + Array("data".utf8) + number(samples, 4) + [UInt8](repeating: 128, count: samples)
    }
}
