import Foundation

/// What one must know to walk about in a demo: written beside its database when it is made, because query codes are
/// known only then.
package struct DemoNotes: Codable, Sendable {
    /// Somebody who may sign in; one for each role, and some more in the same county.
    package struct SignIn: Codable, Sendable {
        package var role: String
        package var login: String
        package var password: String
        package var name: String
        package var place: String
        /// The role in code, for tests.
        package var code: String
    }

    /// A matter of which one knows what only its reporter knows.
    package struct Receipt: Codable, Sendable {
        package var number: String
        package var code: String
        package var state: String
    }

    package var signIns: [SignIn]
    package var matters: [Receipt]

    package init(signIns: [SignIn], matters: [Receipt]) {
        self.signIns = signIns
        self.matters = matters
    }

    private static let name = "/demo.json"

    /// The notes of the demo in a data directory; nil where there is none.
    package static func read(from folder: String) throws -> DemoNotes? {
        guard let data = FileManager.default.contents(atPath: folder + name) else { return nil }
        return try JSONDecoder().decode(DemoNotes.self, from: data)
    }

    func write(to folder: String) throws {
        try json.write(to: URL(filePath: folder + DemoNotes.name), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + DemoNotes.name)
    }

    /// For programs: sorted, so that it can be compared.
    package var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }
}
