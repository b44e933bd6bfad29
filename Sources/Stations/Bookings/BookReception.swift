import Database
import Directory
import Domain
import Outbox
import Record
import Web

/// A resident asks for a time of a published reception (约代表): one person a time, refused when it is taken. Who just
/// comes is received as well.
struct BookReception: Sendable {
    struct Draft: Sendable {
        var minute: Int
        var name: Sensitive<String>
        var phone: Sensitive<String>?
    }

    /// What the resident takes home. The code is shown this once.
    struct Receipt: Codable, Sendable {
        var code: String
        var day: Int32
        var minute: Int
        var madeAt: Int64
    }

    let station: Station
    let reception: Reception
    let now: Instant
    let installation: Installation

    func run(_ db: Transaction, _ draft: Draft, ids: inout IDs) throws -> Receipt {
        let booking = Booking(
            id: ids.next(), reception: reception.id, station: station.id, day: reception.day, minute: draft.minute,
            state: .booked)
        guard reception.slots.contains(draft.minute), booking.isAhead(at: now) else {
            throw FormErrors("slot", "这个时间约不了，请换一个")
        }
        let code = ids.digits(10)
        let isTaken = try BookingTable.insert(
            booking, name: draft.name, phone: draft.phone, code: code, at: now, in: db, keys: installation.keys)
        guard isTaken else { throw FormErrors("slot", "这个时间刚被别人约走了，请换一个") }
        if let phone = draft.phone {
            var values = ReceptionValues(station, reception.day, draft.minute).values
            values["code"] = code
            let message = MessageDraft(
                .bookingConfirmed, to: .address(.telephone, phone), area: station.division, values: values,
                key: "booking/\(booking.id)/confirmed")
            try Outbox.put([message], in: db, at: now, ids: &ids, keys: installation.keys)
        }
        return Receipt(code: code, day: reception.day.number, minute: draft.minute, madeAt: now.ms)
    }
}

extension StationWrite {
    /// The reception does not take place as it was announced: whoever asked for a time and left a telephone is told.
    func cancelBookings(of reception: Reception, ids: inout IDs) throws {
        for booking in try BookingTable.booked(at: reception.id, in: db) {
            guard try BookingTable.cancel(booking.id, at: now, in: db),
                let phone = try BookingTable.phone(of: booking.id, in: db, keys: keys)
            else { continue }
            let message = MessageDraft(
                .bookingCancelled, to: .address(.telephone, phone), area: duty.station.division,
                values: ReceptionValues(duty.station, booking.day, booking.minute).values,
                key: "booking/\(booking.id)/cancelled", isUrgent: true)
            try Outbox.put([message], in: db, at: now, ids: &ids, keys: keys)
        }
    }
}

/// Nobody needs to ask for more times in an hour than to say opinions.
struct BookingOrigin: Sendable {
    let kind: String
    let browser: String
    let address: String?

    /// A village may stand behind one address.
    private static let browsersBehindAddress = 20

    func count(_ rules: Rules, most key: PolicyKey, _ installation: Installation, at now: Instant, in db: Transaction)
        throws
    {
        let most = rules.number(key)
        try take(RateRule(kind, most: most, seconds: 3600), browser, installation, at: now, in: db)
        guard let address else { return }
        let all = RateRule(kind + ".address", most: most * Self.browsersBehindAddress, seconds: 3600)
        try take(all, address, installation, at: now, in: db)
    }

    private func take(
        _ rule: RateRule, _ key: String, _ installation: Installation, at now: Instant, in db: Transaction
    ) throws {
        switch try installation.limits.take(rule, key: key, at: now, in: db) {
        case .allowed: return
        case .exceeded(let seconds): throw TooMany(retryAfter: seconds)
        }
    }
}
