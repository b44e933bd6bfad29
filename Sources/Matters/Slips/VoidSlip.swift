import Database
import Directory
import Domain
import Record

/// A slip that was spoilt or torn: its number and code open nothing any more, and go to nobody else.
enum VoidSlip {
    static func run(
        _ db: Transaction, _ number: MatterNumber, in book: Int64, reason: String, by duty: SlipDuty, at now: Instant,
        ids: inout IDs, in installation: Installation
    ) throws {
        let keys = installation.keys
        guard let slip = try SlipTable.slip(number, in: db, keys: keys), slip.book == book,
            slip.station == duty.station.id
        else { throw NotFound() }
        guard try SlipTable.void(slip, reason, by: duty.signed.account, at: now, in: db, keys: keys) else {
            throw SlipRefusal.of(slip.state)
        }
        let draft = EventDraft(
            stream: Stream(kind: .station, id: duty.station.id), name: "slipVoided", author: duty.author, at: now,
            facts: [Fact("slip", slip.id)], texts: [TextPart(kind: "reason", text: reason)])
        try installation.log.append(draft, in: db, ids: &ids)
    }
}

/// Why nothing can be done with a slip any more.
enum SlipRefusal {
    /// No slip, or another station's: the two look the same.
    static let unknown = Refusal(
        .conflict, code: "no-slip", "本站没有这个编号的纸条。请照纸条上的编号再输一次；别的联络站的纸条，请交给那个站录入。")

    static func of(_ state: SlipState) -> Refusal {
        switch state {
        // Somebody was quicker between reading and writing.
        case .open, .used: Refusal(.conflict, code: "slip-used", "这张纸条已经录入过了，一张纸条只录一次。")
        case .void: Refusal(.conflict, code: "slip-void", "这张纸条已经作废，不能再用。请给本人换一张新的。")
        }
    }
}
