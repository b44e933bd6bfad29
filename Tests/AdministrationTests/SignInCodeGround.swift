import Database
import Domain
import Secrets
import TestSupport
import Testing

@testable import Directory

extension TestProvince {
    var townClerk: TestPerson { clerk(of: .town) }
    var townDeputy: TestPerson { deputy(of: .town) }
    var townLiaisonOfficer: TestPerson { liaisonOfficer(of: .town) }

    /// Puts a known code in the place of the one that was sent to this browser.
    func plant(_ code: String, for phone: String, in browser: Browser) async throws {
        try await plant(code, for: phone, holder: try #require(browser.cookies["lx_browser"]))
    }

    func plant(_ code: String, for phone: String, holder text: String) async throws {
        let digests = SignInCodeDigests(keys: installation.keys)
        let (holder, index) = (digests.holder(text), digests.phone(phone))
        let digest = digests.code(code, holder: holder, phone: index)
        let planted = try await write { db, _, _ in
            try db.changed("UPDATE sign_in_code SET digest = \(digest) WHERE holder = \(holder)")
        }
        #expect(planted == 1)
    }

    /// One person takes the telephone of another as her own.
    func share(_ phone: String, with person: TestPerson) async throws {
        let keys = installation.keys
        let index = keys.blindIndex("person.phone", phone)
        let sealed = keys.seal(phone, table: "person", column: "phone_sealed", row: person.person)
        try await write { db, _, _ in
            try db.run(
                "UPDATE person SET phone_sealed = \(sealed), phone_index = \(index) WHERE id = \(person.person)")
        }
    }
}
