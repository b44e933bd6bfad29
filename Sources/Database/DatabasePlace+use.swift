extension DatabasePlace {
    /// Whether any program has the database open, this one too.
    package func isInUse() async throws -> Bool {
        switch self {
        case .file(let path, _): try OpenLock.isHeld(beside: path)
        case .server: try await use { engine in try await PostgresServer.hasOthers(on: engine) }
        }
    }
}
