import Database
import Directory
import Domain

/// Numbers for many matters at once, taken out of the sequences before the matters are written; what is not used is
/// a gap, and gaps are allowed.
package struct ReservedNumbers: Sendable {
    private struct Sequence: Hashable, Sendable {
        var city: String
        var year: Int
    }

    private var next: [Sequence: Int] = [:]
    private let atlas: Atlas

    /// One number for each place and day; for the same day and place as often as it is named.
    package static func reserve(
        _ wanted: [(area: DivisionID, day: Day)], atlas: Atlas, in db: Transaction
    ) throws -> ReservedNumbers {
        var numbers = ReservedNumbers(atlas: atlas)
        var counts: [Sequence: Int] = [:]
        for (area, day) in wanted { counts[numbers.sequence(of: area, on: day), default: 0] += 1 }
        for (sequence, count) in counts {
            let last: Int64? = try db.value(
                """
                INSERT INTO number_sequence (city, year, last) VALUES (\(sequence.city), \(sequence.year), \(count))
                ON CONFLICT (city, year) DO UPDATE SET last = number_sequence.last + excluded.last
                RETURNING last
                """)
            guard let last else { throw DatabaseError.corrupt("number_sequence") }
            numbers.next[sequence] = Int(last) - count + 1
        }
        return numbers
    }

    private init(atlas: Atlas) {
        self.atlas = atlas
    }

    /// Nil when more are asked for than were reserved.
    mutating func take(for area: DivisionID, on day: Day) -> MatterNumber? {
        let sequence = sequence(of: area, on: day)
        guard let number = next[sequence], let city = Int(sequence.city) else { return nil }
        next[sequence] = number + 1
        return MatterNumber(city: city, year: sequence.year, sequence: number)
    }

    private func sequence(of area: DivisionID, on day: Day) -> Sequence {
        Sequence(
            city: atlas.division(of: area, at: .city).flatMap(NumberTable.cityDigits) ?? "1400", year: day.civil.year)
    }
}
