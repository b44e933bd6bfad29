/// One stretch of a burst: so many sign-ins and opinions a second, and what became of them.
struct BurstPhase {
    /// What comes in.
    struct Stream {
        let name: String
        let perSecond: Double
        /// How long it comes in.
        let seconds: Int
        let answers: [OpenLoop.Answer]
    }

    let streams: [Stream]
    let cpu: CPUTime
    /// In seconds, from the first request until nobody waits any more.
    let wall: Double
    let patience: Double

    /// An opinion comes half a pace after a sign-in, not always with one.
    static func run(
        signIns: Double, opinions: Double, seconds: Int, patience: Int, _ crowd: inout BurstCrowd,
        on served: ServedChild
    ) async throws -> BurstPhase {
        var requests: [(isSignIn: Bool, request: OpenLoop.Request)] = []
        for number in 0..<Int(signIns * Double(seconds)) {
            let at = Double(number) / signIns
            requests.append((true, OpenLoop.Request(at: at, message: try crowd.signIn())))
        }
        for number in 0..<Int(opinions * Double(seconds)) {
            let at = (Double(number) + 0.5) / opinions
            requests.append((false, OpenLoop.Request(at: at, message: crowd.opinion())))
        }
        requests.sort { $0.request.at < $1.request.at }

        let clock = ContinuousClock()
        let (before, began) = (served.cpu, clock.now)
        let loop = OpenLoop(port: served.port, patience: Double(patience))
        let answers = try await loop.send(requests.map { $0.request })
        let (cpu, wall) = (served.cpu - before, (clock.now - began).seconds)
        let both = zip(requests, answers)
        let toSignIns = both.filter { $0.0.isSignIn }.map { $0.1 }
        let toOpinions = both.filter { !$0.0.isSignIn }.map { $0.1 }
        return BurstPhase(
            streams: [
                Stream(name: "sign-ins", perSecond: signIns, seconds: seconds, answers: toSignIns),
                Stream(name: "opinions", perSecond: opinions, seconds: seconds, answers: toOpinions),
            ], cpu: cpu, wall: wall, patience: Double(patience))
    }
}

extension BurstPhase.Stream {
    private static let created = OpenLoop.End.answered(status: 201)

    /// Until the last one, and at least as long as it came in.
    var answeredPerSecond: Double {
        let good = answers.filter { $0.end == Self.created }
        let last = good.map { $0.at + $0.after }.max() ?? 0
        return Double(good.count) / max(Double(seconds), last)
    }

    /// Who went away without an answer has waited at least so long.
    var times: WaitingTimes {
        WaitingTimes(answers.filter { $0.end == Self.created || $0.end == .gone }.map(\.after))
    }

    /// `3 × 503, 1200 × gone`; empty when all was well.
    var troubles: String {
        let counts = Dictionary(grouping: answers.map(\.end).filter { $0 != Self.created }) { $0.words }
        return counts.sorted { $0.key < $1.key }.map { "\($0.value.count) × \($0.key)" }.joined(separator: ", ")
    }
}

extension OpenLoop.End {
    fileprivate var words: String {
        switch self {
        case .answered(let status): "\(status)"
        case .broken: "cut off"
        case .gone: "gone"
        }
    }
}
