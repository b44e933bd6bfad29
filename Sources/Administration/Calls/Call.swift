import Domain
import Outbox

/// One call or letter: what is new of a matter, and what waited to be told of it before. Whoever is reached hears all of
/// it at once, so one result counts for all.
struct Call: Sendable {
    /// The newest.
    var news: CallsPage.Shown
    /// The newest first.
    var earlier: [CallsPage.Shown] = []

    /// The earlier ones with the versions that were seen.
    var along: [AlongWith] { earlier.map { AlongWith(sending: $0.content.id, version: $0.content.version) } }

    /// In the order in which each matter began to wait. Whoever is not told about an own matter stands alone.
    static func calls(_ shown: [CallsPage.Shown]) -> [Call] {
        var calls: [Call] = []
        var places: [Way: Int] = [:]
        for one in shown {
            guard case .reporter(let matter) = one.content.lead.recipient else {
                calls.append(Call(news: one))
                continue
            }
            let way = Way(matter: matter, channel: one.content.channel)
            if let place = places[way] {
                calls[place].earlier.insert(calls[place].news, at: 0)
                calls[place].news = one
            } else {
                places[way] = calls.count
                calls.append(Call(news: one))
            }
        }
        return calls
    }

    private struct Way: Hashable {
        var matter: MatterID
        var channel: ChannelKind
    }
}

/// A sending that one result counts for too, as a form carries it: `12.3`.
struct AlongWith: Hashable, Sendable {
    static let field = "along"

    var sending: Int64
    var version: Int64

    init(sending: Int64, version: Int64) {
        self.sending = sending
        self.version = version
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".").map { Int64($0) }
        guard parts.count == 2, let sending = parts[0], let version = parts[1] else { return nil }
        self.init(sending: sending, version: version)
    }

    var text: String { "\(sending).\(version)" }
}
