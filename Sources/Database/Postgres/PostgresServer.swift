/// What no transaction may hold: whole databases coming and going.
package enum PostgresServer {
    /// Runs one command of the program's own making on a connection of its own. Waits where it stands.
    package static func command(_ text: String, at address: PostgresAddress) throws {
        do {
            _ = try PostgresLink(address, PostgresOptions(statementSeconds: 0)).exchange([.once(text, [])])
        } catch {
            throw error.error
        }
    }
}
