import Database
import Directory
import Domain

/// The figures of an area and of each area in it, from the folded sums: no matter is looked at.
struct ResultsQuery: Sendable {
    struct Found: Sendable {
        let area: Division
        let path: [Division]
        let figures: AreaFigures
        /// In the order of the official list.
        let children: [(area: Division, figures: AreaFigures)]
    }

    let area: String?
    let period: Period

    func run(_ db: Transaction, in installation: Installation) throws -> Found {
        let atlas = try installation.snapshot(in: db).atlas
        let area = try atlas.area(area)
        let children = atlas.children(of: area.id)
        let figures = try sums(of: [area.id] + children.map(\.id), db)
        return Found(
            area: area, path: atlas.lineage(of: area.id).reversed(), figures: figures[area.id] ?? AreaFigures(),
            children: children.map { ($0, figures[$0.id] ?? AreaFigures()) })
    }

    private func sums(of areas: [DivisionID], _ db: Transaction) throws -> [DivisionID: AreaFigures] {
        let months = period.sums
        // What is late now is late, whenever it was said.
        let rows = try db.rows(
            """
            SELECT area, name, total FROM counter
            WHERE area IN \(list: areas) AND month >= \(months.lowerBound) AND month <= \(months.upperBound)
            """)
        let now = try db.rows(
            "SELECT area, name, total FROM counter WHERE area IN \(list: areas) AND month = \(Figure.now)")
        var figures: [DivisionID: AreaFigures] = [:]
        for row in rows + now {
            figures[try row[0], default: AreaFigures()].add(try row[1], try row[2])
        }
        return figures
    }
}
