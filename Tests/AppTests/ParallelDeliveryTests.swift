import App
import Database
import Directory
import Domain
import Foundation
import Outbox
import Synchronization
import TestSupport
import Testing

@Suite("When several programs send what waits")
struct ParallelDeliveryTests {
    private static let many = 60

    @Test("each message leaves once, whichever of them takes it")
    func once() async throws {
        let province = try await TestProvince()
        let others = try await [province.another(), province.another()]
        try await put(in: province)
        let counting = CountingChannel()
        let channels = Channels(sms: counting, email: counting, wechat: counting)
        let now = province.now

        try await withThrowingTaskGroup(of: Void.self) { group in
            for installation in [province.installation] + others.map(\.installation) {
                for _ in 0..<2 {
                    group.addTask { try await DeliverMessages.run(in: installation, at: now, through: channels) }
                }
            }
            try await group.waitForAll()
        }

        #expect(counting.references.count == Self.many)
        #expect(Set(counting.references).count == Self.many)
        #expect(try await province.count("SELECT COUNT(*) FROM sending WHERE state = 'sent'") == Self.many)
        #expect(try await province.count("SELECT COUNT(*) FROM sending WHERE attempts <> 1") == 0)
        let root = province.division(.province)
        #expect(
            try await province.count("SELECT SUM(total) FROM sending_tally WHERE area = \(root)") == Self.many)
    }

    @Test("two workers at the same moment write each message into one file")
    func workers() async throws {
        let province = try await TestProvince()
        let other = try await province.another()
        try await put(in: province)

        for _ in 0..<3 {
            async let one = province.app.worker.round()
            async let two = other.worker.round()
            _ = await (one, two)
            province.clock.pass(seconds: 5)
        }

        let folder = province.app.settings.dataDirectory + "/outbox"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(files.count == Self.many)
        let text = try String(contentsOfFile: folder + "/" + files[0], encoding: .utf8)
        #expect(text.contains("电子邮件") && text.contains("验证码"))
        #expect(text.contains("z***@example.cn") && !text.contains("zhang"))
        #expect(try await province.count("SELECT COUNT(*) FROM sending WHERE via = 'file'") == Self.many)
    }

    @Test("the log says nothing of where a message went or what stood in it")
    func log() async throws {
        let lines = KeptLines()
        let province = try await TestProvince {
            $0.logLevel = .trace
            $0.logSink = { line in lines.add(line) }
        }
        try await put(in: province)

        await province.work()

        let text = lines.all.joined(separator: "\n")
        #expect(try await province.count("SELECT COUNT(*) FROM sending WHERE via = 'file'") == Self.many)
        for secret in ["zhang", "example.cn", "123456", "验证码"] { #expect(!text.contains(secret), "\(secret)") }
    }

    private func put(in province: TestProvince) async throws {
        let (now, keys) = (province.now, province.installation.keys)
        let area = province.division(.town)
        let drafts = (0..<Self.many).map { index in
            MessageDraft(
                .addressCode, to: .address(.email, Sensitive("zhang\(index)@example.cn")), area: area,
                values: ["code": "123456"], key: "code/\(index)")
        }
        try await province.write { db, ids, _ in
            try Outbox.put(drafts, in: db, at: now, ids: &ids, keys: keys)
        }
    }
}

/// Takes everything, after a moment in which others may come.
private final class CountingChannel: OutgoingChannel {
    private let taken = Mutex<[String]>([])

    var target: String { "counting" }
    var isReal: Bool { true }
    var spoken: String { "测试用" }
    var references: [String] { taken.withLock { $0 } }

    func send(_ message: OutgoingMessage) async -> SendResult {
        try? await Task.sleep(for: .milliseconds(2))
        taken.withLock { $0.append(message.reference) }
        return .sent(providerID: nil, cost: 0)
    }
}

private final class KeptLines: Sendable {
    private let kept = Mutex<[String]>([])

    var all: [String] { kept.withLock { $0 } }

    func add(_ line: String) { kept.withLock { $0.append(line) } }
}
