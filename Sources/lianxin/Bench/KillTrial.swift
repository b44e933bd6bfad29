import App
import Database
import Foundation

/// The server is killed with -9 in the middle of its work, again and again. What it acknowledged must be there once;
/// what it did not acknowledge is sent again, as a browser would, and must then be there once.
struct KillTrial {
    private static let senders = 4

    /// One opinion by the key under which it is sent, and the number it was answered with.
    private typealias Numbers = [String: String]

    private let place: BenchPlace
    private let divisions: [String]
    private var acknowledged: Numbers = [:]
    private var open: Set<String> = []
    private var changed = 0
    private var registered = 0
    private var faults = 0

    private var engine: EngineKind { place.engine.kind }

    static func run(_ ground: BenchGround, rounds: Int) async throws -> KillTrial {
        try await ground.place.withCopy("killed") { place -> KillTrial in
            var trial = KillTrial(place: place, divisions: ground.divisions)
            let before = try await trial.countMatters()
            for round in 0..<rounds {
                Terminal.say("bench: killing the server, \(round + 1) of \(rounds), \(ground.engine.name)")
                try await trial.round(round)
            }
            try await trial.sendAgain()
            trial.registered = try await trial.countMatters() - before
            trial.faults = try await trial.countFaults()
            return trial
        }
    }

    private init(place: BenchPlace, divisions: [String]) {
        self.place = place
        self.divisions = divisions
    }

    /// Several senders, one after another opinion each, until the server is gone.
    private mutating func round(_ round: Int) async throws {
        let served = try await ServedChild.serve(place)
        let (divisions, http) = (divisions, served.http)
        async let sendings = withTaskGroup(of: (Numbers, String?).self) { group in
            for sender in 0..<Self.senders {
                group.addTask { await Self.send(by: "kill-\(round)-\(sender)", to: divisions, http) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        try await Task.sleep(for: .milliseconds(Int.random(in: 20...400)))
        served.child.kill()
        for (numbers, unanswered) in await sendings {
            acknowledged.merge(numbers) { $1 }
            if let unanswered { open.insert(unanswered) }
        }
    }

    private static func send(by sender: String, to divisions: [String], _ http: PlainHTTP) async -> (Numbers, String?) {
        var numbers: Numbers = [:]
        while true {
            let key = "\(sender)-\(numbers.count)-opinion-of-the-trial"
            guard let number = await number(key, divisions[numbers.count % divisions.count], http) else {
                return (numbers, key)
            }
            numbers[key] = number
        }
    }

    /// Everything once more under its key: the same number for what was acknowledged, some number for the rest.
    private mutating func sendAgain() async throws {
        let served = try await ServedChild.serve(place)
        defer { served.child.stop() }
        for (key, known) in acknowledged {
            let division = Self.division(of: key, in: divisions)
            if await Self.number(key, division, served.http) != known { changed += 1 }
        }
        for key in open {
            guard let number = await Self.number(key, Self.division(of: key, in: divisions), served.http) else {
                throw Complaint("重新提交的意见没有得到回答")
            }
            acknowledged[key] = number
        }
    }

    /// The count in the key decided the place.
    private static func division(of key: String, in divisions: [String]) -> String {
        let count = key.split(separator: "-").compactMap { Int($0) }
        return divisions[(count.count == 3 ? count[2] : 0) % divisions.count]
    }

    private static func number(_ key: String, _ division: String, _ http: PlainHTTP) async -> String? {
        let words = BenchWords.opinion(key.count) + " " + key
        guard let answer = await http.send(BenchMessage.opinion(words, in: division, key: key)), answer.status == 201,
            let matter = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
        else { return nil }
        return matter["number"] as? String
    }
}

// MARK: What is there afterwards

extension KillTrial {
    private func countMatters() async throws -> Int {
        try await lianxin.run(build(place.settings)) { app in
            try await app.installation.database.read { db in try db.value("SELECT count(*) FROM matter") ?? 0 }
        }
    }

    private func countFaults() async throws -> Int {
        try await lianxin.run(build(place.settings)) { app in
            var faults = 0
            for check in Verification.checks { faults += try await check.run(app.installation) { _ in }.count }
            return faults
        }
    }

    static func table(_ trials: [KillTrial], rounds: Int) -> BenchTable {
        var table = BenchTable(
            "Killed with -9 under load, \(rounds) times", ["what"] + trials.flatMap { [$0.engine.name, "hold", ""] })
        table.add(["opinions sent"] + trials.flatMap { ["\($0.acknowledged.count)", "", ""] })
        let counts: [(what: String, count: (KillTrial) -> Int)] = [
            ("acknowledged and then lost, or told another number", { $0.changed }),
            ("registered twice or too few", { $0.miscounted }), ("faults that `lianxin verify` finds", { $0.faults }),
        ]
        for (what, count) in counts {
            table.add([what] + trials.flatMap { Hold.atMost(0).cells(Double(count($0))) })
        }
        table.note = "The serving process is killed; a database server beside it goes on."
        return table
    }

    private var miscounted: Int {
        abs(registered - acknowledged.count) + acknowledged.count - Set(acknowledged.values).count
    }
}
