import Database
import Domain

/// What demo somebody wants.
package struct DemoOrder: Sendable {
    /// The data directory, as `serve` uses it. Must not hold an installation yet.
    package var folder: String
    /// Nil: the database lies in the folder. Else an empty database there.
    package var server: PostgresAddress?
    package var isSmall: Bool
    /// Nil is as many as usual; of real messages each once.
    package var matters: Int?
    package var seed: UInt64
    /// The moment at which the demo stands: everything happened before it.
    package var now: Instant
    /// A folder with real messages, which then go round instead of the demo's own texts.
    package var messages: String?

    private static let usualMatters = 84_000
    private static let smallMatters = 400

    package init(
        folder: String, server: PostgresAddress? = nil, isSmall: Bool = false, matters: Int? = nil, seed: UInt64 = 1,
        now: Instant, messages: String? = nil
    ) {
        self.folder = folder
        self.server = server
        self.isSmall = isSmall
        self.matters = matters
        self.seed = seed
        self.now = now
        self.messages = messages
    }

    var ownMatters: Int { matters ?? (isSmall ? DemoOrder.smallMatters : DemoOrder.usualMatters) }

    var size: DemoSize { isSmall ? .county : .province }
}

/// How far the making is.
package struct DemoProgress: Sendable {
    package enum Step: Sendable {
        case people, pages, matters, finishing

        package var chinese: String {
            switch self {
            case .people: "机构和人员"
            case .pages: "站点页面"
            case .matters: "事项"
            case .finishing: "汇总"
            }
        }
    }

    package var step: Step
    package var done: Int
    package var total: Int
}

/// Why no demo was made, in one sentence.
package struct DemoRefusal: Error, CustomStringConvertible {
    package let description: String
}
