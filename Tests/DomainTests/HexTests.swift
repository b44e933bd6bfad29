import Testing

@testable import Domain

@Suite("When bytes are written as text")
struct HexTests {
    @Test("each is two digits in lower case")
    func digits() {
        #expect([0x00, 0x07, 0x10, 0x9a, 0xff].hex == "0007109aff")
        #expect([UInt8]().hex.isEmpty)
        #expect((UInt8.min...UInt8.max).map { Int([$0].hex, radix: 16) } == Array(0...255))
    }
}
