import Directory
import Domain
import Web

/// The deputies of a station: name, congress, area and term, which are public (代表法 58), and nothing else.
struct DeputiesView {
    /// Who sits in the same congress for the same area and term.
    private struct Bench: Hashable {
        var division: DivisionID
        var level: CongressLevel
        var term: String
    }

    /// A longer list is folded: most come for the telephone and the day.
    private static let few = 12

    let shown: PublicStation

    var html: HTML {
        guard !shown.deputies.isEmpty else { return "<h2 id=\"deputies\">本站代表</h2><p>还没有代表编入本站。</p>" }
        return """
            <h2 id="deputies">本站代表（\(shown.total) 人）</h2>
            \(each: benches, { bench, deputies in
                """
                <details class="group"\(flag: "open", deputies.count <= Self.few)>\
                <summary>\(words(bench))（\(bench.term)）：\(deputies.count) 人</summary>
                <ul class="places">\(each: deputies, { "<li>\(name($0))</li>" })</ul></details>

                """
            })\(if: shown.total > shown.deputies.count, "<p><a href=\"\(address: all)\">查看全部代表</a></p>")
            """
    }

    /// In the order of the list: the highest congress first.
    private var benches: [(Bench, [PublicDeputy])] {
        var order: [Bench] = []
        let groups = Dictionary(grouping: shown.deputies) { deputy in
            let bench = Bench(division: deputy.division, level: deputy.level, term: deputy.term)
            if order.last != bench, !order.contains(bench) { order.append(bench) }
            return bench
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    private func words(_ bench: Bench) -> String {
        "\(shown.divisions[bench.division] ?? "") \(bench.level.chinese)"
    }

    private func name(_ deputy: PublicDeputy) -> HTML {
        deputy.card.map { "<a href=\"\(address: .deputy(card: $0))\">\(deputy.name)</a>" } ?? "\(deputy.name)"
    }

    private var all: Address { Address("/deputies").with("station", shown.station.code) }
}
