import Directory
import Domain
import Hummingbird
import Web

/// `GET /health`, `GET /ready`: for whoever watches the process, on both faces.
struct HealthPages: Sendable {
    let installation: Installation
    let works: [TimedWork]

    private struct Health: Encodable {
        var status = "ok"
    }

    func routes(on router: Router<AppContext>) {
        router.get("/health") { request, context in
            try JSONResponse(Health()).response(from: request, context: context)
        }
        router.get("/ready", use: ready)
    }

    /// 503 only while the database does not answer: an old calendar, a missing worker or a station that nobody can
    /// reach is not cured by taking this process away from its visitors.
    @Sendable private func ready(_ request: Request, _ context: AppContext) async throws -> Response {
        let readiness = await Readiness.now(installation, works)
        let status: HTTPResponse.Status = readiness.database == "ok" ? .ok : .serviceUnavailable
        return try JSONResponse(readiness, status: status).response(from: request, context: context)
    }
}
