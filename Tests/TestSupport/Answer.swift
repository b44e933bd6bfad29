import Foundation
import Hummingbird
import HummingbirdTesting

/// What the application answered.
package struct Answer: Sendable {
    package let status: HTTPResponse.Status
    package let headers: HTTPFields
    package let bytes: [UInt8]

    init(_ response: TestResponse) {
        status = response.status
        headers = response.headers
        bytes = Array(response.body.readableBytesView)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var location: String? { headers[.location] }

    /// The body as a value of an API type.
    package func decoded<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    /// One text of a JSON object: `answer[key: "number"]`; numbers and booleans as they are written.
    package subscript(key key: String) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        return object?[key].map { "\($0)" }
    }
}
