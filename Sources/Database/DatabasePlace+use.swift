extension DatabasePlace {
    /// Whether any program has the database open, this one too.
    package func isInUse() async throws -> Bool {
        switch self {
        case .file(let path, _): try OpenLock.isHeld(beside: path)
        case .server: try await use { engine in try await Self.hasOthers(engine) }
        }
    }

    /// Asked again for a second: a connection that has just been closed is still listed for a moment. Of other roles
    /// only our own program counts; a monitoring program reads nothing but figures.
    private static func hasOthers(_ engine: any DatabaseEngine) async throws -> Bool {
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
