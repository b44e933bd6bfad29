import Secrets
import Testing

@Suite("When a password is kept")
struct PasswordTests {
    @Test("only the same password fits, and two of the same look different")
    func fits() throws {
        let stored = try Password.hash("榆次 2026", cost: .test)
        let other = try Password.hash("榆次 2026", cost: .test)

        #expect(Password.matches("榆次 2026", stored))
        #expect(!Password.matches("榆次 2027", stored))
        #expect(!Password.matches("", stored))
        #expect(stored != other)
        #expect(stored.hasPrefix("scrypt$16$8$1$"))
    }

    @Test("the cost of each is read from what is kept")
    func cost() throws {
        let stored = try Password.hash("榆次 2026")

        #expect(stored.hasPrefix("scrypt$32768$8$1$"))
        #expect(Password.matches("榆次 2026", stored))
    }

    @Test("the empty password is one like any other")
    func empty() throws {
        #expect(Password.matches("", try Password.hash("", cost: .test)))
    }

    // RFC 7914, section 12, the second vector: its first 32 bytes.
    @Test("scrypt gives what its description says")
    func vector() {
        let stored = "scrypt$1024$8$16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI="

        #expect(Password.matches("password", stored))
        #expect(!Password.matches("passwort", stored))
    }

    @Test(
        "what is no hash fits nothing",
        arguments: [
            "", "scrypt", "scrypt$16$8$1$$", "scrypt$15$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA", "plain$1$1$1$AA==$AA==",
            "scrypt$1099511627776$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        ])
    func nonsense(stored: String) {
        #expect(!Password.matches("", stored))
    }
}
