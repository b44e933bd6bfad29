import Database
import Domain
import Secrets

/// A person as typed: name and telephone still readable.
package struct PersonDraft: Sendable {
    package var id: PersonID
    package var name: Sensitive<String>
    package var phone: Sensitive<String>?
    package var phoneVerifiedAt: Instant?
    /// The organ the person leads: such a deputy supervises no matter of it.
    package var leads: OrganID?
    package var isDemo: Bool
    /// Made before, where the person was looked for; a digest costs as much as an envelope.
    var trace: PersonTrace?

    package init(
        id: PersonID, name: Sensitive<String>, phone: Sensitive<String>? = nil, phoneVerifiedAt: Instant? = nil,
        leads: OrganID? = nil, isDemo: Bool = false
    ) {
        self.id = id
        self.name = name
        self.phone = phone
        self.phoneVerifiedAt = phoneVerifiedAt
        self.leads = leads
        self.isDemo = isDemo
    }

    /// Name and telephone in envelopes; the costly part, so it is done before the transaction.
    package func sealed(with keys: KeyRing) -> SealedPerson {
        SealedPerson(
            id: id,
            name: keys.seal(name.opened, table: "person", column: "name_sealed", row: id),
            phone: phone.map { keys.seal($0.opened, table: "person", column: "phone_sealed", row: id) },
            trace: trace ?? PersonTrace(name: name, phone: phone, keys: keys),
            phoneVerifiedAt: phoneVerifiedAt, leads: leads, isDemo: isDemo)
    }

    /// Many people on all processors; `progress` hears how many are done.
    package static func sealed(
        _ drafts: [PersonDraft], with keys: KeyRing, progress: @Sendable (Int) -> Void
    ) async throws -> [SealedPerson] {
        let size = 2_000
        return try await withThrowingTaskGroup(of: (Int, [SealedPerson]).self) { group in
            for start in stride(from: 0, to: drafts.count, by: size) {
                let part = drafts[start..<min(start + size, drafts.count)]
                group.addTask {
                    try Task.checkCancellation()
                    return (start, part.map { $0.sealed(with: keys) })
                }
            }
            var parts: [Int: [SealedPerson]] = [:]
            var done = 0
            for try await (start, part) in group {
                parts[start] = part
                done += part.count
                progress(done)
            }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }
}

/// By what a person is found and compared without opening an envelope: digests of name and telephone.
package struct PersonTrace: Hashable, Sendable {
    package let name: [UInt8]
    package let phone: [UInt8]?

    package init(name: Sensitive<String>, phone: Sensitive<String>?, keys: KeyRing) {
        self.init(
            name: keys.blindIndex("person.name", name.opened),
            phone: phone.map { keys.blindIndex("person.phone", $0.opened) })
    }

    init(name: [UInt8], phone: [UInt8]?) {
        self.name = name
        self.phone = phone
    }
}

/// A person as stored.
package struct SealedPerson: Sendable {
    var id: PersonID
    var name: [UInt8]
    var phone: [UInt8]?
    var trace: PersonTrace
    var phoneVerifiedAt: Instant?
    var leads: OrganID?
    var isDemo: Bool
}
