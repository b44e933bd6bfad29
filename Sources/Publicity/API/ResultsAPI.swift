import Directory
import Domain
import Hummingbird
import Web

/// `GET /api/v1/results?division=&period=`: the figures of an area and of each area in it.
struct ResultsAPI: Sendable {
    struct Listing: Encodable, Sendable {
        var period: String
        var area: Item
        var children: [Item]
    }

    /// A share of fewer than five is left out.
    struct Item: Encodable, Sendable {
        var division: String
        var name: String
        var received: Int
        var answered: Int
        var median_days: Int?
        var late: Int
        var judged: Int
        var solved: Int
        var solved_percent: Int?
        var dates_due: Int
        var dates_kept: Int
        var dates_kept_percent: Int?
        var rated: Int
        var satisfied: Int
        var basically_satisfied: Int
        var dissatisfied: Int
        var content_percent: Int?
        var response_percent: Int?
        /// How many ratings came by which way.
        var rated_from: [String: Int]

        init(_ area: Division, _ figures: AreaFigures) {
            division = area.key
            name = area.fullName
            received = figures.received
            answered = figures.answered
            median_days = figures.medianDays
            late = figures.late
            judged = figures.solvedShare.whole
            solved = figures.solvedShare.part
            solved_percent = figures.solvedShare.percent
            dates_due = figures.keptShare.whole
            dates_kept = figures.keptShare.part
            dates_kept_percent = figures.keptShare.percent
            rated = figures.rated
            satisfied = figures.count(.rated(.satisfied))
            basically_satisfied = figures.count(.rated(.basicallySatisfied))
            dissatisfied = figures.count(.rated(.dissatisfied))
            content_percent = figures.contentShare.percent
            response_percent = figures.responseShare.percent
            rated_from = Dictionary(
                uniqueKeysWithValues: RatingSource.allCases.map { ($0.rawValue, figures.count(.ratedFrom($0))) })
        }
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Listing> {
        let query = try FormBody.query(of: request)
        let text = query["period"] ?? ""
        guard text.isEmpty || Period(code: text) != nil else {
            throw FormErrors("period", "时间写成 2026、2026-q2 或者 2026-05。")
        }
        let period = ResultsPeriod.asked(text, today: Day(of: installation.now()))
        let installation = installation
        let asked = ResultsQuery(area: query["division"], period: period)
        let found = try await installation.database.read { db in try asked.run(db, in: installation) }
        return JSONResponse(
            Listing(
                period: period.code, area: Item(found.area, found.figures),
                children: found.children.map { Item($0.area, $0.figures) }))
    }
}
