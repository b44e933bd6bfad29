import Database
import Directory
import Domain

/// Hands out numbers: one sequence for each city and year, gaps allowed.
enum NumberTable {
    static func next(
        for area: Division, on day: Day, atlas: Atlas, in db: Transaction
    ) throws -> MatterNumber {
        let city = atlas.division(of: area.id, at: .city).flatMap(cityDigits) ?? "1400"
        let year = day.civil.year
        let sequence: Int64? = try db.value(
            """
            INSERT INTO number_sequence (city, year, last) VALUES (\(city), \(year), 1)
            ON CONFLICT (city, year) DO UPDATE SET last = number_sequence.last + 1
            RETURNING last
            """)
        guard let sequence, let cityNumber = Int(city),
            let number = MatterNumber(city: cityNumber, year: year, sequence: Int(sequence))
        else { throw DatabaseError.corrupt("number_sequence") }
        return number
    }

    /// The first four digits of the city's civil-affairs code: `1407` for 晋中市.
    static func cityDigits(_ city: Division) -> String? {
        city.codes.first { $0.system == .mca }.map { String($0.code.prefix(4)) }
    }
}
