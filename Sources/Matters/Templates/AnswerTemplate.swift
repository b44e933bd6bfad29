import Database
import Domain

/// 答复模板: a text an office keeps ready for answers about a category of matters; its places are filled from the
/// matter, and what only a person knows stays open as 【…】 and must be written before the answer can be sent.
struct AnswerTemplate: Hashable, Sendable {
    /// How many of them an area has at most: more than a list can show nobody finds again.
    static let most = 100

    var id: Int64
    var area: DivisionID
    /// Nil for every category.
    var category: Category?
    var title: String
    var body: String
    var writtenAt: Instant
    var version: Int64
}

/// What a template may leave to the program.
enum TemplatePlace: String, CaseIterable {
    case number = "编号"
    case area = "地方"
    case day = "日期"
    case organ = "单位"
    case station = "联络站"
    case registered = "反映日期"
}

extension AnswerTemplate {
    /// Names in braces that nobody fills: `{电话}`.
    static func unknownPlaces(in body: String) -> [String] {
        body.matches(of: /\{([^{}]*)\}/).map { String($0.1) }.filter { TemplatePlace(rawValue: $0) == nil }
    }

    /// What is still open in a text, such as 【做了什么】.
    static func openPlaces(in text: String) -> [String] {
        text.matches(of: /【[^【】]{1,40}】/).map { String($0.0) }
    }

    func filled(_ values: [TemplatePlace: String]) -> String {
        TemplatePlace.allCases.reduce(body) { text, place in
            text.replacing("{\(place.rawValue)}", with: values[place] ?? "【\(place.rawValue)】")
        }
    }
}
