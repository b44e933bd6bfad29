import Database
import Directory
import Domain

/// Another matter that speaks of much the same, as whoever decides may see it.
struct SimilarMatter: Hashable, Sendable {
    var number: MatterNumber
    var title: String
    var place: String
    var state: MatterState
    var registeredOn: Day
}

/// 类似的事项: shown while it is decided what becomes of a matter. Suggested, never decided.
struct SimilarMatters {
    /// How many of the newest of the area's list are walked through, and how many of one's own among them compared.
    private static let walked = 300
    private static let compared = 100
    private static let shown = 3

    let matter: Matter
    let words: String
    let scope: Scope
    let atlas: Atlas

    /// Nil where nothing is to be suggested: it is decided already, or it is kept from those it is about.
    init?(_ shown: ShownMatter, for principal: Principal?, atlas: Atlas) {
        guard shown.view == .full, Self.isUndecided(shown.matter.state), !shown.matter.isBypassed,
            let signed = principal?.signed, let scope = Self.scope(around: shown.matter, of: signed, atlas)
        else { return nil }
        matter = shown.matter
        words = shown.words
        self.scope = scope
        self.atlas = atlas
    }

    /// A part of `ScreenSide`: number, state, title and masked words of the newest, after place and moment.
    var rows: SQL {
        let own: SQL = scope.condition.map { " AND (" + $0 + ")" } ?? ""
        return """
            SELECT 2 AS part, s.sort_key, s.area, s.registered_at, 0, 0, 0, s.number, s.state, w.title, w.masked FROM (
              SELECT m.id, m.sort_key, m.area, m.registered_at, m.number, m.state FROM (
                SELECT sort_key, matter FROM matter_area WHERE area = \(scope.area.id)
                ORDER BY sort_key DESC LIMIT \(Self.walked)
              ) l JOIN matter m ON m.id = l.matter
              WHERE m.id <> \(matter.id) AND m.lowest_level = \(Level.township.rawValue) AND m.lead_matter IS NULL
                AND m.state NOT IN ('referred', 'merged', 'withdrawn')\(own)
              ORDER BY m.sort_key DESC LIMIT \(Self.compared)
            ) s JOIN matter_words w ON w.matter = s.id
            """
    }

    /// The likest of those rows, the newer first of two that are as alike.
    func likest(of rows: some Sequence<Row>) throws -> [SimilarMatter] {
        let likeness = Likeness(of: words)
        return try rows.compactMap { row -> (score: Double, key: Int64, matter: SimilarMatter)? in
            guard let number = MatterNumber(stored: try row[7]), let state = MatterState(rawValue: try row[8])
            else { throw DatabaseError.corrupt("matter") }
            let title: String = try row[9]
            guard let score = likeness.score(title: title, words: try row[10]) else { return nil }
            let found = SimilarMatter(
                number: number, title: title, place: atlas.fullName(of: try row[2]), state: state,
                registeredOn: Day(of: try row[3]))
            return (score, try row[1], found)
        }
        .sorted { ($0.score, $0.key) > ($1.score, $1.key) }.prefix(Self.shown).map(\.matter)
    }

    private static func isUndecided(_ state: MatterState) -> Bool {
        switch state {
        case .registered, .accepted: true
        case .answeredOnSpot, .submittedUp, .assigned, .objected, .inHandling, .replied, .promised, .answered, .rated,
            .rework, .jointReview, .contested, .referred, .redirected, .rejected, .merged, .withdrawn, .closed:
            false
        }
    }

    /// What this person sees of the county it is in; less where her own area is smaller.
    private static func scope(around matter: Matter, of signed: Principal.Signed, _ atlas: Atlas) -> Scope? {
        let own = Scope.areas(of: signed, atlas: atlas).filter { atlas.isWithin(matter.area, $0.id) }
        guard let widest = own.first else { return nil }
        let county = atlas.division(of: matter.area, at: .county)
        let area = county.flatMap { atlas.isWithin($0.id, widest.id) ? $0.id : nil } ?? widest.id
        return try? Scope(of: signed, area: area, atlas: atlas)
    }
}
