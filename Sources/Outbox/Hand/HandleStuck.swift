import Database
import Directory
import Domain

/// Somebody who looks after what is stuck tries it again or stops it. The caller has made sure that the sending may be
/// seen by this person.
package enum HandleStuck {
    package enum Act: String, CaseIterable, Sendable {
        case retry, giveUp
    }

    package static func run(
        _ db: Transaction, _ act: Act, _ content: SendingContent, version: Int64, by account: AccountID,
        at now: Instant, atlas: Atlas
    ) throws {
        guard content.version == version else { throw Stale() }
        switch act {
        case .retry: try retry(db, content, by: account, at: now)
        case .giveUp: try giveUp(db, content, by: account, at: now, atlas: atlas)
        }
    }

    private static func retry(
        _ db: Transaction, _ content: SendingContent, by account: AccountID, at now: Instant
    ) throws {
        guard content.state == .givenUp || content.state == .failed else {
            throw Refusal(.conflict, code: "sending-not-stuck", "这一条没有卡住，不用再试")
        }
        guard !content.lead.kind.holdsSecret || !content.lead.values.isEmpty else {
            throw Refusal(.conflict, code: "secret-gone", "验证码和一次性链接不能再发，请本人重新获取")
        }
        if content.channel.isByHand {
            try SendingTable.retryByHand(content.id, version: content.version, by: account, at: now, in: db)
        } else {
            try SendingTable.retry(content.id, version: content.version, by: account, at: now, in: db)
        }
    }

    private static func giveUp(
        _ db: Transaction, _ content: SendingContent, by account: AccountID, at now: Instant, atlas: Atlas
    ) throws {
        switch content.state {
        case .waiting, .failed, .byHand: break
        case .givenUp, .sent, .done:
            throw Refusal(.conflict, code: "sending-ended", "这一条已经有结果，不用停发")
        }
        try SendingTable.giveUp(content.id, version: content.version, by: account, at: now, in: db)
        let entry = TallyTable.Entry(
            area: content.area, kind: content.lead.kind, channel: content.channel, outcome: .givenUp,
            matter: content.lead.matter?.id, cost: 0)
        try TallyTable.add([entry], at: now, atlas: atlas, in: db)
    }
}
