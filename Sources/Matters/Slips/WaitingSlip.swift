import Database
import Directory
import Domain
import Secrets

/// Somebody shows number and code of a slip out of a book, and no matter stands behind it yet or any more.
struct WaitingSlip: Error, Sendable {
    let number: MatterNumber
    let station: StationID
    let isVoid: Bool

    /// Throws itself where the code is the slip's. A used slip is a matter, whose own code holds.
    static func check(
        _ number: MatterNumber, _ code: QueryCode?, in db: Transaction, keys: KeyRing
    ) throws {
        guard let code, let slip = try SlipTable.slip(number, in: db, keys: keys), slip.state != .used else { return }
        let given = keys.codeDigest(number.text, code.digits)
        guard given.count == slip.codeDigest.count,
            zip(given, slip.codeDigest).reduce(UInt8(0), { $0 | ($1.0 ^ $1.1) }) == 0
        else { return }
        throw WaitingSlip(number: number, station: slip.station, isVoid: slip.state == .void)
    }

    /// For programs, which draw no page.
    func refusal(_ station: Station?) -> Refusal {
        let telephone = station.map { "，电话 \($0.phone)" } ?? ""
        return isVoid
            ? Refusal(.conflict, code: "slip-void", "这张纸条已经作废，请到联络站换一张\(telephone)。")
            : Refusal(.conflict, code: "slip-waiting", "纸条有效，联络站还没有录入\(telephone)。")
    }
}
