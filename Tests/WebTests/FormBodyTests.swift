import Domain
import Testing

@testable import Web

@Suite("When a form is read")
struct FormBodyTests {
    private func parse(_ text: String) throws -> FormBody { try FormBody(parsing: text.utf8) }

    @Test("plus, percent and several values of one name")
    func decoding() throws {
        let form = try parse("words=%E8%B7%AF%E7%81%AF+%2B1&kind=a&kind=b&empty=&bare")

        #expect(form["words"] == "路灯 +1")
        #expect(form.all("kind") == ["a", "b"])
        #expect(form["empty"] == "")
        #expect(form["bare"] == "")
        #expect(form["absent"] == nil)
    }

    @Test("emoji joined of several signs stay whole")
    func emoji() throws {
        var reader = FormReader(FormBody([.init(name: "words", value: "👨‍👩‍👧 路灯坏了 👍🏽")]))

        #expect(reader.text("words", "要说的事", most: 10) == "👨‍👩‍👧 路灯坏了 👍🏽")
        try reader.finish()
    }

    @Test("what is not UTF-8 is refused as a whole")
    func encoding() {
        #expect(throws: Unreadable(.encoding)) { try parse("words=%C2%B7%FF") }
        #expect(throws: Unreadable(.encoding)) { try FormBody(parsing: [0x61, 0x3D, 0xB7, 0xB5]) }
    }

    @Test("a broken percent sign is refused", arguments: ["a=%", "a=%2", "a=%zz", "a=%+1"])
    func brokenPercent(_ text: String) {
        #expect(throws: Unreadable(.form)) { try parse(text) }
    }

    @Test("a thousand fields are refused")
    func manyFields() {
        let text = String(repeating: "a=1&", count: 1000)

        #expect(throws: Unreadable(.form)) { try parse(text) }
    }

    @Test("line ends become one kind, in areas only")
    func lines() throws {
        let form = try parse("words=a%0D%0Ab%0Dc")
        var reader = FormReader(form)

        #expect(reader.lines("words", "要说的事", most: 20) == "a\nb\nc")
        #expect(reader.text("words", "要说的事", most: 20) == "a b c")
    }

    @Test("control characters are a mistake of that field", arguments: ["a%00b", "a%1Bb", "%7F", "%C2%85"])
    func controlCharacters(_ value: String) throws {
        var reader = FormReader(try parse("name=\(value)"))

        _ = reader.text("name", "姓名", most: 20)

        #expect(reader.errors.message(for: "name") == Messages.unprintable("姓名"))
    }

    @Test("signs that turn the writing direction or are invisible are taken out")
    func invisible() throws {
        var reader = FormReader(FormBody([.init(name: "name", value: "\u{FEFF}　张\u{202E}秀\u{200B}英　")]))

        #expect(reader.text("name", "姓名", most: 20) == "张秀英")
        try reader.finish()
    }

    @Test("too long, counted in signs a person sees")
    func length() {
        var reader = FormReader(FormBody([.init(name: "a", value: "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"), .init(name: "b", value: "一二三四")]))

        #expect(reader.text("a", "甲", most: 3) == "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧")
        _ = reader.text("b", "乙", most: 3)

        #expect(reader.errors.fields.map(\.message) == ["乙最多 3 个字，现在有 4 个字，请删短一些"])
    }

    @Test("full-width digits count as digits")
    func fullWidth() throws {
        var reader = FormReader(
            FormBody([
                .init(name: "phone", value: "１９９ ００００－１２３４"), .init(name: "day", value: "２０２６年５月２５日"),
                .init(name: "count", value: "１２"),
            ]))

        #expect(reader.telephone("phone", "电话") == "19900001234")
        #expect(reader.day("day", "日期") == Day(2026, 5, 25))
        #expect(reader.number("count", "人数", in: 1...99) == 12)
        try reader.finish()
    }

    @Test("mistakes are collected in the order of the form")
    func mistakes() {
        var reader = FormReader(
            FormBody([.init(name: "phone", value: "找我儿子"), .init(name: "day", value: "2026-02-30")]))

        _ = reader.text("name", "姓名", most: 20)
        _ = reader.telephone("phone", "电话")
        _ = reader.day("day", "日期")

        #expect(reader.errors.fields.map(\.name) == ["name", "phone", "day"])
        #expect(throws: FormErrors.self) { try reader.finish() }
    }

    @Test("a box is open where a browser left it out or a program said false")
    func boxes() throws {
        let reader = FormReader(try parse("named=yes&minor=no"))

        #expect(reader.isChecked("named"))
        #expect(!reader.isChecked("minor"))
        #expect(!reader.isChecked("emergency"))
    }

    @Test("a form without version is stale, without submission id unreadable")
    func hidden() throws {
        let reader = FormReader(FormBody())

        #expect(throws: Stale()) { try reader.version() }
        #expect(throws: Unreadable(.form)) { try reader.submission() }
    }
}
