import Testing

@testable import Matters

@Suite("When a heading is made out of somebody's words")
struct TitleTests {
    @Test(
        "a long sentence ends at its last pause, a short opening takes the next sentence along",
        arguments: [
            ("路灯不亮了，请来修。", "路灯不亮了，请来修"),
            (
                "文化路菜市场东门往北五十米的路灯坏了三盏，晚上老人孩子看不见路，摔了好几个人。",
                "文化路菜市场东门往北五十米的路灯坏了三盏"
            ),
            (
                "我说话直，您别见怪。文化路菜市场东门往北的路灯坏了，晚上老人孩子都看不见路。",
                "我说话直，您别见怪。文化路菜市场东门往北的路灯坏了"
            ),
        ])
    func pause(words: String, title: String) {
        #expect(Title.of(words) == title)
    }

    @Test("only words without a pause are cut, and say so")
    func cut() {
        let title = Title.of(String(repeating: "路", count: 40))

        #expect(title == String(repeating: "路", count: 29) + "…")
    }
}
