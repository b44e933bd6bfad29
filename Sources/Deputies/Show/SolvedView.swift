import Domain
import Web

/// 履职有果: what became of the matters a deputy looked after, each as it was before and after (row 80).
struct SolvedView {
    let shown: PublicDeputyQuery.Shown

    var html: HTML {
        """
        <h2>盯着办成的事</h2>
        \(counts)
        \(each: shown.solved, matter)
        """
    }

    private var counts: HTML {
        guard !shown.progress.isEmpty else {
            return "<p>这位代表盯着办的事里，还没有审核公开的。</p>"
        }
        let each = Progress.allCases.reversed().compactMap { progress in
            shown.progress[progress].map { "\(progress.chinese) \($0) 件" }
        }
        return "<p>这位代表盯着办、已经审核公开的事：\(each.joined(separator: "，"))。已解决的都经本人认可。</p>"
    }

    private func matter(_ solved: PublicDeputyQuery.Solved) -> HTML {
        let days = (solved.registeredOn.chinese(from: shown.today), solved.publishedOn.chinese(from: shown.today))
        return """
            <article><h3><a href="\(address: "/m/" + solved.number)">\(solved.title)</a></h3>
            <p class="hint">\(solved.place)，\(days.0)说的，\(days.1)公开</p>
            <dl class="facts"><div><dt>办之前</dt><dd>\(solved.before)</dd></div>
            <div><dt>办之后</dt><dd>\(solved.after.isEmpty ? "已经解决，本人认可。" : solved.after)</dd></div></dl></article>

            """
    }
}
