/// Digits of one script read from a start, over separators.
struct DigitRun {
    var values: [UInt8] = []
    /// How many digits stand together, group after group.
    var groups: [Int] = []
    /// Behind the last digit.
    var end: Int

    func number(_ range: Range<Int>) -> Int {
        values[range].reduce(0) { $0 * 10 + Int($1) }
    }

    /// `13 15 17 19 20 1` is a list; `138 1234 5678` and `1 3 8 1 2 3 …` are one number.
    var isOneNumber: Bool {
        groups.contains { $0 > 2 } || groups.allSatisfy { $0 == 1 }
    }
}

extension ScannedText {
    /// Exactly `count` digits from here, with at most two separators between groups; nil when there are fewer, or when
    /// the group goes on behind them.
    func digits(_ count: Int, at start: Int) -> DigitRun? {
        guard let script = script(at: start) else { return nil }
        var run = DigitRun(end: start)
        var index = start
        while run.values.count < count {
            if let digit = digit(at: index, script) {
                let continues = index == run.end && !run.groups.isEmpty
                if continues { run.groups[run.groups.count - 1] += 1 } else { run.groups.append(1) }
                run.values.append(digit)
                index += 1
                run.end = index
            } else if index - run.end < 2, isSeparator(at: index) {
                index += 1
            } else {
                return nil
            }
        }
        return digit(at: run.end, script) == nil ? run : nil
    }

    /// How many digits of one script stand together here, counted up to `most`.
    func groupLength(at start: Int, upTo most: Int) -> Int {
        guard let script = script(at: start) else { return 0 }
        var length = 0
        while length < most, digit(at: start + length, script) != nil { length += 1 }
        return length
    }

    /// Whether one of these texts stands here, after spaces.
    func continues(at index: Int, with texts: [String]) -> Bool {
        var start = index
        while start < index + 2, self[start] == " " || self[start] == "\u{3000}" { start += 1 }
        return texts.contains { text in
            text.unicodeScalars.enumerated().allSatisfy { self[start + $0.offset] == $0.element }
        }
    }

    /// Money, not a number of somebody.
    func isAmount(endingAt index: Int) -> Bool {
        continues(at: index, with: ["元", "万元", "亿", "块", "平方", "人民币"])
    }
}
