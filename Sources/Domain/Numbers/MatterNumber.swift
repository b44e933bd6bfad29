/// 事项编号, the one number of a matter in every channel: `1407-2026-000123-2`. Four digits of the city (`1400` for the
/// province), the year of registration, a sequence of six digits or more, a check digit over all of them. It never
/// changes, wherever the matter goes.
package struct MatterNumber: Hashable, Sendable {
    package let city: Int
    package let year: Int
    package let sequence: Int

    /// Nil when a part cannot stand in a number.
    package init?(city: Int, year: Int, sequence: Int) {
        guard (1000...9999).contains(city), (2000...2999).contains(year), (1...999_999_999_999).contains(sequence)
        else { return nil }
        self.city = city
        self.year = year
        self.sequence = sequence
    }

    /// Reads what a person typed or scanned; nil when it is no number or its check digit does not fit.
    package init?(_ typed: some StringProtocol) {
        guard let digits = typedDigits(MatterNumber.withoutLabel(typed)), (15...21).contains(digits.count),
            CheckDigit.of(digits.dropLast()) == digits.last
        else { return nil }
        let middle = digits[8..<(digits.count - 1)]
        guard middle.count == 6 || middle.first != 0 else { return nil }
        self.init(
            city: MatterNumber.value(digits[0..<4]),
            year: MatterNumber.value(digits[4..<8]),
            sequence: MatterNumber.value(middle)
        )
    }

    /// Reads a number as `text` writes it, out of a row of our own: lists read hundreds, and what a person may type
    /// around a number is not in them. Nil when it is anything else.
    package init?(stored: String) {
        let utf8 = Array(stored.utf8)
        guard (18...24).contains(utf8.count) else { return nil }
        let end = utf8.count - 2
        var digits: [UInt8] = []
        digits.reserveCapacity(utf8.count)
        for (place, byte) in utf8.enumerated() {
            if place == 4 || place == 9 || place == end {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                digits.append(byte - UInt8(ascii: "0"))
            }
        }
        let middle = digits[8..<(digits.count - 1)]
        guard CheckDigit.of(digits.dropLast()) == digits.last, middle.count == 6 || middle.first != 0 else {
            return nil
        }
        self.init(
            city: MatterNumber.value(digits[0..<4]), year: MatterNumber.value(digits[4..<8]),
            sequence: MatterNumber.value(middle))
    }

    package var text: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(21)
        for place in [1000, 100, 10, 1] { digits.append(UInt8(city / place % 10)) }
        for place in [1000, 100, 10, 1] { digits.append(UInt8(year / place % 10)) }
        var place = 100_000
        while sequence / place >= 10 { place *= 10 }
        while place > 0 {
            digits.append(UInt8(sequence / place % 10))
            place /= 10
        }
        digits.append(CheckDigit.of(digits))
        var text = digits.map { $0 + UInt8(ascii: "0") }
        for dash in [text.count - 1, 8, 4] { text.insert(UInt8(ascii: "-"), at: dash) }
        return String(decoding: text, as: UTF8.self)
    }

    /// A label copied along with the number: `编号：1407-…`, `no. 1407-…`.
    private static func withoutLabel(_ typed: some StringProtocol) -> Substring {
        let text = Substring(typed).drop(while: \.isWhitespace)
        let lowered = text.lowercased()
        for label in ["事项编号", "编号", "no", "№"] where lowered.hasPrefix(label) {
            return text.dropFirst(label.count).drop { $0.isWhitespace || ":：.．".contains($0) }
        }
        return text
    }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) }
    }
}

extension MatterNumber: CustomStringConvertible {
    package var description: String { text }
}
