import TestSupport
import Testing

@testable import Domain

@Suite("When a matter's number is written and read")
struct NumberTests {
    private func number(_ sequence: Int) throws -> MatterNumber {
        try #require(MatterNumber(city: 1407, year: 2026, sequence: sequence))
    }

    @Test("the check digit is that of ISO 7064 MOD 11,10")
    func checkDigit() {
        #expect(CheckDigit.of([0, 7, 9, 4]) == 5)
        #expect(CheckDigit.of([1, 4, 0, 7, 2, 0, 2, 6, 0, 0, 0, 1, 2, 3]) == 2)
    }

    @Test("it shows city, year, a sequence of six digits or more and the check digit")
    func text() throws {
        #expect(try number(123).text == "1407-2026-000123-2")
        #expect(try number(1_000_123).text.hasPrefix("1407-2026-1000123-"))
        #expect("\(try number(123))" == "1407-2026-000123-2")
    }

    @Test("what cannot be a part makes no number")
    func parts() {
        #expect(MatterNumber(city: 140, year: 2026, sequence: 1) == nil)
        #expect(MatterNumber(city: 1407, year: 26, sequence: 1) == nil)
        #expect(MatterNumber(city: 1407, year: 2026, sequence: 0) == nil)
    }

    @Test(
        "it is read however it was typed",
        arguments: [
            "1407-2026-000123-2", "140720260001232", " 1407 2026 000123 2 ", "１４０７－２０２６－０００１２３－２",
            "1407—2026–000123−2", "1407_2026_000123_2", "编号：1407-2026-000123-2", "no. 1407-2026-000123-2",
            "NO1407-2026-000123-2", "1407一2026一000123一2", "事项编号 1407-2026-000123-2", "1407-2026-000\u{200B}123-2",
        ])
    func typed(text: String) throws {
        #expect(MatterNumber(text) == (try number(123)))
    }

    @Test(
        "what is no number is not read",
        arguments: [
            "", "1407", "1407-2026-000123", "1407-2026-000123-3", "1407-2026-0000123-2", "1407-2026-00012a-2",
            "1407-2026-000123-2-1", "1407/2026/000123/2", "abc",
        ])
    func nonsense(text: String) {
        #expect(MatterNumber(text) == nil)
    }

    @Test(
        "a row holds it as it is written, and nothing else is read from one",
        arguments: [
            "", "140720260001232", "1407-2026-000123-3", "1407-2026-0000123-2", "1407-2026-00012a-2",
            "1407-2026-000123-2 ", "1407-2026--00012-2", "１４０７-2026-000123-2", "1407-20260-00123-2",
        ])
    func stored(text: String) throws {
        #expect(MatterNumber(stored: text) == nil)
        #expect(MatterNumber(stored: "1407-2026-000123-2") == (try number(123)))
    }

    @Test("longer sequences are read back")
    func roundTrip() throws {
        var random = SeededNumbers(state: 3)

        for _ in 0..<500 {
            let number = try #require(
                MatterNumber(
                    city: Int.random(in: 1000...9999, using: &random),
                    year: Int.random(in: 2024...2060, using: &random),
                    sequence: Int.random(in: 1...50_000_000, using: &random)))

            try #require(MatterNumber(number.text) == number)
            try #require(MatterNumber(stored: number.text) == number)
        }
    }

    @Test("every single wrong digit is found", arguments: [123, 999_999, 4_711_007])
    func singleErrors(sequence: Int) throws {
        let digits = Array(try number(sequence).text.filter(\.isNumber))

        for place in digits.indices {
            for wrong in "0123456789" where wrong != digits[place] {
                var typed = digits
                typed[place] = wrong
                #expect(MatterNumber(String(typed)) == nil, "\(String(typed))")
            }
        }
    }
}

@Suite("When a query code is typed")
struct NumberQueryCodeTests {
    @Test("spaces, dashes and full-width digits do not matter", arguments: ["12345678", "1234 5678", "１２３４－５６７８"])
    func typed(text: String) throws {
        let code = try #require(QueryCode(text))

        #expect(code.digits == "12345678")
        #expect(code.shown == "1234 5678")
    }

    @Test("anything but eight digits is no code", arguments: ["", "1234567", "123456789", "1234567a"])
    func nonsense(text: String) {
        #expect(QueryCode(text) == nil)
    }

    @Test("it never prints itself")
    func hidden() throws {
        let code = try #require(QueryCode("12345678"))

        #expect(!"\(code) \(String(reflecting: code))".contains("1234"))
    }
}
