import Database
import Directory
import Domain
import Record
import Secrets

/// Somebody who tells people by hand: head and clerk for their station, the petition department for its own matters.
package struct HandWorker: Sendable {
    package let signed: Principal.Signed
    package let keys: KeyRing

    package init(_ signed: Principal.Signed, keys: KeyRing) {
        self.signed = signed
        self.keys = keys
    }

    /// Whether there is anything for this person at all.
    package var hasWork: Bool { !grants.isEmpty }

    package var stations: [StationID] {
        grants.compactMap { if case .station(let id) = $0.place { id } else { nil } }
    }

    package var organs: [OrganID] {
        grants.compactMap { if case .organ(let id) = $0.place { id } else { nil } }
    }

    /// What waits for this person, oldest first, behind a sending. Once the petition department has a matter no station
    /// sees it any more.
    package func waiting(after id: Int64?, most: Int, in db: Transaction) throws -> [SendingContent] {
        let ids = try db.rows(
            """
            SELECT s.id FROM sending s JOIN message g ON g.id = s.message \(StoredMessage.joins)
            WHERE ((s.station IN \(list: stations) AND s.state = 'byHand' AND s.id > \(id ?? 0)
                AND t.petition_office IS NULL)
              OR (s.organ IN \(list: organs) AND s.state = 'byHand' AND s.id > \(id ?? 0)))
            ORDER BY s.id LIMIT \(most)
            """
        ).map { try $0[0] as Int64 }
        return try SendingContent.load(ids, in: db, keys: keys)
    }

    /// Throws `NotFound` for what is not this person's.
    func content(_ id: Int64, in db: Transaction) throws -> SendingContent {
        let mine = try db.row(
            """
            SELECT s.id FROM sending s JOIN message g ON g.id = s.message \(StoredMessage.joins)
            WHERE s.id = \(id)
              AND ((s.station IN \(list: stations) AND t.petition_office IS NULL) OR s.organ IN \(list: organs))
            """)
        guard mine != nil, let content = try SendingContent.load([id], in: db, keys: keys).first else {
            throw NotFound()
        }
        return content
    }

    /// In the chain of the station or the department, under the grant that allows it.
    func event(
        _ name: String, about content: SendingContent, _ facts: [Fact] = [], at now: Instant
    ) -> EventDraft {
        let grant = grants.first { grant in
            switch grant.place {
            case .station(let id): id == content.station
            case .organ(let id): id == content.organ
            case .area: false
            }
        }
        var author = Author(
            kind: .staff, account: signed.account, grant: grant?.id, role: grant?.role.rawValue, organ: content.organ,
            station: content.station)
        if content.organ != nil { author.station = nil }
        let stream =
            content.station.map { Stream(kind: .station, id: $0) }
            ?? Stream(kind: .organ, id: content.organ ?? 0)
        let about = content.lead.matter.map { [Fact("matter", $0.id)] } ?? []
        return EventDraft(
            stream: stream, name: name, author: author, at: now,
            facts: [Fact("sending", content.id)] + about + facts)
    }

    private var grants: [Grant] {
        signed.grants.filter { grant in
            switch grant.role {
            case .stationHead, .stationClerk, .petitionOffice: true
            case .deputy, .liaisonOfficer, .assigningOffice, .distributor, .handler, .systemAdmin, .securityAdmin,
                .auditor:
                false
            }
        }
    }
}
