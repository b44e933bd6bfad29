import Directory
import Domain
import Hummingbird
import Web

/// `GET /health`, `GET /ready`: for whoever watches the process, on both faces.
struct HealthPages: Sendable {
    /// The worker looks every second and notes it every minute; after this long it is not there.
    private static let lateSeconds: Int64 = 300
    /// The notice for the next year comes in November; a quarter ahead somebody should ask for it.
    private static let calendarDays = 92

    let installation: Installation

    private struct Health: Encodable {
        var status = "ok"
    }

    private struct Readiness: Encodable {
        var status: String
        var database: String
        /// The last day for which working days are known; later deadlines are provisional.
        var calendar_until: String?
        var calendar: String?
        var last_tick: String?
        var worker: String?
    }

    func routes(on router: Router<AppContext>) {
        router.get("/health") { request, context in
            try JSONResponse(Health()).response(from: request, context: context)
        }
        router.get("/ready", use: ready)
    }

    /// 503 only while the database does not answer: an old calendar or a missing worker is not cured by taking this
    /// process away from its visitors.
    @Sendable private func ready(_ request: Request, _ context: AppContext) async throws -> Response {
        let readiness = await readiness()
        let status: HTTPResponse.Status = readiness.database == "ok" ? .ok : .serviceUnavailable
        return try JSONResponse(readiness, status: status).response(from: request, context: context)
    }

    private func readiness() async -> Readiness {
        let now = installation.now()
        do {
            let (calendar, tick) = try await installation.database.read { db in
                let entry = try JobTable.entries(in: db)[Schedule.tick]
                return (try installation.snapshot(in: db).calendar, entry?.dueAt.adding(seconds: -60))
            }
            let last = Day(calendar.coveredYears.upperBound, 12, 31)
            let isLong = Day(of: now).adding(days: Self.calendarDays) <= last
            let isLate = tick.map { now > $0.adding(seconds: Self.lateSeconds) } ?? true
            return Readiness(
                status: "ready", database: "ok", calendar_until: last.iso, calendar: isLong ? "ok" : "ends soon",
                last_tick: tick?.iso, worker: isLate ? "missing" : "ok")
        } catch {
            return Readiness(status: "not ready", database: "no answer")
        }
    }
}
