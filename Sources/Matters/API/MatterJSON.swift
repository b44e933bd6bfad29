import Directory
import Domain

/// A matter in an answer: as much of it as whoever asks may see.
struct MatterJSON: Encodable, Sendable {
    struct Named: Encodable, Sendable {
        var code: String
        var name: String
    }

    struct Contact: Encodable, Sendable {
        var name: String
        var phone: String
        var hours: String
        var deputy: String?
    }

    struct Reporter: Encodable, Sendable {
        var name: String?
        var phone: String?
        var address: String?
        var may_be_named: Bool
        var is_minor: Bool
    }

    struct Publication: Encodable, Sendable {
        var title: String
        var summary: String
        var answer: String
        var publisher: String
        var published_at: String
    }

    var number: String
    var state: String
    /// The state in a neighbour's sentence for the reporter, in the official term for offices.
    var state_name: String
    var version: Int64
    var allowed_actions: [String]
    /// The query code, in the answer to the registration and never again.
    var code: String?
    var title: String?
    var words: String?
    var place: String?
    var channel: String?
    var category: String?
    var division: Named?
    var station: Named?
    var holder: Contact?
    var registered_at: String
    var due_at: String?
    var clocks: [ClockJSON]?
    var supervisor: String?
    var assigning_office: String?
    var lead_handler: String?
    var distributor: String?
    var co_handlers: [String]?
    var reporter: Reporter?
    var lead: String?
    var merged: [String]?
    var relapse_of: String?
    var publication: Publication?
    var supports: Int?

    /// For somebody who may not see it any more after what she did: just what became of it.
    init(_ matter: Matter) {
        number = matter.number.text
        state = matter.state.rawValue
        state_name = StateWords.label(matter.state)
        version = matter.version
        allowed_actions = []
        registered_at = matter.registeredAt.rfc3339
    }

    init(_ shown: ShownMatter, code: QueryCode? = nil, calendar: WorkCalendar, today: Day) {
        self.init(shown.matter)
        let matter = shown.matter
        let clocks = shown.isForReporter ? matter.mainClock.map { [$0] } ?? [] : matter.clocks
        let dueOn = matter.mainClock?.deadline.dueOn
        if shown.isForReporter {
            state_name = StateWords.sentence(
                matter.state, holder: shown.holder?.name ?? "",
                due: dueOn.map { calendar.remaining(until: $0, from: today) })
        }
        allowed_actions = shown.acts.compactMap(\.noun)
        self.code = code?.digits
        title = shown.title
        words = shown.words
        place = shown.place
        channel = shown.channel.rawValue
        category = shown.view == .full ? matter.triage?.category.rawValue : nil
        division = Named(code: shown.division.key, name: shown.division.fullName)
        station = Named(code: shown.station.code, name: shown.station.name)
        holder = shown.holder.map { Contact(name: $0.name, phone: $0.phone, hours: $0.hours, deputy: $0.deputy) }
        due_at = matter.dueAt?.rfc3339
        self.clocks = clocks.map { ClockJSON($0) }
        fillPeople(shown)
    }

    private mutating func fillPeople(_ shown: ShownMatter) {
        supervisor = shown.supervisorName
        assigning_office = shown.assigningOfficeName
        lead_handler = shown.leadHandlerName
        distributor = shown.names.distributor
        co_handlers = shown.names.coHandlers
        reporter = shown.reporter.map {
            Reporter(
                name: $0.name?.opened, phone: $0.phone?.opened, address: $0.address?.opened,
                may_be_named: $0.mayBeNamed, is_minor: $0.isMinor)
        }
        lead = shown.leadNumber?.text
        merged = shown.mergedNumbers.map(\.text)
        relapse_of = shown.relapseOf?.text
        publication = shown.publication.map {
            Publication(
                title: $0.title, summary: $0.summary, answer: $0.answer, publisher: $0.publisher,
                published_at: $0.at.rfc3339)
        }
        supports = shown.supports
    }
}

/// A running time limit with its reason in words.
struct ClockJSON: Encodable, Sendable {
    var kind: String
    var name: String
    var started_on: String
    var due_on: String
    var due_at: String
    var explanation: String
    var is_provisional: Bool

    init(_ clock: Clock) {
        kind = clock.kind.rawValue
        name = clock.kind.chinese
        started_on = clock.deadline.startedOn.iso
        due_on = clock.deadline.dueOn.iso
        due_at = clock.dueAt.rfc3339
        explanation = clock.deadline.explanation
        is_provisional = clock.deadline.isProvisional
    }
}

/// An event in an answer.
struct EventJSON: Encodable, Sendable {
    struct Text: Encodable, Sendable {
        var label: String
        var text: String
    }

    var name: String
    var at: String
    var title: String
    var by: String
    var texts: [Text]
    var due_on: String?
    var is_own: Bool

    init(_ event: ShownEvent, isForReporter: Bool) {
        name = event.name
        at = event.at.rfc3339
        title = isForReporter ? event.residentTitle ?? event.title : event.title
        by = event.by
        texts = event.texts.map { Text(label: $0.label, text: $0.text) }
        due_on = event.due?.iso
        is_own = event.isOwn
    }
}
