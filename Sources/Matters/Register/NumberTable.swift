import Database
import Directory
import Domain

/// Hands out numbers: one sequence for each city and year, gaps allowed.
package enum NumberTable {
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

    /// Leaves out the next numbers of every city, whether it had given out one or not, also in a year that has just begun:
    /// after a restore those may already be written on people's slips.
    package static func skip(_ count: Int, in year: Int, _ db: Transaction) throws {
        try db.run(
            """
            INSERT INTO number_sequence (city, year, last)
            SELECT city, \(year), 0 FROM (
              SELECT city FROM number_sequence
              UNION
              SELECT substr(c.code, 1, 4) FROM division_code c JOIN division d ON d.id = c.division
              WHERE c.system = 'mca' AND d.level = \(Level.city.rawValue)
            ) AS cities
            WHERE true
            ON CONFLICT (city, year) DO NOTHING
            """)
        try db.run("UPDATE number_sequence SET last = last + \(count)")
    }
}
