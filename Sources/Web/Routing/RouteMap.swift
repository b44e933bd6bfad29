import Hummingbird

/// All routes as data, to tell "no such page" from "not in this way".
struct RouteMap: Sendable {
    private let routes: [(path: RouterPath, method: HTTPRequest.Method)]

    init(_ routes: [(path: RouterPath, method: HTTPRequest.Method)]) {
        self.routes = routes
    }

    /// The methods under which a path exists, in a fixed order.
    func methods(at path: String) -> [HTTPRequest.Method] {
        let parts = path.split(separator: "/")
        let found = Set(routes.filter { RouteMap.matches($0.path, parts) }.map(\.method.rawValue))
        return found.sorted().compactMap { HTTPRequest.Method(rawValue: $0) }
    }

    private static func matches(_ pattern: RouterPath, _ parts: [Substring]) -> Bool {
        for (index, element) in pattern.enumerated() {
            if element == .recursiveWildcard { return true }
            guard index < parts.count, element ~= parts[index] else { return false }
        }
        return pattern.count == parts.count
    }
}
