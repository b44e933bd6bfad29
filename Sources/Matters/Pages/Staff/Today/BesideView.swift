import Web

/// 还有: what waits elsewhere, each with the way there.
struct BesideView {
    let waiting: WaitingBeside

    var html: HTML {
        guard !waiting.isEmpty else { return HTML() }
        return """
            <h2>还有</h2>
            <ul>\(each: WaitingBeside.Kind.allCases.filter { waiting[$0] > 0 }, line)</ul>
            """
    }

    private func line(_ kind: WaitingBeside.Kind) -> HTML {
        let count = waiting[kind]
        return switch kind {
        case .calls: item("/calls", "还有 \(count) 个电话要打")
        case .letters: item("/calls", "还有 \(count) 封信要寄")
        case .records: item("/station", "有 \(count) 次接待还没有记录")
        case .schedules: item("/station", "接待安排的规律等您确认")
        case .entries: item("/station", "\(count) 位代表约了进站时间，等您确认")
        case .duty: item("/station", "\(count) 条履职登记等您核实")
        case .texts: item("/station", "\(count) 处写好的内容等您审核发布")
        }
    }

    private func item(_ path: String, _ words: String) -> HTML {
        "<li><a href=\"\(address: path)\">\(words)</a></li>\n"
    }
}
