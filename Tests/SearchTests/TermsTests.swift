import Search
import Testing

@Suite("When a text becomes terms")
struct TermsTests {
    @Test(
        "Chinese goes in by pairs, its last character and the others alone, words of letters whole",
        arguments: [
            ("路灯LED坏了", "路灯 灯 led 坏了 了 路 坏"),
            ("路", "路"),
            ("路,灯", "路 灯"),
            ("路路路", "路路 路路 路"),
            ("ABC123", "abc123"),
            ("Ⅲ 5G", "ⅲ 5g"),
            ("〇五年", "〇五 五年 年 〇 五"),
            ("138****0000", "138 0000"),
            ("……", ""),
        ])
    func document(words: String, terms: String) {
        let area = "§a7 §m202605"

        #expect(Terms.document(words: words, areas: [7], month: 202_605) == (terms.isEmpty ? area : terms + " " + area))
    }

    @Test(
        "a question becomes phrases",
        arguments: [
            ("路灯", ["路灯"]), ("路灯坏", ["路灯 灯坏"]), ("灯", ["灯"]), ("LED灯", ["led", "灯"]),
            ("灯LED", ["灯 led"]), ("3号楼", ["3 号楼"]), ("路灯 路灯 坏了", ["路灯", "坏了"]), ("!?", []),
        ])
    func question(text: String, phrases: [String]) {
        #expect(Terms.question(text) == phrases)
    }
}

@Suite("When the words of a question are marked in a text")
struct HighlightTests {
    @Test(
        "each place is marked once, in any width and case",
        arguments: [
            ("路灯坏了,路灯!", "路灯", ["路灯", "路灯"]),
            ("换LED灯头", "led灯", ["LED灯"]),
            ("LEDs 不是 LED", "led", ["LED"]),
            ("路灯坏了", "路灯 灯坏", ["路灯坏"]),
            ("路灯坏了", "井盖", []),
            ("路灯坏了", ",", []),
            ("👨‍👩‍👧路灯", "路灯", ["路灯"]),
            ("", "路灯", []),
        ])
    func marked(text: String, query: String, found: [String]) {
        #expect(SearchIndex.highlight(text, query).map { String(text[$0]) } == found)
    }
}
