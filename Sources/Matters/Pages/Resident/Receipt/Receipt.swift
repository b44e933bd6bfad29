import Database
import Directory
import Domain
import Secrets

/// The slip somebody takes home: number, query code, who looks at it now and until when.
struct Receipt: Sendable {
    let number: MatterNumber
    let code: QueryCode
    let station: StationID
    let dueOn: Day?
    let registeredAt: Instant
    /// When the code was made: with the matter, or later at the counter because the slip was lost.
    let issuedAt: Instant
    /// Where it stands, in one sentence, on a slip that takes the place of a lost one.
    let standing: String?

    init(_ receipt: RegisterMatter.Receipt, at now: Instant) {
        number = receipt.number
        code = receipt.code
        station = receipt.change.matter.station
        dueOn = receipt.change.matter.mainClock?.deadline.dueOn
        registeredAt = now
        issuedAt = now
        standing = nil
    }

    /// In place of a slip that was lost.
    init(of matter: Matter, code: QueryCode, standing: String, at now: Instant) {
        number = matter.number
        self.code = code
        station = matter.station
        dueOn = matter.mainClock?.deadline.dueOn
        registeredAt = matter.registeredAt
        issuedAt = now
        self.standing = standing
    }

    /// Whether the code may still be shown: for a form that is sent again at once, not to whoever finds the page open
    /// in the afternoon.
    func showsCode(at now: Instant) -> Bool { now < issuedAt.adding(seconds: 1800) }

    var isReissued: Bool { standing != nil }
}

extension Receipt {
    var text: String {
        [
            number.text, code.digits, String(station), dueOn.map { String($0.number) } ?? "",
            String(registeredAt.ms), String(issuedAt.ms), standing ?? "",
        ].joined(separator: "\n")
    }

    init?(text: String) {
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard parts.count == 7, let number = MatterNumber(parts[0]), let code = QueryCode(parts[1]),
            let station = Int64(parts[2]), let registered = Int64(parts[4]), let issued = Int64(parts[5])
        else { return nil }
        self.number = number
        self.code = code
        self.station = station
        dueOn = Int32(parts[3]).map { Day(number: $0) }
        registeredAt = Instant(ms: registered)
        issuedAt = Instant(ms: issued)
        standing = parts[6].isEmpty ? nil : String(parts[6])
    }
}

/// Keeps a receipt for a repeated sending of the same form. It holds the query code, so it is sealed like all that is
/// secret, and goes with the other answers after some days.
struct SealedReceipt {
    let sending: Sending
    let keys: KeyRing

    func once(at now: Instant, in db: Transaction, _ act: () throws -> Receipt) throws -> Receipt {
        let answer = try Idempotency.once(sending.client, at: now, in: db) {
            let text = try act().text
            return StoredAnswer(
                status: 200, result: keys.seal(text, table: "idempotency", column: "result", row: sending.row))
        }
        let text = try keys.openText(answer.result, table: "idempotency", column: "result", row: sending.row)
        guard let receipt = Receipt(text: text) else { throw DatabaseError.corrupt("idempotency") }
        return receipt
    }
}
