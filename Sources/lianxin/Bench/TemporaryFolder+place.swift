import Foundation

extension TemporaryFolder {
    /// On the same disk as what is measured: the system's own folder for such things often lies in memory.
    static func use<Value>(in parent: String, _ body: (_ path: String) async throws -> Value) async throws -> Value {
        let folder = parent + "/copies"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }
}
