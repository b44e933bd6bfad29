import Domain
import Web

/// 类似的事项: what was said of much the same, before it is decided what becomes of this one.
struct SimilarView {
    let similar: [SimilarMatter]
    let today: Day

    var html: HTML {
        guard !similar.isEmpty else { return HTML() }
        return """
            <h2>类似的事项</h2>
            <p class="hint">按说的话找出来的，是不是同一件事请您看过再定。</p>
            <ul>\(each: similar, item)</ul>
            """
    }

    private func item(_ other: SimilarMatter) -> HTML {
        """
        <li><a href="\(address: other.number.staffAddress)">\(other.title)</a>
        <span class="figures">\(other.number.text)</span> \(StaffWords.state(other.state))
        <span class="hint">\(other.place)，\(other.registeredOn.chinese(from: today))登记</span></li>

        """
    }
}
