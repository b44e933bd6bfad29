import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization

/// Another program's server for one test: keeps what it was asked and answers as it is told.
final class GatewayPeer: Sendable {
    struct Question: Sendable {
        var path: String
        var headers: HTTPFields
        var body: String

        /// One value of a JSON body, by its way.
        func value(_ path: String) -> String? {
            var found: Any? = try? JSONSerialization.jsonObject(with: Data(body.utf8))
            for key in path.split(separator: ".") { found = (found as? [String: Any])?[String(key)] }
            return found.map { "\($0)" }
        }
    }

    struct Reply: Sendable {
        var status = HTTPResponse.Status.ok
        var body = "{}"
        var headers = HTTPFields()
        var delay = Duration.zero
    }

    private let asked = Mutex<[Question]>([])
    private let answer: @Sendable (Question, Int) -> Reply

    /// The answer to a question and how many there were before it.
    init(_ answer: @escaping @Sendable (_ question: Question, _ before: Int) -> Reply = { _, _ in Reply() }) {
        self.answer = answer
    }

    var questions: [Question] { asked.withLock { $0 } }

    /// Listens while the body runs; the body is given the beginning of its address.
    func serve<Value: Sendable>(_ body: @Sendable (String) async throws -> Value) async throws -> Value {
        let router = Router()
        router.post("**") { [self] request, _ in
            let bytes = try await request.body.collect(upTo: 1 << 20)
            let question = Question(
                path: request.uri.description, headers: request.headers, body: String(buffer: bytes))
            let reply = asked.withLock { asked in
                asked.append(question)
                return answer(question, asked.count - 1)
            }
            try await Task.sleep(for: reply.delay)
            return Response(
                status: reply.status, headers: reply.headers,
                body: ResponseBody(byteBuffer: ByteBuffer(string: reply.body)))
        }
        return try await Application(router: router).test(.live) { client in
            try await body("http://localhost:\(client.port ?? 0)")
        }
    }
}
