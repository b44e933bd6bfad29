import Database
import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/station/{code}/lost-slips`: finding the matter of somebody whose slip is lost. `POST /matters/{number}/slip` prints
/// a new one.
struct LostSlipPage: Sendable {
    private static let frame = PageFrame("有人丢了纸条", for: .staff, isWide: true)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), nil, context)
    }

    /// Not a GET: what is looked for is somebody's telephone or name, and stands in no address.
    @Sendable func search(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let signed = try context.signedIn()
        let now = installation.now()
        do {
            let (trace, reason) = try LostSlipForm.read(context.reader, today: Day(of: now))
            let leased = try await installation.ids.take(8)
            let installation = installation
            let result = try await installation.database.write { db in
                var ids = leased
                let duty = try SlipDuty(code, signed, atlas: installation.snapshot(in: db).atlas)
                let search = LostSlipSearch(trace: trace, reason: reason, duty: duty)
                return try search.run(db, at: now, ids: &ids, in: installation)
            }
            return try await page(Self.frame, context.parts(refused: FormErrors()), result, context)
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), nil, context)
        }
    }

    @Sendable func reissue(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try context.matterNumber()
        do {
            return try await reissue(number, request, context)
        } catch let errors as FormErrors {
            return try await refused(number, Self.frame.refused(), errors, context)
        } catch is Stale {
            var frame = Self.frame
            frame.status = .conflict
            return try await refused(number, frame, nil, context)
        }
    }

    private func reissue(_ number: MatterNumber, _ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let version = try context.reader.version()
        let grounds = try LostSlipForm.grounds(context.reader)
        let now = installation.now()
        let sending = try Sending(request, context, in: installation)
        let leased = try await installation.ids.take()
        let installation = installation
        let receipt = try await installation.database.write { db in
            var ids = leased
            return try SealedReceipt(sending: sending, keys: installation.keys).once(at: now, in: db) {
                try ReissueSlip.run(
                    db, number, grounds, version: version, by: signed, at: now, ids: &ids, in: installation)
            }
        }
        return try await ReceiptPage(installation: installation).answerStaff(receipt, context)
    }

    /// The same page with the form open and what was typed still in it; without errors the matter has changed meanwhile.
    private func refused(
        _ number: MatterNumber, _ frame: PageFrame, _ errors: FormErrors?, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let installation = installation
        let (duty, found) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            return try LostSlipSearch.again(number, by: signed, atlas: atlas, in: db, keys: installation.keys)
        }
        let view = LostSlipView(
            duty: duty, result: nil, refused: LostSlipView.Refused(found: found, errors: errors), reason: "",
            parts: context.parts(), today: Day(of: installation.now()), context: context)
        return context.page(frame, view.html)
    }

    private func page(
        _ frame: PageFrame, _ parts: FormParts, _ result: LostSlipSearch.Result?, _ context: AppContext
    ) async throws -> Response {
        let duty = try SlipDuty(
            context.part("code"), context.signedIn(), atlas: try await installation.snapshot().atlas)
        let view = LostSlipView(
            duty: duty, result: result, reason: context.form["reason"] ?? "", parts: parts,
            today: Day(of: installation.now()), context: context)
        return context.page(frame, view.html)
    }
}

/// What a clerk typed to find somebody's matter, and on what grounds a new slip is given.
enum LostSlipForm {
    static func read(
        _ reader: FormReader, today: Day
    ) throws(FormErrors) -> (LostSlipSearch.Trace, reason: String) {
        var reader = reader
        let phone = reader.telephone("phone", "本人的电话", isRequired: false)
        let name = reader.text("name", "本人的姓名", most: 30, isRequired: false)
        let from = reader.day("from", "从哪天", isRequired: false) ?? today.adding(days: -30)
        let to = reader.day("to", "到哪天", isRequired: false) ?? today
        let reason = reader.text("reason", "为什么找", most: 200)
        if phone == nil, name.count < 2, reader.errors.message(for: "phone") == nil {
            reader.add("phone", "请填本人登记的电话，或者至少两个字的姓名")
        }
        if to < from || to.number - from.number > Int32(LostSlipSearch.mostDays) {
            reader.add("from", "日期请从早到晚，最多 \(LostSlipSearch.mostDays) 天")
        }
        try reader.finish()
        if let phone { return (.telephone(Sensitive(phone)), reason) }
        return (.name(Sensitive(name), from: from, to: to), reason)
    }

    static func grounds(_ reader: FormReader) throws(FormErrors) -> ReissueSlip.Grounds {
        var reader = reader
        let identity = reader.choice("identity", "怎么核对的本人", as: IdentityCheck.self)
        let reason = reader.text("reason", "为什么补发", most: 200)
        try reader.finish()
        guard let identity else { throw FormErrors("identity", "请选择怎么核对的本人") }
        return ReissueSlip.Grounds(reason: reason, identity: identity)
    }
}
