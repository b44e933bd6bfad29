import Hummingbird

/// The site map as text, for `lianxin routes` and docs/routes.txt.
package enum SiteMap {
    /// `GET /matters/{number}`, sorted by path; HEAD is left out because every GET has it.
    package static func lines(of router: Router<AppContext>) -> [String] {
        router.routes
            .filter { $0.method != .head }
            .map { (path: $0.path.description, method: $0.method.rawValue) }
            .sorted { ($0.path, $0.method) < ($1.path, $1.method) }
            .map { $0.method + " " + $0.path }
    }
}
