import Database
import TestSupport
import Testing

private enum Colour: String, SQLConvertible, SQLDecodable {
    case red, green
}

private enum Size: Int, SQLConvertible, SQLDecodable {
    case small = 1
    case large = 2
}

@Suite("When a value is stored and read")
struct ValueTests {
    /// Through the engine and back, without a table: what is bound comes out as it went in.
    private func echo<T: SQLConvertible & SQLDecodable & Sendable>(_ value: T) async throws -> T {
        let engine = try TestDatabase().open()
        return try await engine.read { db in
            let row = try #require(try db.row("SELECT \(value)"))
            return try row[0]
        }
    }

    @Test("numbers come back", arguments: [Int64.min, -1, 0, 1, Int64.max])
    func integers(_ number: Int64) async throws {
        #expect(try await echo(number) == number)
        #expect(try await echo(Int(number)) == Int(number))
        #expect(try await echo(Int32(truncatingIfNeeded: number)) == Int32(truncatingIfNeeded: number))
        #expect(try await echo(Double(number) / 3) == Double(number) / 3)
    }

    @Test("text comes back", arguments: ["", "a", "榆次区迎宾街", "👩‍👩‍👧‍👦 é", "it's \"quoted\""])
    func text(_ text: String) async throws {
        #expect(Array(try await echo(text).utf8) == Array(text.utf8))
        #expect(try await echo(text.dropFirst(0)) == text[...])
    }

    @Test(
        "bytes come back, no bytes too",
        arguments: [[], [0], [0, 255, 0], [UInt8](repeating: 9, count: 100_000)])
    func bytes(_ bytes: [UInt8]) async throws {
        #expect(try await echo(bytes) == bytes)
    }

    @Test("yes, no, nothing and cases come back")
    func others() async throws {
        #expect(try await echo(true))
        #expect(try await echo(false) == false)
        #expect(try await echo(Int?.none) == nil)
        #expect(try await echo(Int?.some(5)) == 5)
        #expect(try await echo(Colour.green) == .green)
        #expect(try await echo(Size?.some(.large)) == .large)
    }

    @Test("an empty text and empty bytes are not null")
    func emptyIsNotNull() async throws {
        let engine = try TestDatabase().open()

        let row = try await engine.read { db in
            try #require(try db.row("SELECT \(""), \([UInt8]()), \(String?.none)"))
        }

        #expect(try [row[0], row[1], row[2]] == [SQLValue.text(""), .blob([]), .null])
    }

    @Test("another kind of value than asked for is an error that names the column")
    func mismatch() async throws {
        let engine = try TestDatabase().open()

        let row = try await engine.read { db in try #require(try db.row("SELECT 1, 'secret', NULL, 7")) }

        #expect(throws: DatabaseError.other("column 1: expected an integer, found text")) { try row[1] as Int }
        #expect(throws: DatabaseError.other("column 2: expected text, found null")) { try row[2] as String }
        #expect(throws: DatabaseError.other("column 3: expected 0 or 1, found an integer")) { try row[3] as Bool }
        #expect(throws: DatabaseError.other("column 3: not a value of Size")) { try row[3] as Size }
        #expect(throws: DatabaseError.other("column 4 of 4")) { try row[4] as Int }
    }

    @Test("sums, averages, truth and widths of numbers come as what they are on both engines")
    func computed() async throws {
        let engine = try await TestDatabase().streets()
        try await engine.write { db in
            try db.run("INSERT INTO street (id, name, length) VALUES (1, 'a', 1.5), (2, 'b', 2), (40000, 'c', NULL)")
        }

        let row = try await engine.read { db in
            try #require(
                try db.row(
                    """
                    SELECT SUM(id), SUM(-id), AVG(length), COUNT(length), 1 < 2, length(name) FROM street GROUP BY 5, 6
                    """))
        }

        #expect(try row[0] == 40_003)
        #expect(try row[1] == -40_003)
        #expect(try row[2] == 1.75)
        #expect(try [row[3], row[5]] == [2, 1])
        #expect(try row[4] == true)
    }
}
