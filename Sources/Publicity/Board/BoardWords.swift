import Domain
import Web

/// The same board for ears and for telephones: a text to be read out in three minutes, and one to be pasted into a
/// group.
struct BoardWords {
    /// Read slowly over a field, 180 characters a minute.
    static let mostSpoken = 3 * 180

    let board: BoardQuery.Board
    /// Where people reach this installation.
    let site: String
    let human: Site.HumanLine

    private var telephone: String { board.station.phone.isEmpty ? human.telephone : board.station.phone }

    /// 大喇叭: whole sentences, the newest first, as many as fit.
    var spoken: String {
        let opening = "各位乡亲，这里是\(board.station.name)。下面说一说\(board.month.month)月份大家反映的事，办得怎么样了。"
        let closing = "有事要反映，请到联络站来，或者打电话\(spokenTelephone)。广播完了，谢谢大家。"
        guard !board.entries.isEmpty else { return opening + "这个月还没有可以公布的事。" + closing }
        var middle = ""
        var told = 0
        for entry in board.entries {
            let sentence = "第\(Self.numeral(told + 1))件，\(plain(entry.title))。\(entry.state.sentence)"
            let left = board.entries.count - told - 1
            let end = left > 0 ? rest(left) : ""
            guard (opening + middle + sentence + end + closing).count <= Self.mostSpoken else { break }
            middle += sentence
            told += 1
        }
        let left = board.entries.count - told
        return opening + middle + (left > 0 ? rest(left) : "") + closing
    }

    private func rest(_ count: Int) -> String { "还有\(Self.numeral(count))件，贴在联络站的公示栏里，请大家去看。" }

    /// Figures one by one, as one reads a telephone number out.
    private var spokenTelephone: String {
        let names = Array("零幺二三四五六七八九")
        return telephone.compactMap { $0.wholeNumberValue.map { String(names[$0]) } }.joined()
    }

    /// 群里转发: a line for each, with the address of the whole.
    var group: String {
        var lines = ["【\(board.station.name) \(board.month.chinese)公示】"]
        for (index, entry) in board.entries.prefix(10).enumerated() {
            lines.append("\(index + 1). \(plain(entry.title))——\(entry.state.label.word)")
        }
        if board.entries.isEmpty { lines.append("这个月还没有可以公布的事。") }
        if board.entries.count > 10 { lines.append("……共 \(board.entries.count) 件") }
        lines.append("全部内容：\(site)/s/\(Address.encoded(board.station.code))/board?month=\(board.month.text)")
        lines.append("有事反映：\(site)\(Address.say(station: board.station.code).text) 或电话 \(telephone)")
        return lines.joined(separator: "\n")
    }

    /// On one line and without the mark at its end, which follows anyhow.
    private func plain(_ title: String) -> String {
        var line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
        while let last = line.last, "。！？；，.".contains(last) { line.removeLast() }
        return line
    }

    /// Below a hundred, as it is spoken.
    static func numeral(_ number: Int) -> String {
        let names = Array("零一二三四五六七八九")
        guard (1...99).contains(number) else { return String(number) }
        let (tens, ones) = (number / 10, number % 10)
        let ten = tens == 0 ? "" : tens == 1 ? "十" : String(names[tens]) + "十"
        return ten + (ones == 0 ? "" : String(names[ones]))
    }
}
