import Foundation

extension Settings {
    /// Makes the folder that the database lies in; a server's lies elsewhere, and the key file makes its own.
    func makeFolder() throws {
        guard server == nil else { return }
        try FileManager.default.createDirectory(
            atPath: dataDirectory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
}
