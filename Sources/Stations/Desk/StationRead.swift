import Database
import Directory
import Web

extension Installation {
    /// Reads for the desk of the station in the address; not found for whoever does not work there.
    func stationRead<T: Sendable>(
        _ context: AppContext, _ read: @escaping @Sendable (Transaction, StationDuty, Snapshot) throws -> T
    ) async throws -> T {
        let code = try context.part("code")
        let signed = try context.signedIn()
        return try await database.read { db in
            let snapshot = try snapshot(in: db)
            return try read(db, StationDuty(code, signed, atlas: snapshot.atlas), snapshot)
        }
    }
}
