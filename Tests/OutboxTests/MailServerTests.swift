import Domain
import Foundation
import TestSupport
import Testing

@testable import Outbox

/// The same against a server that somebody else wrote, with TLS. It comes with `bin/setup test`.
@Suite(
    "When mail goes to a real server",
    .enabled(if: MailServer.isThere, "aiosmtpd or openssl is not here; bin/setup test installs the first"))
struct MailServerTests {
    @Test(
        "it arrives encrypted, from the beginning or by going over to it",
        arguments: [MailSettings.Encryption.starttls, .tls])
    func encrypted(encryption: MailSettings.Encryption) async throws {
        let server = try MailServer(encryption)
        let channel = EmailChannel(try server.settings(trusting: server.certificate))

        let result = try await server.untilListening { await channel.send(EmailTests.message(text: "编号有新进展")) }

        #expect(result == .sent(providerID: nil, cost: 0))
        let received = try await server.received()
        #expect(received.contains("Message-ID: <ref@example.gov.cn>"))
        #expect(received.contains(Data("编号有新进展\r\n".utf8).base64EncodedString()))
    }

    @Test("a server whose certificate nobody trusts gets nothing")
    func untrusted() async throws {
        let server = try MailServer(.tls)
        let stranger = try MailServer(.tls)
        let channel = EmailChannel(try server.settings(trusting: stranger.certificate))

        let result = try await server.untilListening { await channel.send(EmailTests.message()) }

        #expect(result == .unreachable("和邮件服务器谈不成加密连接", retryAfter: nil))
    }
}

/// aiosmtpd in a process of its own, with a certificate made for it.
private final class MailServer: Sendable {
    private static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let python = checkout.appending(path: ".venv/bin/python").path
    private static let openssl = "/usr/bin/openssl"

    static let isThere: Bool = {
        let files = FileManager.default
        guard files.isExecutableFile(atPath: python), files.isExecutableFile(atPath: openssl) else { return false }
        return (try? run(python, ["-c", "import aiosmtpd"])) == 0
    }()

    let certificate: String
    private let port: Int
    private let folder: URL
    private let process: Process
    private let encryption: MailSettings.Encryption

    init(_ encryption: MailSettings.Encryption) throws {
        self.encryption = encryption
        folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appending(path: "cert.pem").path
        let key = folder.appending(path: "key.pem").path
        let made = try Self.run(
            Self.openssl,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out",
                certificate,
            ])
        guard made == 0 else { throw CocoaError(.fileWriteUnknown) }
        port = Int.random(in: 20_000...29_999)
        let prefix = encryption == .tls ? "--smtps" : "--tls"
        process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.arguments = [
            "-u", "-m", "aiosmtpd", "-n", "-l", "localhost:\(port)", prefix + "cert", certificate, prefix + "key", key,
            "-c", "aiosmtpd.handlers.Debugging", "stdout",
        ]
        let out = folder.appending(path: "out").path
        FileManager.default.createFile(atPath: out, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    deinit {
        // Who tests a program that ends at SIGTERM makes this process ignore it, and a child inherits that.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    func settings(trusting authority: String) throws -> MailSettings {
        guard let from = EmailAddress("lianxin@example.gov.cn") else { throw NotFound() }
        return MailSettings(
            host: "localhost", port: port, from: from, encryption: encryption, authorityFile: authority)
    }

    /// Tries until the server is up, twenty seconds at most.
    func untilListening(_ send: () async -> SendResult) async throws -> SendResult {
        for _ in 0..<100 {
            let result = await send()
            if result != .unreachable("连不上邮件服务器", retryAfter: nil) { return result }
            try await Task.sleep(for: .milliseconds(200))
        }
        return await send()
    }

    /// What the server wrote down, once it has.
    func received() async throws -> String {
        for _ in 0..<100 {
            let text = try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
            if text.contains("END MESSAGE") { return text }
            try await Task.sleep(for: .milliseconds(100))
        }
        return ""
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
