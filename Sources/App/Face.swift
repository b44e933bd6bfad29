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
        "say", "my", "m", "ledger", "stations", "s", "deputies", "d", "p", "results", "help", "privacy",
    ]
    private static let residentCalls: Set<String> = ["divisions", "stations", "deputies", "categories", "ledger"]

    /// Whose pages this face draws.
    var audiences: Set<PageFrame.Audience> {
        switch self {
        case .residents: [.resident]
        case .staff: [.staff]
        case .all: [.resident, .staff]
        }
    }

    /// Whether this face answers at a route, such as `GET /matters/{number}`.
    package func shows(_ method: HTTPRequest.Method, _ pattern: String) -> Bool {
        switch self {
        case .all: true
        case .residents: Face.isForResidents(method, pattern)
        case .staff: !Face.isForResidents(method, pattern)
        }
    }

    private static func isForResidents(_ method: HTTPRequest.Method, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "/").map(String.init)
        guard let first = parts.first else { return true }
        guard first == "api" else { return residentPages.contains(first) }
        guard parts.count > 2 else { return false }
        return residentCalls.contains(parts[2]) || isOwnMatter(method, Array(parts.dropFirst(2)))
    }

    /// A resident's own matter over the API: `POST /matters` and what follows with the query code under `/my`.
    private static func isOwnMatter(_ method: HTTPRequest.Method, _ parts: [String]) -> Bool {
        parts.first == "my" || (parts == ["matters"] && method == .post)
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
