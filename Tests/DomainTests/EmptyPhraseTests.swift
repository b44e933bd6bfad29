import Testing

@testable import Domain

@Suite("When an answer says nothing")
struct EmptyPhraseTests {
    @Test("its empty phrases are named, in the order of the list")
    func found() {
        #expect(EmptyPhrases.found(in: "已经收到，正在研究，请耐心等待。") == ["正在研究", "耐心等待", "已经收到"])
        #expect(EmptyPhrases.found(in: "六月二日更换了三盏路灯，当晚全亮。").isEmpty)
    }
}
