import Database
import Directory
import Domain
import Record
import TestSupport
import Testing

@testable import Matters

extension TestProvince {
    /// A link as its message would bring it: the path behind the site's address.
    func link(to person: TestPerson, on number: MatterNumber, _ acts: [LinkAct]) async throws -> String {
        let (now, installation, id) = (now, installation, try await matter(number).id)
        let address = try await write { db, ids, _ in
            try OneTimeLinks.make(
                for: person.person, grant: person.grant.id, matter: id, acts: acts, at: now, in: db, ids: &ids,
                installation: installation)
        }
        #expect(address.hasPrefix(installation.settings.publicURL + "/l/"))
        return String(address.dropFirst(installation.settings.publicURL.count))
    }

    /// How often the acts of all links were used.
    func usedLinkActs() async throws -> Int {
        try await count("SELECT COUNT(*) FROM one_time_link_act WHERE used_at IS NOT NULL")
    }

    /// Ends somebody's office as of yesterday.
    func end(_ person: TestPerson) async throws {
        let (now, keys) = (now, installation.keys)
        try await write { db, ids, snapshot in
            try EndGrant.run(
                db, grant: person.grant.id, lastDay: Day(of: now).adding(days: -1), by: .system, at: now, ids: &ids,
                keys: keys, atlas: snapshot.atlas)
        }
    }
}

/// Somebody with a telephone in the hand and a link in a message.
struct LinkReader {
    let browser: Browser
    let path: String

    init(_ path: String, in province: TestProvince) async throws {
        browser = try await province.browser()
        self.path = path
    }

    func open() async throws -> Answer { try await browser.get(path) }

    /// The forms on the page, by their last part.
    func forms() async throws -> [String] {
        ShownForm.all(on: try await open().text).map(\.action).filter { $0.hasPrefix("/l/") }
            .compactMap { $0.split(separator: "/").last.map(String.init) }
    }

    /// Opens the page, fills in the form and sends it.
    func send(
        _ act: LinkAct, _ values: [String: String] = [:], _ location: SourceLocation = #_sourceLocation
    ) async throws -> Answer {
        let form = try await form(act, location)
        return try await browser.post(raw: form.action, form.filled(values, location))
    }

    func form(_ act: LinkAct, _ location: SourceLocation = #_sourceLocation) async throws -> ShownForm {
        let page = try await open()
        let form = ShownForm.all(on: page.text).first { $0.action == path + "/" + act.noun }
        return try #require(form, "no form for \(act)", sourceLocation: location)
    }
}
