import Domain
import Foundation
import Hummingbird
import Web

/// Reads a JSON body as the form with the same fields, so that pages and API are checked by the same rules; but what
/// is not declared, or is other JSON than declared, is refused and not guessed at.
enum JSONFields {
    static func read(_ fields: [BodyField], from request: Request) async throws -> FormBody {
        let members: [String: JSONMember] = try await JSONBody.decode(from: request)
        var errors = FormErrors()
        var found: [FormBody.Field] = []
        for (name, member) in members.sorted(by: { $0.key < $1.key }) {
            guard let field = fields.first(where: { $0.name == name }) else {
                errors.add(name, "没有 \(name) 这一项，请对照接口说明")
                continue
            }
            guard let values = member.values(as: field.kind) else {
                errors.add(name, "\(name) 的格式不对，\(field.kind.chinese)")
                continue
            }
            found += values.map { FormBody.Field(name: name, value: $0) }
        }
        for field in fields where field.isRequired && members[field.name] == nil {
            errors.add(field.name, "缺少 \(field.name)")
        }
        guard errors.isEmpty else { throw errors }
        return FormBody(found)
    }
}

extension BodyField.Kind {
    /// What has to be written, for the sentence that says it was not.
    fileprivate var chinese: String {
        switch self {
        case .text: "应当是字符串"
        case .day: "应当是 2026-05-25 这样的日期"
        case .flag: "应当是 true 或 false"
        case .integer: "应当是整数"
        case .integers: "应当是整数的列表"
        case .choice(let codes): "应当是其中之一：" + codes.joined(separator: "、")
        }
    }
}

/// The value of one member, as it stands in the body.
private enum JSONMember: Decodable {
    case text(String)
    case flag(Bool)
    case integer(Int64)
    case integers([Int64])
    case other

    init(from decoder: any Decoder) throws {
        guard let value = try? decoder.singleValueContainer() else {
            self = .other
            return
        }
        if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Int64.self) {
            self = .integer(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let numbers = try? value.decode([Int64].self) {
            self = .integers(numbers)
        } else {
            self = .other
        }
    }

    /// As a form would send it; nil when it is other JSON than declared.
    func values(as kind: BodyField.Kind) -> [String]? {
        switch (self, kind) {
        case (.text(let text), .text):
            [text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")]
        case (.text(let text), .day): Day(iso: text) == nil ? nil : [text]
        case (.text(let text), .choice(let codes)): codes.contains(text) ? [text] : nil
        case (.flag(let flag), .flag): [flag ? "yes" : "no"]
        case (.integer(let number), .integer): [String(number)]
        case (.integers(let numbers), .integers): numbers.map(String.init)
        case (.text, _), (.flag, _), (.integer, _), (.integers, _), (.other, _): nil
        }
    }
}
