import Foundation
import Secrets
import Testing

@Suite("When the keys are loaded from their file")
struct KeyFileTests {
    private let folder: Folder
    private var path: String { folder.path + "/secrets/keys" }

    init() throws {
        folder = try Folder()
    }

    @Test("the first start makes it, for the owner alone, and the next one finds the same keys")
    func first() throws {
        let envelope = try KeyRing.load(file: path).seal("词", table: "t", column: "c", row: 1)

        #expect(try mode(path) == 0o600)
        #expect(try mode(folder.path + "/secrets") == 0o700)
        #expect(try KeyRing.load(file: path).openText(envelope, table: "t", column: "c", row: 1) == "词")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/secrets") == ["keys"])
    }

    @Test("programs that start together end up with the same keys")
    func together() async throws {
        let digests = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask { [path] in try KeyRing.load(file: path).blindIndex("phone", "1") }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }

        #expect(digests.count == 1)
    }

    @Test("a file others can read is refused, and the message says how to put it right", arguments: [0o640, 0o604])
    func loose(mode: Int) throws {
        _ = try KeyRing.load(file: path)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)

        let error = #expect(throws: SecretsError.self) { try KeyRing.load(file: path) }

        #expect(error == .keyFileOpenToOthers(path: path, mode: UInt32(mode)))
        #expect(error.map { "\($0)".contains("chmod 600 \(path)") } == true)
    }

    @Test("a damaged file is refused with its line")
    func damaged() throws {
        _ = try KeyRing.load(file: path)
        let sound = try String(contentsOfFile: path, encoding: .utf8)

        try write(String(sound.dropLast(3)))
        #expect(throws: SecretsError.keyFileMalformed(path: path, line: 2)) { try KeyRing.load(file: path) }
        try write("lianxin-keys 9\n" + sound)
        #expect(throws: SecretsError.keyFileMalformed(path: path, line: 1)) { try KeyRing.load(file: path) }
        try write("lianxin-keys 1\n")
        #expect(throws: SecretsError.keyFileMalformed(path: path, line: 2)) { try KeyRing.load(file: path) }
    }

    @Test("a program that comes later does not make one")
    func missing() {
        #expect(throws: SecretsError.keyFileMissing(path: path)) { try KeyRing.existing(file: path) }
    }

    @Test(
        "whoever misses keys is not sent to the backups, which never hold any",
        arguments: [
            SecretsError.keyFileMissing(path: "/k"), .keyFileMalformed(path: "/k", line: 2),
            .otherKeys(path: "/k", names: ["3f9a01bc"]),
        ])
    func whereKeysAre(error: SecretsError) {
        #expect("\(error)".contains("/k"))
        #expect("\(error)".hasSuffix("备份里没有密钥，请把另外保管的密钥文件放回这个路径"))
    }

    @Test("a new key at the end seals from then on; what was sealed and digested before still fits")
    func newKey() throws {
        let before = try KeyRing.load(file: path)
        let envelope = before.seal("词", table: "t", column: "c", row: 1)
        let sound = try String(contentsOfFile: path, encoding: .utf8)
        try write(sound + "0000000a " + String(repeating: "5c", count: 32) + "\n")

        let after = try KeyRing.load(file: path)
        let newer = after.seal("词", table: "t", column: "c", row: 1)

        #expect(try after.openText(envelope, table: "t", column: "c", row: 1) == "词")
        #expect(newer[2..<6] == [0, 0, 0, 10])
        #expect(after.blindIndex("phone", "1") == before.blindIndex("phone", "1"))
        #expect(throws: SecretsError.unknownKey(10)) { try before.openText(newer, table: "t", column: "c", row: 1) }
    }

    private func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private final class Folder: Sendable {
        let path: String

        init() throws {
            path = NSTemporaryDirectory() + "keys-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
