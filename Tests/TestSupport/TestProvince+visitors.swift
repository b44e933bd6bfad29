import App
import Database
import Domain
import HummingbirdTesting
import Web

@testable import Directory

extension TestProvince {
    /// The browser of a visitor, or of somebody who is signed in.
    package func browser(as person: TestPerson? = nil) async throws -> Browser {
        Browser(try await client(), self, person: person)
    }

    /// A program at the API.
    package func api(as person: TestPerson? = nil) async throws -> APIClient {
        APIClient(client: try await client(), province: self, person: person)
    }

    /// A new session's token, without a password: hashing one takes longer than most tests.
    package func session(of person: TestPerson) async throws -> String {
        let token = SessionToken.draw()
        let now = now
        let today = today
        let keys = installation.keys
        try await write { db, _, snapshot in
            guard let signed = try SignedQuery.find(person.account, on: today, in: db, keys: keys) else {
                throw NotFound()
            }
            _ = try Sessions.open(token, for: signed, at: now, browser: "test", snapshot: snapshot, in: db)
        }
        return token.text
    }

    /// Without services of its own the application's client may outlive the call that hands it out.
    private func client() async throws -> any TestClientProtocol {
        try await app.application.test(.router) { $0 }
    }
}
