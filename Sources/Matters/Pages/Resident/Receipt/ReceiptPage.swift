import Database
import Directory
import Domain
import Hummingbird
import Web

/// The answer to a form that registered something. Not a page of its own: the query code stands in no address, and who
/// comes back later does not find it.
struct ReceiptPage: Sendable {
    let installation: Installation

    /// To the person herself. She stands before her matter from here on, and sees what others said of the same.
    /// `accepted` names what the device kept of the form that led here.
    func answer(
        _ receipt: Receipt, said words: String?, accepted: String? = nil, _ context: AppContext
    ) async throws -> Response {
        let now = installation.now()
        let (installation, showsCode) = (installation, receipt.showsCode(at: now))
        let (snapshot, session, nearby) = try await installation.database.read { db in
            let snapshot = try installation.snapshot(in: db)
            guard let row = try db.row("SELECT id, area FROM matter WHERE number = \(receipt.number.text)") else {
                throw NotFound()
            }
            let nearby = try NearbyQuery.run(
                db, like: words ?? "", in: row[1], except: receipt.number, atlas: snapshot.atlas)
            // Whoever finds the page open in the afternoon shows the code first.
            let session =
                try showsCode ? ReporterSession(opening: row[0], at: now, in: db, keys: installation.keys) : nil
            return (snapshot, session, nearby)
        }
        var view = try view(receipt, snapshot, at: now, context)
        view.nearby = NearbyView(nearby: nearby, own: receipt.number, today: Day(of: now), context: context).html
        view.accepted = accepted
        var frame = PageFrame(view.title)
        frame.scripts = ["say.js"]
        frame.sheets = ["paper.css"]
        var response = context.page(frame, view.html)
        if let session { response.keep(session, in: context) }
        return response
    }

    /// To whoever wrote it down for somebody.
    func answerStaff(
        _ receipt: Receipt, accepted: String? = nil, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let installation = installation
        let (snapshot, isHers) = try await installation.database.read { db in
            let snapshot = try installation.snapshot(in: db)
            guard let stored = try MatterTable.matter(receipt.number, in: db) else { throw NotFound() }
            let standing = Standing(of: .account(signed), to: stored, atlas: snapshot.atlas)
            return (snapshot, standing.mayKnow(stored.matter))
        }
        var view = try view(receipt, snapshot, at: installation.now(), context)
        view.isHers = isHers
        view.accepted = accepted
        var frame = PageFrame(view.title, for: .staff)
        frame.sheets = ["paper.css"]
        return context.page(frame, view.forStaff)
    }

    private func view(
        _ receipt: Receipt, _ snapshot: Snapshot, at now: Instant, _ context: AppContext
    ) throws -> ReceiptView {
        guard let station = snapshot.atlas.station(receipt.station) else { throw NotFound() }
        return ReceiptView(
            receipt: receipt, station: station, showsCode: receipt.showsCode(at: now), calendar: snapshot.calendar,
            today: Day(of: now), site: installation.settings.publicURL, human: context.site.human)
    }
}
