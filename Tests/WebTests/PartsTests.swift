import Testing

@testable import Web

@Suite("When a part of a page is drawn")
struct PartsTests {
    @Test("a state is a word and a shape", arguments: [StatusLabel.Tone.calm, .running, .done, .soon, .late])
    func labels(_ tone: StatusLabel.Tone) {
        let text = StatusLabel("还有 3 个工作日", tone).html.text

        #expect(text.contains("还有 3 个工作日") && text.contains("aria-hidden=\"true\""))
    }

    @Test("every cell of a table knows its column's name")
    func table() {
        let html = Table("台账", [.init("编号"), .init("天数", isNumber: true)], rows: [["a", "\(3)"], ["b", "\(4)"]]).html

        #expect(html.text.contains("<td role=\"cell\" data-label=\"天数\" class=\"number\">4</td>"))
    }

    @Test("under a heading that says the same a table's caption is only heard")
    func heading() {
        let html = Table("件数", [.init("地方")], rows: [["北关街道"]], isUnderHeading: true).html

        #expect(html.text.contains("<caption class=\"unseen\">件数</caption>"))
    }

    @Test("a sentence may break behind its commas and nowhere within a date")
    func phrases() {
        let html = Phrases("还有 5 个工作日，最迟 12月4日").html

        #expect(html.text == "<span class=\"whole\">还有 5 个工作日，</span><span class=\"whole\">最迟 12月4日</span>")
    }

    @Test("the last page has no next, the only page no pager")
    func pager() {
        let first = Address("/ledger").with("area", "7")

        #expect(Pager(first: first, next: nil, isFirst: true).html.isEmpty)
        #expect(Pager(first: first, next: "c", isFirst: true).html.text.contains("href=\"/ledger?area=7&amp;after=c\""))
        #expect(Pager(first: first, next: nil, isFirst: false).html.text.contains("已经是最后一页"))
    }

    @Test("a number can be dialled, and without one nothing is drawn")
    func telephone() {
        #expect(Telephone("0354-0000000").html.text.contains("href=\"tel:0354-0000000\""))
        #expect(Telephone("").html.isEmpty)
    }

    @Test("a fact without value is left out")
    func facts() {
        let html = DefinitionList([("编号", "1"), ("电话", "")]).html

        #expect(html.text.contains("编号") && !html.text.contains("电话"))
    }

    @Test("the next step of a time line says so in words")
    func timeline() {
        let html = Timeline([.init(when: "5月25日前", who: "榆次区某街道", what: "答复您", isAhead: true)]).html

        #expect(html.text.contains("下一步") && html.text.contains("class=\"ahead\""))
    }
}
