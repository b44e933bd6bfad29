/// `numeric`, which is what sums and averages of whole numbers come as: digits of ten thousand each.
enum PostgresNumeric {
    /// An integer where there are no decimals and it fits, else a real.
    static func value(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
        let count = Int(bytes.bigEndian() as UInt16)
        let weight = Int(Int16(bitPattern: bytes.bigEndian(at: 2)))
        let sign: UInt16 = bytes.bigEndian(at: 4)
        let scale: UInt16 = bytes.bigEndian(at: 6)
        // Not a number, and the infinities.
        guard sign == 0 || sign == 0x4000 else { return .real(.nan) }
        let digits = (0..<count).map { Int64(bytes.bigEndian(at: 8 + 2 * $0) as UInt16) }
        if scale == 0, let whole = whole(digits, weight, isNegative: sign != 0) { return .integer(whole) }
        var number = 0.0
        for digit in digits { number = number * 10_000 + Double(digit) }
        let shift = weight - (count - 1)
        for _ in 0..<abs(shift) { number = shift > 0 ? number * 10_000 : number / 10_000 }
        return .real(sign == 0 ? number : -number)
    }

    /// Counted downwards: the smallest number has no counterpart above zero.
    private static func whole(_ digits: [Int64], _ weight: Int, isNegative: Bool) -> Int64? {
        var number: Int64 = 0
        for place in 0..<max(0, weight + 1) {
            let digit = place < digits.count ? digits[place] : 0
            let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10_000)
            let (sum, isTooSmall) = product.subtractingReportingOverflow(digit)
            if isTooLarge || isTooSmall { return nil }
            number = sum
        }
        if isNegative { return number }
        return number == .min ? nil : -number
    }
}
