import Testing

@testable import Web

@Suite("When it is counted where something comes from")
struct PeerAddressTests {
    @Test(
        "an address counts by itself, of the newer kind a household's sixty-four bits",
        arguments: [
            ("203.0.113.9", "203.0.113.9"), ("::ffff:203.0.113.9", "203.0.113.9"),
            ("2001:db8:1:2::1", "20010db800010002/64"), ("2001:db8:1:2:ffff:ffff:ffff:ffff", "20010db800010002/64"),
            ("2001:db8:1:3::1", "20010db800010003/64"), ("unknown", "unknown"),
        ])
    func counted(_ address: String, _ key: String) {
        #expect(PeerAddress.counted(address) == key)
    }

    @Test("words to look for are cut to what somebody types, and without what no keyboard writes")
    func sought() {
        #expect(TypedText.sought(" 北关 \u{3000}") == "北关")
        #expect(TypedText.sought(String(repeating: "站+", count: 5000)).count == 100)
        #expect(TypedText.sought("站\u{7}") == "" && TypedText.sought(nil) == "")
    }
}
