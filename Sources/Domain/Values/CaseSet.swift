/// Some cases of an enum without payload, as bits. The rules are asked for every act of every row of a page; hashing a
/// case goes by its code there, which would cost more than all that is asked.
struct CaseSet<Case: CaseIterable>: Hashable, Sendable {
    private var bits: UInt64 = 0

    init(_ cases: some Sequence<Case>) {
        for one in cases { bits |= CaseSet.bit(one) }
    }

    func contains(_ one: Case) -> Bool { bits & CaseSet.bit(one) != 0 }

    func isDisjoint(with other: CaseSet) -> Bool { bits & other.bits == 0 }

    /// The byte in which such a case lies counts the cases from 0 in their order; a test holds it to that.
    private static func bit(_ one: Case) -> UInt64 { 1 << UInt64(unsafeBitCast(one, to: UInt8.self)) }
}
