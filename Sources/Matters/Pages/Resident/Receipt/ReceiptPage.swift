import Directory
import Domain
import Hummingbird
import Web

/// The answer to a form that registered something. Not a page of its own: the query code stands in no address, and who
/// comes back later does not find it.
struct ReceiptPage: Sendable {
    let installation: Installation

    func answer(
        _ receipt: Receipt, for audience: PageFrame.Audience = .resident, _ context: AppContext
    ) async throws -> Response {
        let snapshot = try await installation.snapshot()
        guard let station = snapshot.atlas.station(receipt.station) else { throw NotFound() }
        let now = installation.now()
        let view = ReceiptView(
            receipt: receipt, station: station, showsCode: receipt.showsCode(at: now), calendar: snapshot.calendar,
            today: Day(of: now), site: installation.settings.publicURL, human: context.site.human)
        var frame = PageFrame(view.title, for: audience)
        frame.sheets = ["paper.css"]
        switch audience {
        case .resident: return context.page(frame, view.html)
        case .staff: return context.page(frame, view.forStaff)
        }
    }
}
