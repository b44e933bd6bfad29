import Secrets
import Testing

@Suite("When a value is sealed")
struct EnvelopeTests {
    private let keys = KeyRing.ephemeral()

    @Test("it opens in its own place and nowhere else")
    func place() throws {
        let envelope = keys.seal("张秀英", table: "person", column: "name", row: 7)

        #expect(try keys.openText(envelope, table: "person", column: "name", row: 7) == "张秀英")
        #expect(throws: SecretsError.notAuthentic) {
            try keys.openText(envelope, table: "person", column: "name", row: 8)
        }
        #expect(throws: SecretsError.notAuthentic) {
            try keys.openText(envelope, table: "person", column: "phone", row: 7)
        }
        #expect(throws: SecretsError.notAuthentic) {
            try keys.openText(envelope, table: "station", column: "name", row: 7)
        }
    }

    @Test("it names its version and its cipher, and no change of it opens")
    func changed() {
        let envelope = keys.seal("张秀英", table: "person", column: "name", row: 7)

        #expect(envelope.prefix(2) == [1, 1])
        for index in envelope.indices {
            var other = envelope
            other[index] ^= 1
            #expect(throws: SecretsError.self) {
                try keys.openText(other, table: "person", column: "name", row: 7)
            }
        }
        for length in 0..<envelope.count {
            #expect(throws: SecretsError.self) {
                try keys.openText(Array(envelope.prefix(length)), table: "person", column: "name", row: 7)
            }
        }
    }

    @Test("the same value looks different every time, and another installation cannot open it")
    func keysDiffer() {
        let first = keys.seal("19900001234", table: "person", column: "phone", row: 7)
        let second = keys.seal("19900001234", table: "person", column: "phone", row: 7)

        #expect(first != second)
        #expect(throws: SecretsError.self) {
            try KeyRing.ephemeral().openText(first, table: "person", column: "phone", row: 7)
        }
    }

    @Test("nothing is a value too")
    func empty() throws {
        let envelope = keys.seal("", table: "person", column: "phone", row: 7)

        #expect(try keys.openText(envelope, table: "person", column: "phone", row: 7) == "")
    }
}

@Suite("When a value is looked for or comes back")
struct DigestTests {
    private let keys = KeyRing.ephemeral()

    @Test("a blind index is the same for the same value and purpose only")
    func blindIndex() {
        let index = keys.blindIndex("phone", "19900001234")

        #expect(index.count == 33)
        #expect(index[0] == 1)
        #expect(index == keys.blindIndex("phone", "19900001234"))
        #expect(index != keys.blindIndex("phone", "19900001235"))
        #expect(index != keys.blindIndex("login", "19900001234"))
        #expect(index != KeyRing.ephemeral().blindIndex("phone", "19900001234"))
    }

    @Test("a query code fits one number only")
    func codes() {
        let digest = keys.codeDigest("1407-2026-000123-7", "12345678")

        #expect(digest == keys.codeDigest("1407-2026-000123-7", "12345678"))
        #expect(digest != keys.codeDigest("1407-2026-000123-7", "12345679"))
        #expect(digest != keys.codeDigest("1407-2026-000124-5", "12345678"))
    }

    @Test("a signature fits its bytes and its purpose only")
    func signatures() {
        let signature = keys.sign([1, 2, 3], purpose: "cursor")

        #expect(keys.verify(signature, of: [1, 2, 3], purpose: "cursor"))
        #expect(!keys.verify(signature, of: [1, 2, 4], purpose: "cursor"))
        #expect(!keys.verify(signature, of: [1, 2, 3], purpose: "form"))
        #expect(!keys.verify([], of: [1, 2, 3], purpose: "cursor"))
        #expect(!keys.verify(Array(signature.dropLast()), of: [1, 2, 3], purpose: "cursor"))
    }
}
