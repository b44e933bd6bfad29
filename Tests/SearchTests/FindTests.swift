import Database
import Search
import Testing

@Suite("When somebody searches")
struct FindTests {
    private let lamps: Lamps

    init() async throws {
        lamps = try await Lamps()
        try await lamps.put(10, "东大街的路灯坏了三天,请尽快修理。")
        try await lamps.put(20, "村口古槐的树枝折断,压在电线上", in: Lamps.taigu)
        try await lamps.put(30, "3号楼路灯LED灯头不亮;301路公交站也没有灯")
        try await lamps.put(40, "养老金认证在手机上做不了", in: Lamps.taigu)
        try await lamps.put(50, "路边的灯笼掉了", in: Lamps.taigu)
        try await lamps.put(60, "路灯整夜不关,影响休息")
    }

    @Test("a word of two characters is found, the newest first")
    func common() async throws {
        #expect(try await lamps.find("路灯") == [60, 30, 10])
    }

    @Test("without an area all there is is searched, whatever it lies in")
    func everywhere() async throws {
        try await lamps.engine.write { db in
            try SearchIndex.put(document: 70, words: "外省的路灯", areas: [], month: 202_605, in: db)
        }

        #expect(try await lamps.find("路灯", in: nil) == [70, 60, 30, 10])
        #expect(try await lamps.find("路灯坏了三天", in: nil) == [10])
        #expect(try await lamps.find("路灯", in: nil, before: 60, limit: 1) == [30])
        #expect(try await lamps.find("路灯") == [60, 30, 10])
    }

    @Test("rare words and rare characters are found")
    func rare() async throws {
        try await lamps.put(70, "𰻝𰻝面馆油烟扰民")

        #expect(try await lamps.find("古槐") == [20])
        #expect(try await lamps.find("𰻝𰻝面") == [70])
        #expect(try await lamps.find("𰻝") == [70])
    }

    @Test("a single character is found wherever it stands")
    func single() async throws {
        #expect(try await lamps.find("槐") == [20])
        #expect(try await lamps.find("灯") == [60, 50, 30, 10])
        #expect(try await lamps.find("亮") == [30])
        #expect(try await lamps.find("村") == [20])
    }

    @Test("a long phrase is found as a whole, not by its pieces")
    func phrase() async throws {
        try await lamps.put(80, "认证过了,养老的事还没办,金认不出")

        #expect(try await lamps.find("养老金认证") == [40])
        #expect(try await lamps.find("影响休息") == [60])
        #expect(try await lamps.find("路灯坏了三天") == [10])
        #expect(try await lamps.find("路灯坏了五天") == [])
    }

    @Test("stretches on both sides of a comma are not one word")
    func boundary() async throws {
        try await lamps.put(90, "过马路,灯坏")

        #expect(try await lamps.find("路灯") == [60, 30, 10])
        #expect(try await lamps.find("马路") == [90])
    }

    @Test(
        "letters and digits go with Chinese, in any width and case",
        arguments: ["LED", "led灯头", "LED灯", "灯LED", "路灯LED", "3号楼", "3号", "301路公交", "301", "LED 公交"])
    func mixed(query: String) async throws {
        #expect(try await lamps.find(query) == [30])
    }

    @Test("a part of a number or of a foreign word is not found", arguments: ["30", "LE", "01路"])
    func wholeWords(query: String) async throws {
        #expect(try await lamps.find(query) == [])
    }

    @Test("several words must all be there, in any order")
    func several() async throws {
        #expect(try await lamps.find("公交 路灯") == [30])
        #expect(try await lamps.find(" 路灯 休息 ") == [60])
        #expect(try await lamps.find("路灯 古槐") == [])
    }

    @Test("an area shows its own documents only")
    func area() async throws {
        #expect(try await lamps.find("灯", in: Lamps.taigu) == [50])
        #expect(try await lamps.find("灯", in: Lamps.yuci) == [60, 30, 10])
        #expect(try await lamps.find("灯", in: 999) == [])
    }

    @Test("pages follow one another without a gap")
    func pages() async throws {
        #expect(try await lamps.find("灯", limit: 2) == [60, 50])
        #expect(try await lamps.find("灯", before: 50, limit: 2) == [30, 10])
        #expect(try await lamps.find("灯", before: 10, limit: 2) == [])
    }

    @Test("a question without words finds nothing", arguments: ["", "  ", ",。!", "\"", "*", "☎️", "§"])
    func nothing(query: String) async throws {
        #expect(try await lamps.find(query) == [])
    }

    @Test(
        "signs of the engine's own language are no more than gaps",
        arguments: ["路灯\"", "\"路灯", "terms:路灯", "路灯*", "-路灯", "(路灯", "路灯 NOT 休息", "路灯) OR (古槐", "^路灯", "路灯\u{0}"])
    func syntax(query: String) async throws {
        let found = try await lamps.find(query)

        #expect(!found.contains(20))
        #expect(found.isEmpty || found == [60, 30, 10])
    }

    @Test("areas and months cannot be asked for as words", arguments: ["a1", "§a1", "m202605", "§m202605", "202605"])
    func terms(query: String) async throws {
        #expect(try await lamps.find(query) == [])
    }

    @Test("a question of any length is answered")
    func long() async throws {
        #expect(try await lamps.find(String(repeating: "路灯", count: 5000)) == [])
        #expect(try await lamps.find(String(repeating: "路灯 ", count: 5000)) == [60, 30, 10])
    }
}
