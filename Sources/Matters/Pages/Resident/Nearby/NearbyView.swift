import Domain
import Web

/// 附近类似的事: offered once the words are saved; whoever does not care passes it by.
struct NearbyView {
    let nearby: [NearbyMatter]
    /// One's own, to which the way leads back.
    let own: MatterNumber
    let today: Day
    let context: AppContext

    var html: HTML {
        guard !nearby.isEmpty else { return HTML() }
        return """
            <section class="nearby no-print">
            <h2>附近有人反映过差不多的事</h2>
            <p>这一段可以不看，不影响您刚才说的。要是同一件事，点“我也遇到了”：说的人多，就知道该先解决。\
            您自己的这一件照样有人给您回话；觉得不用再单独办，也可以收回。</p>
            \(each: nearby.enumerated(), { index, matter in item(matter, "near\(index)-") })
            </section>
            """
    }

    private func item(_ matter: NearbyMatter, _ prefix: String) -> HTML {
        """
        <h3><a href="\(address: "/m/" + matter.number.text)">\(matter.title)</a></h3>
        <p>\(matter.place)，\(matter.publishedOn.chinese(from: today))公开。<strong>\(StateWords.brief(matter.state))</strong></p>
        \(if: !matter.answer.isEmpty, "<p class=\"words\">\(matter.answer)</p>")
        \(if: !matter.state.isFinal, support(matter, context.parts(prefix: prefix)))

        """
    }

    private func support(_ matter: NearbyMatter, _ parts: FormParts) -> HTML {
        parts.form(
            action: "/m/\(matter.number.text)/support",
            buttons:
                "<button type=\"submit\" class=\"second\">我也遇到了<span class=\"unseen\">：\(matter.title)</span></button>",
            parts.hidden("own", own.text))
    }
}
