import Directory
import Domain
import Hummingbird
import Web

/// `/results`: 办得怎么样, from the province down to a street; `/results.csv` the same as a table.
struct ResultsPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let (found, period) = try await find(request)
        let view = ResultsView(
            found: found, period: period, today: Day(of: installation.now()), parts: context.parts())
        let frame = PageFrame("\(found.area.name)办得怎么样", caching: .open(seconds: 300), isWide: true)
        return context.page(frame, view.html)
    }

    @Sendable func table(_ request: Request, _ context: AppContext) async throws -> Response {
        let (found, period) = try await find(request)
        let body = ByteBuffer(bytes: ResultsCSV(found: found, period: period).bytes)
        return Response(
            status: .ok, headers: CSVHeaders.named("办得怎么样-\(found.area.name)-\(period.code)"),
            body: ResponseBody(byteBuffer: body))
    }

    private func find(_ request: Request) async throws -> (ResultsQuery.Found, Period) {
        let query = try FormBody.query(of: request)
        let period = ResultsPeriod.asked(query["period"], today: Day(of: installation.now()))
        let installation = installation
        let asked = ResultsQuery(area: query["area"], period: period)
        return (try await installation.database.read { db in try asked.run(db, in: installation) }, period)
    }
}

/// Which period is shown: this year, unless another was chosen.
enum ResultsPeriod {
    static func asked(_ code: String?, today: Day) -> Period {
        code.flatMap(Period.init(code:)) ?? Period(year: today.civil.year)
    }

    /// Years and their quarters so far, the newest first.
    static func choices(_ chosen: Period, today: Day) -> [Period] {
        let (year, month, _) = today.civil
        let quarters = (1...4).reversed().map { Period(year: year, part: .quarter($0)) }
            .filter { $0.months.lowerBound <= year * 100 + month }
        let before = (1...4).reversed().map { Period(year: year - 1, part: .quarter($0)) }
        let years = (2...4).map { Period(year: year - $0) }
        let all = [Period(year: year)] + quarters + [Period(year: year - 1)] + before + years
        return all.contains(chosen) ? all : all + [chosen]
    }
}
