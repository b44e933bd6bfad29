import Foundation

/// Requests that are sent when their moment has come, answered or not those before them: who was told to sign in does
/// not wait until others have.
struct OpenLoop {
    struct Request: Sendable {
        /// In seconds after the start.
        var at: Double
        var message: [UInt8]
    }

    enum End: Hashable, Sendable {
        case answered(status: Int)
        /// The connection was refused or broke.
        case broken
        /// Nothing came while somebody waited for it.
        case gone
    }

    struct Answer: Sendable {
        var end: End
        /// When the request was due, in seconds after the start.
        var at: Double
        /// How long it took from then on, so that a load that falls behind does not flatter.
        var after: Double
    }

    let port: Int
    /// How long somebody waits, in seconds.
    let patience: Double

    /// Sends them all, which come in the order of their moments; the answers have the same order.
    func send(_ requests: [Request]) async throws -> [Answer] {
        let (port, patience) = (port, patience)
        return try await withCheckedThrowingContinuation { continuation in
            // It waits for minutes, and must not keep a thread from the tasks.
            let thread = Thread {
                let result = Result<[Answer], any Error> {
                    var run = OpenLoopRun(requests, port: port, patience: patience)
                    return try run.toItsEnd()
                }
                continuation.resume(with: result)
            }
            thread.start()
        }
    }
}

/// One run on one thread: thousands may wait at the same moment.
private struct OpenLoopRun {
    /// One request on its way and its answer so far.
    private struct Talk {
        let request: Int
        var sent = 0
        var received: [UInt8] = []
    }

    /// Milliseconds after which everybody's patience is looked at.
    private static let longestPause = 50.0

    private let requests: [OpenLoop.Request]
    private let port: Int
    private let patience: Double
    private let began = ContinuousClock.now
    private var next = 0
    private var answers: [OpenLoop.Answer?]
    private var talks: [Talk] = []
    /// What each of `talks` waits for, in the same order.
    private var waits: [pollfd] = []

    init(_ requests: [OpenLoop.Request], port: Int, patience: Double) {
        self.requests = requests
        self.port = port
        self.patience = patience
        answers = Array(repeating: nil, count: requests.count)
    }

    mutating func toItsEnd() throws -> [OpenLoop.Answer] {
        defer { for wait in waits { close(wait.fd) } }
        while next < requests.count || !talks.isEmpty {
            try beginWhatIsDue()
            let (count, milliseconds) = (nfds_t(waits.count), pause)
            _ = poll(&waits, count, milliseconds)
            let now = elapsed
            // From the end: what is done leaves its place to the last.
            for place in waits.indices.reversed() {
                if let end = advance(place) {
                    finish(place, end)
                } else if now - requests[talks[place].request].at > patience {
                    finish(place, .gone)
                }
            }
        }
        return answers.compactMap(\.self)
    }

    private var elapsed: Double { (ContinuousClock.now - began).seconds }

    /// Milliseconds to wait for something to happen.
    private var pause: Int32 {
        guard next < requests.count else { return Int32(Self.longestPause) }
        return Int32(min(max(0, (requests[next].at - elapsed) * 1000), Self.longestPause).rounded(.up))
    }

    private mutating func beginWhatIsDue() throws {
        while next < requests.count, requests[next].at <= elapsed {
            if let socket = try Self.dial(port) {
                talks.append(Talk(request: next))
                waits.append(pollfd(fd: socket, events: Int16(POLLOUT), revents: 0))
            } else {
                answers[next] = answer(to: next, .broken)
            }
            next += 1
        }
    }

    /// Does what can be done without waiting; nil while there is more to come.
    private mutating func advance(_ place: Int) -> OpenLoop.End? {
        guard waits[place].revents != 0 else { return nil }
        return waits[place].events == Int16(POLLOUT) ? write(place) : read(place)
    }

    private mutating func write(_ place: Int) -> OpenLoop.End? {
        let rest = Array(requests[talks[place].request].message.dropFirst(talks[place].sent))
        let count = Foundation.send(waits[place].fd, rest, rest.count, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return errno == EAGAIN ? nil : OpenLoop.End.broken }
        talks[place].sent += count
        if count == rest.count { waits[place].events = Int16(POLLIN) }
        return nil
    }

    /// The server closes the connection after its answer.
    private mutating func read(_ place: Int) -> OpenLoop.End? {
        var part = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(waits[place].fd, &part, part.count, 0)
            if count > 0 {
                talks[place].received += part[..<count]
            } else if count < 0, errno == EAGAIN {
                return nil
            } else {
                guard let answer = PlainHTTP.parse(talks[place].received) else { return .broken }
                return .answered(status: answer.status)
            }
        }
    }

    private mutating func finish(_ place: Int, _ end: OpenLoop.End) {
        let request = talks[place].request
        answers[request] = answer(to: request, end)
        close(waits[place].fd)
        talks.swapAt(place, talks.count - 1)
        talks.removeLast()
        waits.swapAt(place, waits.count - 1)
        waits.removeLast()
    }

    private func answer(to request: Int, _ end: OpenLoop.End) -> OpenLoop.Answer {
        let at = requests[request].at
        return OpenLoop.Answer(end: end, at: at, after: elapsed - at)
    }

    /// A connection that is there or on its way; nil when it was refused.
    private static func dial(_ port: Int) throws -> Int32? {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
        let socket = Foundation.socket(AF_INET, kind, 0)
        guard socket >= 0 else { throw Complaint("同时打开的连接太多，请先用 ulimit -n 提高上限") }
        var address = LocalPort.address(port)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if connected == 0 || errno == EINPROGRESS { return socket }
        close(socket)
        return nil
    }
}
