import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/matters/new?slip=…`: what stands on a slip out of a book is keyed in, under the number that is printed on it.
struct KeyInPage: Sendable {
    private static let frame = PageFrame("录入纸条", for: .staff)

    let installation: Installation

    func show(
        _ typed: String, _ stations: OnBehalfStations, _ snapshot: Snapshot, _ context: AppContext
    ) async throws -> Response {
        let slip = try await slip(typed, stations)
        return page(Self.frame, slip, context.parts(), snapshot, context)
    }

    func submit(
        _ typed: String, _ stations: OnBehalfStations, _ snapshot: Snapshot, _ request: Request, _ context: AppContext
    ) async throws -> Response {
        let slip = try await slip(typed, stations)
        let now = installation.now()
        do {
            let (draft, day) = try draft(slip, snapshot, context, at: now)
            let number = try await keyIn(slip.number, draft, saidOn: day, request, context, at: now)
            return context.page(PageFrame("录好了", for: .staff), KeyedInView(number: number).html)
        } catch let errors as FormErrors {
            return page(Self.frame.refused(), slip, context.parts(refused: errors), snapshot, context)
        } catch let refusal as Refusal {
            var frame = Self.frame
            frame.status = .conflict
            let errors = FormErrors("bypass", refusal.message)
            return page(frame, slip, context.parts(refused: errors), snapshot, context)
        }
    }

    /// A slip of one of one's own stations; of any other one learns nothing.
    private func slip(_ typed: String, _ stations: OnBehalfStations) async throws -> BookSlip {
        let keys = installation.keys
        let own = Set(stations.all.map(\.id))
        guard let number = MatterNumber(typed) else { throw SlipRefusal.unknown }
        let found = try await installation.database.read { db in try SlipTable.slip(number, in: db, keys: keys) }
        guard let found, own.contains(found.station) else { throw SlipRefusal.unknown }
        return found
    }

    private func draft(
        _ slip: BookSlip, _ snapshot: Snapshot, _ context: AppContext, at now: Instant
    ) throws -> (OpinionDraft, Day) {
        let atlas = snapshot.atlas
        guard let station = atlas.station(slip.station), let division = atlas.division(station.division) else {
            throw NotFound()
        }
        let place = SayPlace(division, named: station, atlas: atlas, at: now)
        let rules = snapshot.rules(at: division.id, on: Day(of: now))
        var typed = OpinionForm(context.form, at: place, under: rules)
        let day = typed.reader.day("said_on", "哪天写的")
        if let day, day > Day(of: now) { typed.reader.add("said_on", "写的日子还没有到，请核对") }
        let draft = try typed.draftOnBehalf()
        guard let day else { throw FormErrors("said_on", Messages.missingChoice("哪天写的")) }
        return (draft, day)
    }

    private func keyIn(
        _ number: MatterNumber, _ draft: OpinionDraft, saidOn day: Day, _ request: Request, _ context: AppContext,
        at now: Instant
    ) async throws -> MatterNumber {
        let signed = try context.signedIn()
        let sending = try Sending(request, context, in: installation)
        let installation = installation
        return try await installation.write { db, ids in
            try Idempotency.perform(sending.client, at: now, in: db) {
                _ = try KeyInSlip.run(
                    db, number, draft, saidOn: day, by: signed, at: now, ids: &ids, in: installation)
            }
            return number
        }
    }

    private func page(
        _ frame: PageFrame, _ slip: BookSlip, _ parts: FormParts, _ snapshot: Snapshot, _ context: AppContext
    ) -> Response {
        let limit = snapshot.rules(on: Day(of: installation.now())).number(.opinionLimit)
        let view = KeyInView(
            slip: slip, station: snapshot.atlas.station(slip.station), parts: parts, limit: limit,
            today: Day(of: installation.now()), isChild: context.form.speaksOfChild)
        return context.page(frame, view.html)
    }
}
