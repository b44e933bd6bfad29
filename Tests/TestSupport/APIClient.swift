import Domain
import Foundation
import Hummingbird
import HummingbirdTesting

/// A program that speaks to the API, signed in by its token or not at all.
package struct APIClient: Sendable {
    let client: any TestClientProtocol
    let province: TestProvince
    let person: TestPerson?

    package func get(_ path: String) async throws -> Answer {
        try await send(.get, path)
    }

    /// Posts a JSON body under a fresh idempotency key, or under the given one.
    package func post(
        _ path: String, _ body: some Encodable, key: String = UUID().uuidString, headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "application/json"
        headers[.init("Idempotency-Key")!] = key
        return try await send(.post, path, headers, try JSONEncoder().encode(body))
    }

    package func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: Data? = nil
    ) async throws -> Answer {
        var headers = headers
        if let person { headers[.authorization] = "Bearer " + (try await province.session(of: person)) }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
        return Answer(response)
    }
}
