import NIOCore
import NIOPosix
import Synchronization

/// A mail server for one test: takes what it is sent and answers as it is told.
final class SMTPPeer: Sendable {
    /// What came in one session.
    struct Mail: Sendable, Hashable {
        var from: String
        var to: String
        var text: String
    }

    /// Answers by the command's first word; `TEXT` is the one after the text, `GREETING` the first of all. An empty one
    /// hangs up.
    private let answers: [String: String]
    private let state = Mutex((mails: [Mail](), commands: [String]()))

    init(_ answers: [String: String] = [:]) {
        self.answers = answers
    }

    var mails: [Mail] { state.withLock { $0.mails } }
    var commands: [String] { state.withLock { $0.commands } }

    /// Listens while the body runs; the body is given the port.
    func serve<Value: Sendable>(_ body: @Sendable (Int) async throws -> Value) async throws -> Value {
        let listening = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 8)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SMTPSession(peer: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            let value = try await body(listening.localAddress?.port ?? 0)
            try await listening.close()
            return value
        } catch {
            try? await listening.close()
            throw error
        }
    }

    fileprivate func answer(_ command: String) -> String {
        state.withLock { $0.commands.append(command) }
        if let told = answers[command] { return told }
        switch command {
        case "GREETING": return "220 peer"
        case "EHLO": return "250-peer\r\n250 AUTH PLAIN LOGIN"
        case "AUTH": return "235 ok"
        case "DATA": return "354 go on"
        case "QUIT": return "221 bye"
        case _: return "250 ok"
        }
    }

    fileprivate func keep(_ mail: Mail) { state.withLock { $0.mails.append(mail) } }
}

/// One connection, line by line.
private final class SMTPSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let peer: SMTPPeer
    private var rest = ""
    private var mail = SMTPPeer.Mail(from: "", to: "", text: "")
    private var lines: [String]?

    init(peer: SMTPPeer) {
        self.peer = peer
    }

    func channelActive(context: ChannelHandlerContext) { say("GREETING", context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let buffer = unwrapInboundIn(data)
        rest += String(decoding: buffer.readableBytesView, as: UTF8.self)
        // A line end is one character of Swift's.
        while let end = rest.firstIndex(of: "\r\n") {
            let line = String(rest[..<end])
            rest = String(rest[rest.index(after: end)...])
            take(line, context)
        }
    }

    private func take(_ line: String, _ context: ChannelHandlerContext) {
        if lines != nil {
            guard line == "." else {
                lines?.append(line.hasPrefix("..") ? String(line.dropFirst()) : line)
                return
            }
            mail.text = (lines ?? []).joined(separator: "\n")
            lines = nil
            peer.keep(mail)
            say("TEXT", context)
            return
        }
        let command = line.prefix { $0 != " " && $0 != ":" }.uppercased()
        if command == "MAIL" { mail.from = address(in: line) }
        if command == "RCPT" { mail.to = address(in: line) }
        if say(command, context).hasPrefix("354") { lines = [] }
        if command == "QUIT" { context.close(promise: nil) }
    }

    @discardableResult
    private func say(_ command: String, _ context: ChannelHandlerContext) -> String {
        let answer = peer.answer(command)
        guard !answer.isEmpty else {
            context.close(promise: nil)
            return ""
        }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer + "\r\n")), promise: nil)
        return answer
    }

    private func address(in line: String) -> String {
        String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
}
