import Database
import Foundation

/// The processes of a PostgreSQL server on this machine, which are part of what an answer costs.
struct ServerProcesses: Sendable {
    /// The parent of all others.
    private let postmaster: Int32

    /// Found from the process that serves a connection.
    init(behind engine: PostgresEngine) async throws {
        let number = try await engine.read { db -> Int32? in try db.value("SELECT pg_backend_pid()") }
        guard let number, let backend = ProcessStat(number), let parent = ProcessStat(backend.parent),
            backend.name == "postgres", parent.name == "postgres"
        else { throw Complaint("PostgreSQL 服务器不在这台机器上，量不到它用的处理器时间") }
        postmaster = backend.parent
    }

    /// Processor seconds of all of them so far, whether they still run or have ended.
    var cpu: Double {
        let running = ProcessStat.all.filter { $0.parent == postmaster }.reduce(0) { $0 + $1.cpu }
        guard let parent = ProcessStat(postmaster) else { return running }
        return running + parent.cpu + parent.endedChildren
    }
}
