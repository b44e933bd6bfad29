import Database
import Testing

@Suite("When a statement is written")
struct LiteralTests {
    @Test("values become numbered parameters")
    func binding() {
        let id: Int64 = 7
        let name: String? = nil

        let sql: SQL = "SELECT 1 FROM street WHERE id = \(id) AND name = \(name)"

        #expect(sql.text == "SELECT 1 FROM street WHERE id = $1 AND name = $2")
        #expect(sql.values == [.integer(7), .null])
    }

    @Test("text is bound, even when it is a literal chosen on the spot", arguments: [true])
    func literalText(isLong: Bool) {
        let sql: SQL = "WHERE name = \(isLong ? "long" : "short") OR name = \("'; DROP TABLE street")"

        #expect(sql.text == "WHERE name = $1 OR name = $2")
        #expect(sql.values == [.text("long"), .text("'; DROP TABLE street")])
    }

    @Test("a spliced fragment counts on")
    func splicing() {
        let open: SQL = "length > \(2.5) AND length < \(9)"

        let sql: SQL = "WHERE id = \(1) AND (\(open)) AND name = \("南街")"

        #expect(sql.text == "WHERE id = $1 AND (length > $2 AND length < $3) AND name = $4")
        #expect(sql.values == [.integer(1), .real(2.5), .integer(9), .text("南街")])
    }

    @Test("a list stands in brackets, and an empty one holds nothing")
    func lists() {
        let none: [Int] = []

        let sql: SQL = "a IN \(list: [3, 4]) OR b IN \(list: none) OR c IN \(list: ["x"])"

        #expect(sql.text == "a IN ($1, $2) OR b IN (NULL) OR c IN ($3)")
        #expect(sql.values == [.integer(3), .integer(4), .text("x")])
    }

    @Test("fragments are added and joined, single characters too")
    func joining() {
        let rows: [SQL] = [1, 2].map { "(\($0), \($0 * 10))" }

        let sql = "INSERT INTO lamp (street, number) VALUES" + " " + rows.joined(by: ",")

        #expect(sql.text == "INSERT INTO lamp (street, number) VALUES ($1, $2),($3, $4)")
        #expect(sql.values == [.integer(1), .integer(10), .integer(2), .integer(20)])
    }
}
