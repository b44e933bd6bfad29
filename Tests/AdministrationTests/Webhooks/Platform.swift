import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization

/// Another platform, at a port of its own: takes down what is posted to it and answers as it is in the mood to.
final class Platform: Sendable {
    /// One message as it arrived.
    struct Received: Sendable {
        var body: [UInt8]
        var event: String
        var delivery: String
        var timestamp: String
        var signature: String

        /// A field of the body, as it is written.
        subscript(name: String) -> String? {
            let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
            return object?[name].map { "\($0)" }
        }

        var fields: Set<String> {
            let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
            return Set((object ?? [:]).keys)
        }

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    private struct State {
        var all: [Received] = []
        var delay = Duration.zero
        var answer: @Sendable (Received) -> HTTPResponse.Status = { _ in .ok }
    }

    private let state = Mutex(State())

    /// Everything that arrived, in its order.
    var received: [Received] { state.withLock { $0.all } }
    /// What of it was taken.
    func answers(_ answer: @escaping @Sendable (Received) -> HTTPResponse.Status) {
        state.withLock { $0.answer = answer }
    }
    func waits(_ delay: Duration) { state.withLock { $0.delay = delay } }
    func forget() { state.withLock { $0.all = [] } }

    /// Listens while something is done with its address.
    func open<T: Sendable>(_ body: @escaping @Sendable (_ address: String) async throws -> T) async throws -> T {
        let router = Router()
        router.post("/hook") { [self] request, _ in
            let received = try await Self.read(request)
            let (delay, answer) = state.withLock { state in
                state.all.append(received)
                return (state.delay, state.answer)
            }
            if delay > .zero { try await Task.sleep(for: delay) }
            return Response(status: answer(received))
        }
        return try await Application(router: router).test(.live) { client in
            try await body("http://localhost:\(client.port ?? 0)/hook")
        }
    }

    private static func read(_ request: Request) async throws -> Received {
        let body = try await request.body.collect(upTo: 1 << 20)
        func header(_ name: String) -> String { request.headers[HTTPField.Name(name)!] ?? "" }
        return Received(
            body: Array(body.readableBytesView), event: header("X-Lianxin-Event"),
            delivery: header("X-Lianxin-Delivery"), timestamp: header("X-Lianxin-Timestamp"),
            signature: header("X-Lianxin-Signature"))
    }
}
