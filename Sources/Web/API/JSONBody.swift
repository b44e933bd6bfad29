import Domain
import Foundation
import Hummingbird

/// The body of an API request.
package enum JSONBody {
    /// Decodes it: 415 for another type, 413 for too much, 400 for what is no JSON, 422 for fields that do not fit.
    package static func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, from request: Request, upTo limit: Int = 256 * 1024
    ) async throws -> Value {
        guard request.mediaType == "application/json" else { throw UnsupportedMediaType() }
        let bytes = try await request.bytes(upTo: limit)
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Unreadable(.encoding) }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw translated(error)
        }
    }

    private static func translated(_ error: DecodingError) -> any Error {
        switch error {
        case .keyNotFound(let key, let context):
            let name = path(context.codingPath + [key])
            return FormErrors(name, Messages.missingKey(name))
        case .valueNotFound(_, let context), .typeMismatch(_, let context):
            let name = path(context.codingPath)
            return FormErrors(name, Messages.wrongKind(name.isEmpty ? "正文" : name))
        case .dataCorrupted(let context):
            let name = path(context.codingPath)
            return name.isEmpty ? Unreadable(.json) : FormErrors(name, Messages.wrongKind(name))
        @unknown default:
            return Unreadable(.json)
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}

extension FormErrors {
    /// Checks one text of an API body by the same rule as the page's field; "" where it is wrong.
    package mutating func text(_ name: String, _ raw: String?, _ rule: TextRule) -> String {
        switch rule.check(raw) {
        case .text(let text): return text
        case .wrong(let message):
            add(name, message)
            return ""
        }
    }
}
