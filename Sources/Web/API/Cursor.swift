/// Where a list goes on: the last row's sort key and id, signed, so that nobody can walk to places by guessing.
package struct Cursor: Sendable, Hashable {
    package var sortKey: Int64
    package var id: Int64

    package init(sortKey: Int64, id: Int64) {
        self.sortKey = sortKey
        self.id = id
    }

    /// For the address of the next page. `list` names the list and its filters, so that a cursor fits only there.
    package func text(for list: String, _ signatures: Signatures) -> String {
        let signature = signatures.sign(signed(list), Cursor.purpose)
        return Base64URL.text(position + signature)
    }

    package init(_ text: String, for list: String, _ signatures: Signatures) throws(Unreadable) {
        guard let bytes = Base64URL.bytes(text), bytes.count > 16 else { throw Unreadable(.cursor) }
        sortKey = Cursor.integer(bytes[0..<8])
        id = Cursor.integer(bytes[8..<16])
        guard signatures.verify(signed(list), Array(bytes[16...]), Cursor.purpose) else { throw Unreadable(.cursor) }
    }

    private static let purpose: StaticString = "cursor"

    private var position: [UInt8] {
        [sortKey, id].flatMap { value in withUnsafeBytes(of: value.bigEndian, Array.init) }
    }

    private func signed(_ list: String) -> [UInt8] { position + Array(list.utf8) }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int64 {
        Int64(bitPattern: bytes.reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
    }
}

extension AppContext {
    /// The cursor of a request's `after=`, nil on the first page.
    package func cursor(_ text: String?, for list: String) throws(Unreadable) -> Cursor? {
        guard let text, !text.isEmpty else { return nil }
        return try Cursor(text, for: list, site.signatures)
    }

    package func text(of cursor: Cursor, for list: String) -> String {
        cursor.text(for: list, site.signatures)
    }
}
