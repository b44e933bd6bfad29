import Database
import Domain
import Matters
import Outbox
import Record

/// A small province whose messages a test writes itself.
package protocol MessageGround: Sendable {
    /// Where they are written.
    var province: TestProvince { get }
}

extension MessageGround {
    /// Somebody says something. What registering tells by itself is taken away: these tests write their own messages.
    package func matter(
        in place: TestPlace = .town, phone: String? = "19900001234", home: String? = nil, isBypassed: Bool = false
    ) async throws -> (id: MatterID, number: String) {
        let (area, now, installation) = (province.division(place), province.now, province.installation)
        return try await province.write { db, ids, _ in
            let reporter = ReporterDraft(
                name: Sensitive("张秀英"), phone: phone.map { Sensitive($0) }, address: home.map { Sensitive($0) })
            let draft = OpinionDraft(
                area: area, words: "村口到学校的路灯坏了三盏，晚上看不见路。", place: "村口", channel: .web,
                isBypassed: isBypassed, reporter: reporter)
            let receipt = try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
            let id: MatterID? = try db.value("SELECT id FROM matter WHERE number = \(receipt.number.text)")
            guard let id else { throw NotFound() }
            try db.run("DELETE FROM message WHERE matter = \(id)")
            return (id, receipt.number.text)
        }
    }

    /// Puts messages into the outbox.
    package func put(_ drafts: MessageDraft...) async throws {
        let (now, keys) = (province.now, province.installation.keys)
        try await province.write { db, ids, _ in
            try Outbox.put(drafts, in: db, at: now, ids: &ids, keys: keys)
        }
    }
}
