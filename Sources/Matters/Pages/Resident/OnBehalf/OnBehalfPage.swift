import Directory
import Domain
import Hummingbird
import Web

/// `/matters/new`: somebody of the station writes down what a person said, reads it back, and prints the same slip
/// (代录：到站、电话、上门).
struct OnBehalfPage: Sendable {
    private static let frame = PageFrame("代群众登记", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let snapshot = try await installation.snapshot()
        let stations = try OnBehalfStations(of: signed, atlas: snapshot.atlas)
        if let typed = try FormBody.query(of: request)["slip"], !typed.isEmpty {
            return try await KeyInPage(installation: installation).show(typed, stations, snapshot, context)
        }
        return page(Self.frame, stations, context.parts(), snapshot, context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let now = installation.now()
        let snapshot = try await installation.snapshot()
        let stations = try OnBehalfStations(of: signed, atlas: snapshot.atlas)
        if let typed = context.form["slip"], !typed.isEmpty {
            return try await KeyInPage(installation: installation).submit(typed, stations, snapshot, request, context)
        }
        do {
            let place = try stations.place(context.form, atlas: snapshot.atlas, at: now)
            let rules = snapshot.rules(at: place.division.id, on: Day(of: now))
            var typed = OpinionForm(context.form, at: place, under: rules)
            let slip = try await register(typed.draftOnBehalf(), by: signed, request, context, at: now)
            return try await ReceiptPage(installation: installation).answerStaff(slip, context)
        } catch let errors as FormErrors {
            return page(Self.frame.refused(), stations, context.parts(refused: errors), snapshot, context)
        } catch let refusal as Refusal {
            var frame = Self.frame
            frame.status = .conflict
            let errors = FormErrors("bypass", refusal.message)
            return page(frame, stations, context.parts(refused: errors), snapshot, context)
        }
    }

    private func register(
        _ draft: OpinionDraft, by signed: Principal.Signed, _ request: Request, _ context: AppContext,
        at now: Instant
    ) async throws -> Receipt {
        let sending = try Sending(request, context, in: installation)
        let leased = try await installation.ids.take()
        let installation = installation
        return try await installation.database.write { db in
            var ids = leased
            return try SealedReceipt(sending: sending, keys: installation.keys).once(at: now, in: db) {
                let receipt = try RegisterMatter.run(
                    db, draft, by: .account(signed), at: now, ids: &ids, in: installation)
                return Receipt(receipt, at: now)
            }
        }
    }

    private func page(
        _ frame: PageFrame, _ stations: OnBehalfStations, _ parts: FormParts, _ snapshot: Snapshot,
        _ context: AppContext
    ) -> Response {
        let limit = snapshot.rules(on: Day(of: installation.now())).number(.opinionLimit)
        let view = OnBehalfView(
            stations: stations, parts: parts, limit: limit, isChild: context.form.speaksOfChild)
        return context.page(frame, view.html)
    }
}

/// The stations for which somebody may write down what is said there.
struct OnBehalfStations: Sendable {
    let all: [Station]

    init(of signed: Principal.Signed, atlas: Atlas) throws(Refusal) {
        all = signed.grants.compactMap { grant in
            switch (grant.role, grant.place) {
            case (.stationHead, .station(let id)), (.stationClerk, .station(let id)), (.deputy, .station(let id)),
                (.liaisonOfficer, .station(let id)):
                atlas.station(id)
            case (.stationHead, _), (.stationClerk, _), (.deputy, _), (.liaisonOfficer, _), (.assigningOffice, _),
                (.distributor, _), (.handler, _), (.petitionOffice, _), (.systemAdmin, _), (.securityAdmin, _),
                (.auditor, _):
                nil
            }
        }
        guard !all.isEmpty else {
            throw Refusal(.forbidden, code: "not-of-station", "代群众登记由联络站的站长、联络员、代表和民情联络员来做。")
        }
    }

    /// One of one's own stations; with a single one there is nothing to choose.
    func place(_ form: FormBody, atlas: Atlas, at now: Instant) throws(FormErrors) -> SayPlace {
        let chosen = all.count == 1 ? all.first : all.first { $0.code == form["station"] }
        guard let station = chosen, let division = atlas.division(station.division) else {
            throw FormErrors("station", "请选择联络站")
        }
        return SayPlace(division, named: station, atlas: atlas, at: now)
    }
}
