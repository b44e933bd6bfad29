import Secrets

/// The bytes of an event that are hashed: format ‖ previous ‖ fields ‖ H(salt ‖ content), each field behind its length.
/// A format is never changed once events were written in it: a new one gets the next number and stands beside.
enum CanonicalForm {
    /// The format of new events.
    static let current: UInt8 = 1

    static func hash(_ event: EventRow) throws -> [UInt8] {
        try algorithm(of: event.format).tagged(try bytes(event))
    }

    static func algorithm(of format: UInt8) throws -> HashAlgorithm {
        switch format {
        case 1: .sha256
        case let other: throw RecordError.unknownFormat(other)
        }
    }

    static func bytes(_ event: EventRow) throws -> [UInt8] {
        switch event.format {
        case 1: first(event)
        case let other: throw RecordError.unknownFormat(other)
        }
    }

    private static func first(_ event: EventRow) -> [UInt8] {
        var writer = ByteWriter(capacity: 320 + event.facts.count)
        writer.byte(1)
        writer.field(event.previous)
        writer.field(event.id)
        writer.field(event.streamKind)
        writer.field(event.streamID)
        writer.field(event.sequence)
        writer.field(event.name)
        writer.field(event.at)
        writer.field(event.authorKind)
        writer.field(event.account)
        writer.field(event.grant)
        writer.field(event.role)
        writer.field(event.organ)
        writer.field(event.station)
        writer.field(event.onBehalf)
        writer.field(event.before)
        writer.field(event.after)
        writer.field(event.facts)
        writer.field(event.commitment)
        return writer.bytes
    }
}
