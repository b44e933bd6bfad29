import Directory
import Domain

/// 纸条册: slips with numbers and codes of their own, printed before anybody said anything.
struct SlipBook: Hashable, Sendable {
    let id: Int64
    let station: StationID
    let size: Int
    let orderedAt: Instant
    /// Until when it can be printed again; nil when its codes are forgotten.
    let codesUntil: Instant?

    func isPrintable(at now: Instant) -> Bool { codesUntil.map { now < $0 } ?? false }
}

/// What became of a slip out of a book.
enum SlipState: String, CaseIterable, Sendable {
    /// Not yet keyed in, whether somebody has it already or nobody.
    case open
    case used
    case void

    var chinese: String {
        switch self {
        case .open: "还没有录入"
        case .used: "已经录入"
        case .void: "作废"
        }
    }
}

/// One slip of a book.
struct BookSlip: Hashable, Sendable {
    let id: Int64
    let number: MatterNumber
    let book: Int64
    let station: StationID
    /// From 1 on, as it lies in the book.
    let place: Int
    let state: SlipState
    let codeDigest: [UInt8]
    let changedAt: Instant?
    /// Why it is void; "" otherwise.
    let reason: String
}

/// A slip as it is printed, with the code that only paper and the person have.
struct PrintedSlip: Sendable {
    let number: MatterNumber
    let code: QueryCode
    let place: Int
}
