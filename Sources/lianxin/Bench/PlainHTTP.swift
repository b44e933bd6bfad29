import Dispatch
import Foundation

/// One request over a socket of its own: enough to ask once, to look at what came, and to notice when a server begins
/// to answer. Load is made by wrk.
struct PlainHTTP {
    struct Answer: Sendable {
        var status: Int
        var body: [UInt8]
    }

    let port: Int

    /// Nil while nobody listens.
    func get(_ path: String, cookie: String? = nil) async -> Answer? {
        await send(Self.message("GET", path, cookie.map { ["Cookie": $0] } ?? [:], []))
    }

    /// Nil also when the server dies before it has answered. Sockets block, and must not block a thread that answers
    /// may need.
    func send(_ message: [UInt8]) async -> Answer? {
        let port = port
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: Self.exchange(message, port)) }
        }
    }

    static func post(to path: String, json: [UInt8], headers: [String: String]) -> [UInt8] {
        message("POST", path, headers.merging(["Content-Type": "application/json"]) { $1 }, json)
    }

    private static func message(
        _ method: String, _ path: String, _ headers: [String: String], _ body: [UInt8]
    ) -> [UInt8] {
        let own = ["Host": "127.0.0.1", "Connection": "close", "Content-Length": "\(body.count)"]
        let lines = headers.merging(own) { $1 }.map { "\($0.key): \($0.value)\r\n" }
        return Array("\(method) \(path) HTTP/1.1\r\n\(lines.joined())\r\n".utf8) + body
    }

    private static func exchange(_ request: [UInt8], _ port: Int) -> Answer? {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        var address = LocalPort.address(port)
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0, Foundation.send(socket, request, request.count, Int32(MSG_NOSIGNAL)) > 0
        else { return nil }
        return parse(readAll(socket))
    }

    private static func readAll(_ socket: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket, &part, part.count, 0)
            guard count > 0 else { return all }
            all += part[..<count]
        }
    }

    /// Nil where the head of an answer is not whole.
    static func parse(_ bytes: [UInt8]) -> Answer? {
        let end = Array("\r\n\r\n".utf8)
        guard let gap = bytes.firstRange(of: end), let status = Int(String(decoding: bytes[9..<12], as: UTF8.self))
        else { return nil }
        return Answer(status: status, body: Array(bytes[gap.upperBound...]))
    }
}

/// Ports of this machine.
enum LocalPort {
    /// One that nobody uses now.
    static func free() throws -> Int {
        let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = address(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let done = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        guard done else { throw Complaint("没有空闲的端口") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    static func address(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }
}
