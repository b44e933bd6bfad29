import Testing

@testable import Web

@Suite("When a list goes on")
struct CursorTests {
    private let signatures = TestSite.signatures()
    private let cursor = Cursor(sortKey: -7, id: .max)

    @Test("a cursor of ours comes back as it was")
    func accepted() throws {
        let text = cursor.text(for: "ledger", signatures)

        #expect(try Cursor(text, for: "ledger", signatures) == cursor)
    }

    @Test("a cursor of another list is refused")
    func otherList() {
        let text = cursor.text(for: "ledger", signatures)

        #expect(throws: Unreadable(.cursor)) { try Cursor(text, for: "today", signatures) }
    }

    @Test("a cursor with any letter changed is refused")
    func tampered() {
        let text = Array(cursor.text(for: "ledger", signatures))
        for index in text.indices {
            var changed = text
            changed[index] = changed[index] == "A" ? "B" : "A"
            #expect(throws: Unreadable(.cursor)) { try Cursor(String(changed), for: "ledger", signatures) }
        }
    }

    @Test("nonsense is refused", arguments: ["", "x", "AAAA", "路灯", String(repeating: "A", count: 4000)])
    func nonsense(_ text: String) {
        #expect(throws: Unreadable(.cursor)) { try Cursor(text, for: "ledger", signatures) }
    }
}
