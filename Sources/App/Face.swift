import Domain
import Hummingbird
import Web

/// Which side of the site a process shows. Residents and staff can be served from separate networks.
package enum Face: String, CaseIterable, Sendable {
    /// What residents need and nothing else.
    case residents = "public"
    case staff
    case all

    /// The first parts of the paths that residents use. What is not named here is for staff: a page that was
    /// forgotten stays inside.
    private static let residentPages: Set<String> = [
        "say", "my", "m", "ledger", "stations", "s", "deputies", "d", "p", "results", "help", "privacy", "l", "follow",
        "search", "who", "ledger.csv", "ledger.atom", "results.csv", "sitemap.xml", "robots.txt", "slips", "bookings",
        "paper",
    ]
    private static let residentCalls: Set<String> = [
        "divisions", "stations", "deputies", "categories", "ledger", "results",
    ]
    /// What a reporter does with her own matter, by its query code.
    private static let reporterActs: Set<String> = [
        "remark", "withdrawal", "contest", "rating", "support", "relapse",
    ]

    /// Whose pages this face draws.
    var audiences: Set<PageFrame.Audience> {
        switch self {
        case .residents: [.resident]
        case .staff: [.staff]
        case .all: [.resident, .staff]
        }
    }

    /// Whether this face answers at a route, such as `GET /matters/{number}`. Offices call what residents call, too.
    package func shows(_ method: HTTPRequest.Method, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "/").map(String.init)
        let isCall = parts.first == "api"
        let isForResidents =
            isCall ? Face.isResidentCall(method, Array(parts.dropFirst(2))) : Face.isResidentPage(parts)
        switch self {
        case .all: return true
        case .residents: return isForResidents
        case .staff: return isCall || !isForResidents
        }
    }

    private static func isResidentPage(_ parts: [String]) -> Bool {
        parts.first.map(residentPages.contains) ?? true
    }

    private static func isResidentCall(_ method: HTTPRequest.Method, _ parts: [String]) -> Bool {
        guard parts.first == "matters" else { return parts.first.map(residentCalls.contains) ?? false }
        switch parts.count {
        case 1: return method == .post
        case 2: return method == .get
        default: return method == .post && parts.count == 3 && reporterActs.contains(parts[2])
        }
    }
}

/// Lets through what the face shows; the rest does not exist there.
struct FaceGate: RouterMiddleware {
    let face: Face

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard let pattern = context.endpointPath else { return try await next(request, context) }
        let method = request.method == .head ? .get : request.method
        if face.shows(method, pattern) { return try await next(request, context) }
        // Whoever types the bare address of the staff's network means her own first page.
        if face == .staff, pattern == "/" { return .seeOther("/today") }
        throw NotFound()
    }
}
