import Database
import Directory
import Domain

/// Writes down what became of some tries, together.
struct TryRecord: Sendable {
    let delivery: Delivery
    let tried: [Delivery.Tried]
    let token: [UInt8]

    private var now: Instant { delivery.now }

    func write() async throws {
        let installation = delivery.installation
        let record = self
        try await installation.database.write { db in
            let snapshot = try installation.snapshot(in: db)
            var ended: [TallyTable.Entry] = []
            for one in record.tried {
                let rules = snapshot.rules(at: one.prepared.content.area, on: Day(of: record.now))
                let end = record.end(of: one, most: rules.number(.sendingAttempts))
                // Whoever took it over meanwhile writes its own result.
                guard
                    try SendingTable.record(
                        end, of: one.prepared.content.id, token: record.token, at: record.now, in: db)
                else { continue }
                guard end.state == .sent || end.state == .givenUp else { continue }
                ended.append(record.entry(one, end))
                try record.forgetSecrets(of: one, in: db)
            }
            try TallyTable.add(ended, at: record.now, atlas: snapshot.atlas, in: db)
            try record.notePause(in: db)
        }
    }

    private func end(of one: Delivery.Tried, most: Int) -> TryEnd {
        let attempts = one.prepared.content.attempts
        var end = TryEnd(state: .givenUp, template: one.prepared.composed.template)
        switch one.result {
        case .sent(let id, let cost):
            end.state = .sent
            end.via = delivery.channel.isReal ? "provider" : "file"
            end.providerID = id
            end.cost = cost
            return end
        case .refused(let reason):
            end.reason = reason
            return end
        case .failed(let reason), .unreachable(let reason, _): end.reason = reason
        case .unknown(let reason):
            end.reason = reason
            end.isUncertain = true
        }
        guard attempts < most else {
            end.reason += "，试了 \(attempts) 次"
            return end
        }
        end.state = .failed
        end.nextAt = now.adding(seconds: Backoff.ofSending.seconds(after: attempts, chance: one.chance))
        return end
    }

    private func entry(_ one: Delivery.Tried, _ end: TryEnd) -> TallyTable.Entry {
        let content = one.prepared.content
        return TallyTable.Entry(
            area: content.area, kind: content.lead.kind, channel: content.channel, outcome: end.state,
            matter: content.lead.matter?.id, cost: end.cost)
    }

    /// Of what went to an address nothing is kept that opens something; what is for somebody of the staff stands in her
    /// inbox, which only she opens.
    private func forgetSecrets(of one: Delivery.Tried, in db: Transaction) throws {
        for message in one.prepared.content.messages where message.kind.holdsSecret {
            switch message.recipient {
            case .person: continue
            case .reporter, .address: try MessageTable.forgetSecret(message.id, in: db)
            }
        }
    }

    /// One that got through shows that the host works; one that did not stops it for all.
    private func notePause(in db: Transaction) throws {
        let target = delivery.channel.target
        let stopped = tried.lazy.compactMap { one -> (String, Int?, Double)? in
            guard case .unreachable(let reason, let wait) = one.result else { return nil }
            return (reason, wait, one.chance)
        }.first
        let known = try PauseTable.find(target, in: db)
        guard let (reason, wait, chance) = stopped else {
            if known != nil { try PauseTable.clear(target, in: db) }
            return
        }
        let failures = (known?.failures ?? 0) + 1
        let seconds = max(Backoff.ofTarget.seconds(after: failures, chance: chance), Int64(min(wait ?? 0, 86_400)))
        try PauseTable.set(
            ChannelPause(target: target, until: now.adding(seconds: seconds), failures: failures, reason: reason),
            in: db)
    }
}
