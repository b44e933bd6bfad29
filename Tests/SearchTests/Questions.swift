import TestSupport

/// Questions drawn from texts, so that most of them have an answer, and some that have none.
struct Questions {
    static let common = ["的", "小区", "问题", "小区 问题", "路", "我们", "2019", "a"]
    private static let mixed = [
        "LED", "led", "ＬＥＤ", "110", "１１０", "5G", "５Ｇ", "5g基站", "LED灯", "ｌｅｄ灯", "路灯LED", "3号楼", "３号楼", "A座", "A3区",
        "A市", "2019年", "12345", "12345 110", "PM2.5", "Ⅲ期",
    ]
    private static let nowhere = ["龘靐", "魑魅魍魉", "zzzz", "没有人会写的话", "𰻝𰻝𰻝", "的的的的的", "98765432109", "问题小区的"]
    private static let empty = ["", " ", ",。!?", "……", "\"", "*", "\u{3000}", "§", "§a140000", "-", "☎️"]

    private let texts: [String]
    private var numbers: SeededNumbers

    init(from texts: [String], seed: UInt64) {
        self.texts = texts
        numbers = SeededNumbers(state: seed)
    }

    /// Some hundred, of every kind.
    mutating func all() -> [String] {
        var all = Self.common + Self.mixed + Self.nowhere + Self.empty + exact(60)
        for _ in 0..<60 { all.append(piece(6...20, of: text())) }
        for _ in 0..<60 { all.append(mixture()) }
        for _ in 0..<20 { all.append(word(2) + " " + word(2)) }
        for _ in 0..<20 { all.append(word(6...20)) }
        return all
    }

    /// Questions whose words stand in a text as they are asked for: no Chinese goes with letters, where a comma between
    /// the two is looked over.
    mutating func exact(_ count: Int) -> [String] {
        var exact: [String] = []
        for _ in 0..<count {
            let text = text()
            exact += [word(2), word(1), word(2, of: text) + " " + word(2, of: text)]
        }
        return exact + rare(count / 3)
    }

    /// Characters that stand in one of some texts only.
    private mutating func rare(_ count: Int) -> [String] {
        var counts: [Unicode.Scalar: Int] = [:]
        for text in texts.prefix(300) {
            for scalar in Set(text.unicodeScalars) where scalar.properties.isIdeographic {
                counts[scalar, default: 0] += 1
            }
        }
        let rare = counts.filter { $0.value == 1 }.keys.sorted().map { String($0) }
        return (0..<count).compactMap { _ in rare.randomElement(using: &numbers) }
    }

    /// Letters and digits with Chinese, every second time in full width.
    private mutating func mixture() -> String {
        let runs = text().split { !$0.isLetter && !$0.isNumber }.filter { run in
            run.contains { $0.isASCII } && run.contains { !$0.isASCII }
        }
        guard let run = runs.randomElement(using: &numbers) else { return word(3) }
        let piece = piece(2...8, of: String(run))
        return Bool.random(using: &numbers) ? piece : Self.fullWidth(piece)
    }

    private mutating func word(_ length: Int, of text: String? = nil) -> String {
        word(length...length, of: text)
    }

    /// Chinese characters that stand together.
    private mutating func word(_ lengths: ClosedRange<Int>, of given: String? = nil) -> String {
        let text = given ?? text()
        let runs = text.split { !Self.isChinese($0) }.filter { $0.count >= lengths.lowerBound }
        return runs.randomElement(using: &numbers).map { piece(lengths, of: String($0)) } ?? "小区"
    }

    private mutating func text() -> String { texts.randomElement(using: &numbers) ?? "" }

    private mutating func piece(_ lengths: ClosedRange<Int>, of text: String) -> String {
        let characters = Array(text)
        let length = min(characters.count, Int.random(in: lengths, using: &numbers))
        let start = Int.random(in: 0...characters.count - length, using: &numbers)
        return String(characters[start..<start + length])
    }

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.count == 1 && character.unicodeScalars.first?.properties.isIdeographic == true
    }

    private static func fullWidth(_ text: String) -> String {
        var wide = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isNarrow = (0x21...0x7E).contains(scalar.value)
            wide.append(isNarrow ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return String(wide)
    }
}
