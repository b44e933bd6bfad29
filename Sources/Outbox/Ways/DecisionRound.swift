import Database
import Directory
import Domain
import Record
import Secrets

/// Some messages, decided in one transaction.
struct DecisionRound {
    let db: Transaction
    let snapshot: Snapshot
    let keys: KeyRing
    let now: Instant
    /// Whether text messages really leave.
    let isTexting: Bool
    var ids: IDs
    /// Told together with one that came before it in this round.
    private var told: Set<Int64> = []

    init(db: Transaction, snapshot: Snapshot, keys: KeyRing, now: Instant, isTexting: Bool, ids: IDs) {
        self.db = db
        self.snapshot = snapshot
        self.keys = keys
        self.now = now
        self.isTexting = isTexting
        self.ids = ids
    }

    mutating func decide(_ message: StoredMessage) throws {
        guard !told.contains(message.id) else { return }
        let rules = snapshot.rules(at: message.area, on: Day(of: now))
        let ways = try self.ways(of: message, rules)
        let leave = message.isUrgent ? now : leave(message, by: ways, rules)
        guard leave <= now else { return try MessageTable.putOff(message.id, until: leave, in: db) }
        let messages = try ways.isEmpty ? [message] : together(message, by: ways)
        // Another worker may have been quicker with some of them.
        let mine = try messages.filter { try MessageTable.decide($0.id, in: db) }
        told.formUnion(messages.map(\.id))
        guard !mine.isEmpty else { return }
        for way in ways {
            try SendingTable.insert(ids.next(), of: mine, by: way, place: place(of: message), at: now, in: db)
        }
    }

    /// In waking hours; to people of the staff only after a while, in which more may come that is told in one go. Text
    /// messages cost something: of those there is one a day, in the morning.
    private func leave(_ message: StoredMessage, by ways: [ChannelKind], _ rules: Rules) -> Instant {
        let awake = QuietHours(rules).leave(at: now)
        switch message.recipient {
        case .reporter, .address: return awake
        case .person where ways == [.sms]:
            let morning = QuietHours(rules).morning(after: message.notBefore, minutes: rules.number(.digestMinutes))
            return max(awake, morning)
        case .person:
            let gathered = message.notBefore.adding(seconds: Int64(rules.number(.digestMinutes)) * 60)
            return max(awake, gathered > now ? QuietHours(rules).leave(at: gathered) : now)
        }
    }

    /// What a person is told with it.
    private func together(_ message: StoredMessage, by ways: [ChannelKind]) throws -> [StoredMessage] {
        guard case .person(let person) = message.recipient, !message.isUrgent else { return [message] }
        var waiting = try MessageTable.gathered(for: person, at: now, in: db, keys: keys)
        if ways == [.sms] { waiting = try stillNews(waiting) }
        return waiting.contains { $0.id == message.id } ? waiting : [message]
    }

    /// The inbox is not among them: there it stands already.
    private func ways(of message: StoredMessage, _ rules: Rules) throws -> [ChannelKind] {
        switch message.recipient {
        case .reporter(let matter):
            return try ReporterChannels(of: matter, in: db, keys: keys).ways(isTexting: isTexting)
        case .person(let person): return try ways(of: person, message, rules)
        case .address(.email, _): return [.email]
        case .address(.wechat, _): return [.wechat]
        case .address(.telephone, let phone):
            if message.kind.holdsSecret || (isTexting && TelephoneNumber.takesTexts(phone)) { return [.sms] }
            return caller(of: message) == nil ? [.sms] : [.call]
        }
    }

    /// What is urgent goes to the telephone as well; all else only where there is no other way, and the place pays for
    /// it.
    private func ways(of person: PersonID, _ message: StoredMessage, _ rules: Rules) throws -> [ChannelKind] {
        var ways: [ChannelKind] = try ContactTable.kinds(of: person, in: db).map {
            switch $0 {
            case .email: .email
            case .wechat: .wechat
            }
        }
        let isDigest =
            try !message.isUrgent && ways.isEmpty && rules.flag(.staffTexts) && !stillNews([message]).isEmpty
        if message.isUrgent || isDigest {
            let phone: [UInt8]? = try db.value(
                "SELECT phone_sealed FROM person WHERE id = \(person) AND phone_verified_at IS NOT NULL")
            if phone != nil { ways.append(.sms) }
        }
        return ways
    }

    /// What she has not read meanwhile, and what no text message told her at once.
    private func stillNews(_ messages: [StoredMessage]) throws -> [StoredMessage] {
        let texted = try MessageTable.texted(among: messages.map(\.id), in: db)
        return messages.filter { $0.readAt == nil && !texted.contains($0.id) }
    }

    /// Who looks after it: the station that stands by the reporter, or the petition department once it has the matter.
    private func place(of message: StoredMessage) -> SendingTable.Place {
        var place = SendingTable.Place(area: message.area)
        switch message.recipient {
        case .person: break
        case .reporter:
            place.organ = message.matter?.petitionOffice
            if place.organ == nil { place.station = message.matter?.station }
        case .address: place.station = caller(of: message)
        }
        return place
    }

    private func caller(of message: StoredMessage) -> StationID? {
        message.matter?.station ?? snapshot.atlas.stationFor(message.area, at: now)?.id
    }
}
