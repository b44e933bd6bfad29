import Database
import Directory
import Domain
import Foundation
import Hummingbird
import Web

/// `/s/{code}/receptions/{reception}/booking`: a resident asks for a time and takes a code home.
struct BookingPage: Sendable {
    private static let frame = PageFrame("约个时间见代表")

    struct Shown: Sendable {
        var station: Station
        var reception: Reception
        var deputies: [PublicReception.Deputy]
        /// Still free, and not over.
        var free: [Int]
        var today: Day
    }

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let (code, id) = (try context.part("code"), try context.id("reception"))
        let now = installation.now()
        let sending = try SealedSending(request, context, in: installation)
        let origin = BookingOrigin(kind: "booking", browser: context.browser(), address: context.remoteAddress)
        let leased = try await installation.ids.take(8)
        let installation = installation
        do {
            let draft = try draft(context)
            let (text, shown) = try await installation.database.write { db in
                var ids = leased
                let shown = try Self.shown(code, id, at: now, in: db, installation)
                let text = try sending.once(at: now, in: db, keys: installation.keys) {
                    let rules = try installation.snapshot(in: db).rules(on: Day(of: now))
                    try origin.count(rules, most: .opinionsPerHour, installation, at: now, in: db)
                    let book = BookReception(
                        station: shown.station, reception: shown.reception, now: now, installation: installation)
                    let receipt = try book.run(db, draft, ids: &ids)
                    return String(decoding: try JSONEncoder().encode(receipt), as: UTF8.self)
                }
                return (text, shown)
            }
            let receipt = try JSONDecoder().decode(BookReception.Receipt.self, from: Data(text.utf8))
            let view = BookingReceiptView(
                receipt: receipt, shown: shown, now: now, human: context.site.human)
            return context.page(PageFrame("约好了"), view.html)
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    private func draft(_ context: AppContext) throws(FormErrors) -> BookReception.Draft {
        var reader = context.reader
        let minute = reader.number("slot", "时间", in: 0...1439)
        let name = reader.text("name", "怎么称呼您", most: 30)
        let phone = reader.reachableTelephone("phone")
        try reader.finish()
        return BookReception.Draft(minute: Int(minute ?? 0), name: Sensitive(name), phone: phone)
    }

    private func page(_ frame: PageFrame, _ parts: FormParts, _ context: AppContext) async throws -> Response {
        let (code, id) = (try context.part("code"), try context.id("reception"))
        let now = installation.now()
        let installation = installation
        let shown = try await installation.database.read { db in
            try Self.shown(code, id, at: now, in: db, installation)
        }
        return context.page(frame, BookingView(shown: shown, parts: parts, human: context.site.human).html)
    }

    /// A reception without times to ask for does not exist here.
    private static func shown(
        _ code: String, _ id: Int64, at now: Instant, in db: Transaction, _ installation: Installation
    ) throws -> Shown {
        let atlas = try installation.snapshot(in: db).atlas
        guard let station = atlas.station(code: code),
            let reception = try ReceptionTable.find(id, of: station.id, in: db), reception.state == .published,
            reception.slotMinutes > 0
        else { throw NotFound() }
        let taken = try BookingTable.taken(at: id, in: db)
        let start = reception.day.start
        let free = reception.slots.filter {
            !taken.contains($0) && start.adding(seconds: Int64($0) * 60) > now
        }
        return Shown(
            station: station, reception: reception, deputies: try ReceptionTable.receiving(at: id, in: db), free: free,
            today: Day(of: now))
    }
}

extension FormReader {
    /// A number the masking would not know as a telephone is one that cannot be called: most often the area code is
    /// missing.
    mutating func reachableTelephone(_ name: String) -> Sensitive<String>? {
        guard let phone = telephone(name, "电话", isRequired: false) else { return nil }
        let found = Masker.mask(phone).findings.first
        guard found?.kind == .phone, found?.range == 0..<phone.unicodeScalars.count else {
            add(name, Messages.badTelephone)
            return nil
        }
        return Sensitive(phone)
    }
}
