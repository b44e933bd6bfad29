import Testing

@testable import Directory

@Suite("When somebody types what a place is called")
struct SoughtWordsTests {
    @Test(
        "each word stands in one of the names",
        arguments: [
            ("北关", true), ("榆次 北关", true), (" 医疗　榆次 ", true), ("榆次区北关街道", true), ("关街道医", false),
            ("北关 太原", false), ("榆次区北关街道医疗代表联络站的后面还有", false),
        ])
    func stand(typed: String, isFound: Bool) throws {
        let words = try #require(SoughtWords(typed))

        #expect(words.stand(in: "榆次区北关街道", "医疗代表联络站") == isFound)
    }

    @Test("nothing typed is nothing sought", arguments: ["", "  ", "　\t"])
    func nothing(typed: String) {
        #expect(SoughtWords(typed) == nil)
    }
}
