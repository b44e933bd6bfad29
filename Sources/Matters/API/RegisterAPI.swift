import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `POST /api/v1/matters`: a resident without an account, or somebody of a station who writes down what she heard.
struct RegisterAPI: Sendable {
    let installation: Installation

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> APIAnswer {
        let caller = APICaller.of(context)
        let form = try await JSONFields.read(OpinionBody.fields, from: request)
        let now = installation.now()
        let draft = try await draft(form, by: caller, at: now)
        let sending = try APISending(request, form, by: caller, in: installation)
        let leased = try await installation.ids.take()
        let installation = installation
        return try await installation.database.write { db in
            var ids = leased
            return try sending.once(at: now, in: db) {
                try caller.count("api.say", at: now, in: db, installation)
                let receipt = try RegisterMatter.run(
                    db, draft, by: caller.principal, at: now, ids: &ids, in: installation)
                return (.created, try RegisteredJSON.of(receipt, by: caller.principal, at: now, in: db, installation))
            }
        }
    }

    /// Checked by the rules of the forms; somebody signed in says how she heard it, at a station of her own.
    private func draft(_ form: FormBody, by caller: APICaller, at now: Instant) async throws -> OpinionDraft {
        let snapshot = try await installation.snapshot()
        guard let signed = caller.principal?.signed else {
            guard let place = SayPlace(form, atlas: snapshot.atlas, at: now) else {
                throw FormErrors("division", "请用 division 写明地方的代码，或用 station 写明联络站的编号；没有找到这个地方")
            }
            var typed = OpinionForm(form, at: place, under: rules(place, snapshot, now))
            return try typed.draft()
        }
        let stations = try OnBehalfStations(of: signed, atlas: snapshot.atlas)
        try RegisterAPI.checkPlace(form, stations)
        let place = try stations.place(form, atlas: snapshot.atlas, at: now)
        var typed = OpinionForm(form, at: place, under: rules(place, snapshot, now))
        return try typed.draftOnBehalf()
    }

    /// A page offers one's own stations only; a program that names another place must not be heard as if it had not.
    private static func checkPlace(_ form: FormBody, _ stations: OnBehalfStations) throws(FormErrors) {
        if form["division"]?.isEmpty == false {
            throw FormErrors("division", "代群众登记记在自己的联络站，请改用 station 写明是哪个站")
        }
        if let code = form["station"], !code.isEmpty, !stations.all.contains(where: { $0.code == code }) {
            throw FormErrors("station", "只能登记在自己的联络站，请核对联络站的编号")
        }
    }

    private func rules(_ place: SayPlace, _ snapshot: Snapshot, _ now: Instant) -> Rules {
        snapshot.rules(at: place.division.id, on: Day(of: now))
    }
}

/// The matter as its reporter or registrar sees it, with the code that is told this once.
enum RegisteredJSON {
    static func of(
        _ receipt: RegisterMatter.Receipt, by principal: Principal?, at now: Instant, in db: Transaction,
        _ installation: Installation
    ) throws -> MatterJSON {
        // By-passed, it is out of the sight even of the clerk who wrote it down: she hands over the slip and no more.
        let known = principal?.signed == nil ? .reporter(matter: receipt.id) : principal
        let snapshot = try installation.snapshot(in: db)
        do {
            let shown = try MatterQuery.run(
                db, receipt.number, by: known, at: now, atlas: snapshot.atlas, withEvents: false, in: installation)
            return MatterJSON(shown, code: receipt.code, calendar: snapshot.calendar, today: Day(of: now))
        } catch is NotFound {
            var slip = MatterJSON(receipt.change.matter)
            slip.code = receipt.code.digits
            return slip
        }
    }
}
