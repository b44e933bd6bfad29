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

    /// Whether somebody else is in the database. Asked again for a second: a connection that has just been closed is still
    /// listed for a moment. Of other roles only our own program counts; a monitoring program reads nothing but figures.
    static func hasOthers(on engine: any DatabaseEngine) async throws -> Bool {
        for _ in 1...20 {
            let others: Int? = try await engine.read { db in
                try db.value(
                    """
                    SELECT COUNT(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                      AND (usename = current_user OR application_name = 'lianxin')
                    """)
            }
            if others == 0 { return false }
            try await Task.sleep(for: .milliseconds(50))
        }
        return true
    }
}
