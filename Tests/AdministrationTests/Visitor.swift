import Foundation
import Hummingbird
import HummingbirdTesting
import Web

/// A browser that keeps its cookies and fills in forms it was shown.
struct Visitor {
    private let client: any TestClientProtocol
    private(set) var cookies: [String: String] = [:]
    private var token: String?

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    mutating func get(_ path: String) async throws -> TestResponse {
        try await send(path, .get)
    }

    /// Sends a form with the token of the page seen last.
    mutating func post(_ path: String, _ fields: KeyValuePairs<String, String>) async throws -> TestResponse {
        var pairs = fields.map { Address.encoded($0.key) + "=" + Address.encoded($0.value) }
        if let token { pairs.append("form_token=" + token) }
        return try await send(
            path, .post, [.contentType: "application/x-www-form-urlencoded"], pairs.joined(separator: "&"))
    }

    mutating func send(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields = [:], _ body: String? = nil
    ) async throws -> TestResponse {
        var headers = headers
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }
        let answer = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
        for line in answer.headers[values: .setCookie] { keep(line) }
        if let found = answer.text.firstMatch(of: /name="form_token" value="([^"]+)"/) { token = String(found.1) }
        return answer
    }

    mutating func signIn(_ password: String = AccountSite.password) async throws -> TestResponse {
        _ = try await get("/sign-in")
        return try await post("/sign-in", ["login": AccountSite.login, "password": password])
    }

    private mutating func keep(_ line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return }
        cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String? { headers[.location] }
}
