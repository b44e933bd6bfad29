import Synchronization

/// What becomes known while one request is answered and must also reach the outer middlewares: contexts are values
/// and travel inwards only.
final class Exchange: Sendable {
    struct Notes: Sendable {
        /// The browser's token: from its cookie, or made when the first form was drawn.
        var browser: String?
        var browserIsNew = false
        /// One masked token for all forms of this answer.
        var formToken: String?
        var form: FormBody?
        var files: [FormFile] = []
        var session: WebSession?
    }

    private let notes = Mutex(Notes())

    func read<Value: Sendable>(_ path: (Notes) -> Value) -> Value {
        notes.withLock { path($0) }
    }

    func change<Value: Sendable>(_ body: (inout sending Notes) -> sending Value) -> Value {
        notes.withLock(body)
    }
}
