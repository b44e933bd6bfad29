import Database
import Domain
import Record
import Secrets

/// What a matter's row, clocks, co-handlers and tries come to. Every event carries it, so that the chain vouches for
/// the rows made from it: whoever changes a column by hand is found by `lianxin verify`.
enum MatterFingerprint {
    /// The name of the fact; it says which hash the number is the beginning of.
    static let key = "rows-sha256"

    static func of(_ matter: Matter) -> Int64 {
        var writer = ByteWriter(capacity: 1024)
        write(identity(matter), to: &writer)
        write(MatterColumn.all.map { $0.value(matter) }, to: &writer)
        let clocks = matter.clocks.sorted { ($0.kind.rawValue, $0.organ ?? 0) < ($1.kind.rawValue, $1.organ ?? 0) }
        for clock in clocks { write(values(clock), to: &writer) }
        write(matter.handling.coHandlers.sorted().map(SQLValue.integer), to: &writer)
        for attempt in matter.answering.tries { write(values(attempt), to: &writer) }
        return HashAlgorithm.sha256.tagged(writer.bytes)[1...8].reduce(0) { $0 << 8 | Int64($1) }
    }

    private static func identity(_ matter: Matter) -> [SQLValue] {
        [
            .integer(matter.id), .text(matter.number.text), .integer(matter.registeredAt.ms), .integer(matter.area),
            Int64(matter.lowestLevel.rawValue).sqlValue, matter.hasTelephone.sqlValue,
        ]
    }

    private static func values(_ clock: Clock) -> [SQLValue] {
        let deadline = clock.deadline
        return [
            .text(clock.kind.rawValue), .integer(clock.organ ?? 0), deadline.startedOn.sqlValue,
            deadline.dueOn.sqlValue, .text(deadline.rule.code), (clock.policy?.rawValue).sqlValue,
            .integer(clock.policyVersion), deadline.isProvisional.sqlValue, .text(deadline.explanation),
            clock.remindedOn.sqlValue, clock.overdueMarkedOn.sqlValue, clock.silencePassedOn.sqlValue,
        ]
    }

    private static func values(_ attempt: RevisitTry) -> [SQLValue] {
        [attempt.day.sqlValue, .text(attempt.channel.rawValue), attempt.wasReached.sqlValue]
    }

    /// The number of values goes first, then each with its length: no two lists give the same bytes.
    private static func write(_ values: [SQLValue], to writer: inout ByteWriter) {
        writer.field(Int64(values.count))
        for value in values {
            switch value {
            case .null: writer.field(nil as Int64?)
            case .integer(let number): writer.field(number)
            case .text(let text): writer.field(text)
            case .real(let number): writer.field(Int64(bitPattern: number.bitPattern))
            case .blob(let bytes): writer.field(String(decoding: bytes, as: UTF8.self))
            }
        }
    }
}
