import Directory
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization
import Web

/// A browser before the application: keeps its cookies and fills in the forms it was shown. A signed-in person stays
/// signed in however far the clock is moved.
package final class Browser: Sendable {
    fileprivate struct State {
        var cookies: [String: String] = [:]
        var page = HiddenFields(page: "")
        var signedInAt: Instant?
    }

    private let client: any TestClientProtocol
    private let province: TestProvince
    private let person: TestPerson?
    private let state = Mutex(State())

    init(_ client: any TestClientProtocol, _ province: TestProvince, person: TestPerson?) {
        self.client = client
        self.province = province
        self.person = person
    }

    package func get(_ path: String) async throws -> Answer {
        try await send(.get, path)
    }

    /// Sends a form: the hidden fields of the form with this action on the page seen last, and these.
    package func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Answer {
        let hidden = state.withLock { $0.page.fields(of: path) }
        let given = fields.map { (name: $0.key, value: $0.value) }
        let all = hidden.filter { field in !given.contains { $0.name == field.name } } + given
        return try await post(raw: path, all.map { ($0.name, $0.value) })
    }

    /// Sends exactly these fields, for what no page of ours would send.
    package func post(raw path: String, _ fields: [(String, String)]) async throws -> Answer {
        let body = fields.map { Address.encoded($0.0) + "=" + Address.encoded($0.1) }.joined(separator: "&")
        return try await send(.post, path, [.contentType: "application/x-www-form-urlencoded"], body)
    }

    /// Sends a form with a file in one of its fields, as a browser does.
    package func post(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:], file: (name: String, bytes: [UInt8])
    ) async throws -> Answer {
        let hidden = state.withLock { $0.page.fields(of: path) }
        var body = ByteBuffer()
        for (name, value) in hidden.map({ ($0.name, $0.value) }) + fields.map({ ($0.key, $0.value) }) {
            body.writeString("--lx\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString(
            "--lx\r\nContent-Disposition: form-data; name=\"\(file.name)\"; filename=\"IMG.jpg\"\r\n\r\n")
        body.writeBytes(file.bytes)
        body.writeString("\r\n--lx--\r\n")
        return try await send(.post, path, [.contentType: "multipart/form-data; boundary=lx"], bytes: body)
    }

    /// The page to which an answer leads.
    package func follow(_ answer: Answer) async throws -> Answer {
        try await get(answer.location ?? "/")
    }

    /// The form token of the page seen last.
    package var formToken: String? { state.withLock { $0.page.token } }

    package var cookies: [String: String] { state.withLock { $0.cookies } }

    /// The submission id of the form with this action, to send it twice.
    package func submission(of path: String) -> String? {
        state.withLock { $0.page.fields(of: path).first { $0.name == "submission" }?.value }
    }

    package func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: String? = nil
    ) async throws -> Answer {
        try await send(method, path, headers, bytes: body.map { ByteBuffer(string: $0) })
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, bytes: ByteBuffer?
    ) async throws -> Answer {
        try await staySignedIn()
        var headers = headers
        let cookies = cookies
        if !cookies.isEmpty {
            headers[.cookie] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ")
        }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: bytes)
        let answer = Answer(response)
        state.withLock { state in
            for line in response.headers[values: .setCookie] { state.keep(cookie: line) }
            let page = HiddenFields(page: answer.text)
            if page.token != nil { state.page = page }
        }
        return answer
    }

    private func staySignedIn() async throws {
        guard let person else { return }
        let now = province.now
        let last = state.withLock { $0.signedInAt }
        if let last, now < last.adding(seconds: 300), now >= last { return }
        let token = try await province.session(of: person)
        state.withLock {
            $0.cookies[AppContext.sessionCookie] = token
            $0.signedInAt = now
        }
    }
}

extension Browser.State {
    fileprivate mutating func keep(cookie line: String) {
        let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return }
        cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
    }
}
