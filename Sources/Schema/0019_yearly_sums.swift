import Database

extension Migration {
    /// Figures of a whole year stand beside those of its months, under the month 00.
    package static let m0019 = Migration(
        number: 19, name: "yearly_sums",
        statements: [
            """
            INSERT INTO counter (area, month, name, total)
            SELECT area, month - month % 100, name, SUM(total) FROM counter WHERE month > 0
            GROUP BY area, month - month % 100, name
            """
        ])
}
