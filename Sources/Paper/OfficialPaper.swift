import Domain

/// An official letter (公函, 通知单, 告知书) as it is read: who writes, to whom, under which number.
package struct OfficialPaper: Sendable {
    /// 发文机关标志, in red: the organ's full name.
    package var organ: String
    /// 发文字号: `乌金山人大字〔2026〕3号`.
    package var number: String
    /// 签发人; "" where none is named.
    package var signer: String
    package var title: String
    /// 主送机关, or the person it is for; "" where there is none.
    package var addressee: String
    package var body: [Paragraph]
    /// 落款: one organ or station.
    package var signature: String
    package var day: Day

    package init(
        organ: String, number: String, signer: String, title: String, addressee: String, body: String,
        signature: String, day: Day
    ) {
        self.organ = organ
        self.number = number
        self.signer = signer
        self.title = title
        self.addressee = addressee
        self.body = Paragraph.all(of: body)
        self.signature = signature
        self.day = day
    }

    /// 成文日期, in Arabic figures with the whole year: `2026年5月25日`.
    package var date: String {
        let (year, month, number) = day.civil
        return "\(year)年\(month)月\(number)日"
    }

    /// One line as it was typed, with its rank: 一、 in 黑体, （一） in 楷体, 1. and （1） as the text itself.
    package struct Paragraph: Hashable, Sendable {
        package enum Rank: String, CaseIterable, Sendable {
            case first, second, text
        }

        package var rank: Rank
        package var text: String

        /// Every line with something on it.
        package static func all(of text: String) -> [Paragraph] {
            text.split(whereSeparator: \.isNewline)
                .map { $0.drop(while: \.isWhitespace) }
                .filter { !$0.isEmpty }
                .map { Paragraph(rank: rank(of: $0), text: String($0)) }
        }

        private static let numerals = Set("一二三四五六七八九十百")

        private static func rank(of line: Substring) -> Rank {
            let isBracketed = line.first == "（" || line.first == "("
            let digits = line.dropFirst(isBracketed ? 1 : 0).prefix { numerals.contains($0) }
            guard !digits.isEmpty else { return .text }
            let after = line.dropFirst((isBracketed ? 1 : 0) + digits.count).first
            if isBracketed { return after == "）" || after == ")" ? .second : .text }
            return after == "、" ? .first : .text
        }
    }
}
