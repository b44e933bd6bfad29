/// 事项: what somebody said, until it is answered, asked back and judged. Everything the rules look at and nothing else;
/// words and names lie in the record.
package struct Matter: Hashable, Sendable {
    package let id: MatterID
    package let number: MatterNumber
    package let registeredAt: Instant
    /// The place it is about.
    package let area: DivisionID
    /// Nobody below this level sees it or decides on it: the town as a rule; the level above, at least the county,
    /// when it is about the station's or the place's own people.
    package let lowestLevel: Level
    /// The reporter left a telephone; without one a second channel must be tried.
    package let hasTelephone: Bool

    /// How many events there are; a form made for another version is stale.
    package var version: Int64
    package var state: MatterState
    package var holder: Holder?
    package var onDuty: OnDuty
    /// The station that speaks with the reporter.
    package var station: StationID
    /// The office that decides on it at its present level.
    package var assigningOffice: OrganID?
    package var level: Level
    package var triage: Triage?
    /// 督办代表, as a person.
    package var supervisor: PersonID?
    package var handling: Handling
    package var answering: Answering
    /// The matter into which this one was merged, and where it stood.
    package var lead: MatterID?
    package var stateBeforeMerger: MatterState?
    package var closure: Closure?
    package var closedOn: Day?
    package var timesContested: Int
    package var isArchived: Bool
    package var isPublished: Bool
    package var petitionOffice: OrganID?
    package var clocks: [Clock]

    package init(
        id: MatterID, number: MatterNumber, registeredAt: Instant, area: DivisionID, lowestLevel: Level,
        hasTelephone: Bool, version: Int64, state: MatterState, holder: Holder?, onDuty: OnDuty, station: StationID,
        assigningOffice: OrganID?, level: Level, triage: Triage?, supervisor: PersonID?, handling: Handling,
        answering: Answering, lead: MatterID?, stateBeforeMerger: MatterState?, closure: Closure?, closedOn: Day?,
        timesContested: Int, isArchived: Bool, isPublished: Bool, petitionOffice: OrganID?, clocks: [Clock]
    ) {
        self.id = id
        self.number = number
        self.registeredAt = registeredAt
        self.area = area
        self.lowestLevel = lowestLevel
        self.hasTelephone = hasTelephone
        self.version = version
        self.state = state
        self.holder = holder
        self.onDuty = onDuty
        self.station = station
        self.assigningOffice = assigningOffice
        self.level = level
        self.triage = triage
        self.supervisor = supervisor
        self.handling = handling
        self.answering = answering
        self.lead = lead
        self.stateBeforeMerger = stateBeforeMerger
        self.closure = closure
        self.closedOn = closedOn
        self.timesContested = timesContested
        self.isArchived = isArchived
        self.isPublished = isPublished
        self.petitionOffice = petitionOffice
        self.clocks = clocks
    }

    /// What became of it at the handling organs.
    package struct Handling: Hashable, Sendable {
        package var lead: OrganID?
        package var coHandlers: [OrganID] = []
        /// The government office through which it went to a bureau.
        package var distributor: OrganID?
        /// 交办之日: from here the handling clock runs, whoever handles it later.
        package var assignedOn: Day?
        /// Wide or difficult: six months at most instead of three (代表法 51).
        package var isWide = false
        package var objections = 0
        package var `extension` = Extension.none
        /// 承诺日期 stated by the handler.
        package var statedOn: Day?
        package var outcome: Outcome?
        package var promisedOn: Day?
        package var reworks = 0
        package var supervisionLevel = 0

        package init() {}
    }

    /// What was told to the reporter and what the reporter said to it.
    package struct Answering: Hashable, Sendable {
        package var isReplyChecked = false
        /// Returned once as perfunctory; a second reply must be passed or answered for.
        package var wasReturned = false
        /// The reporter has this matter's own answer.
        package var isDelivered = false
        package var isNoticeGiven = false
        package var tries: [RevisitTry] = []
        package var grade: Grade?
        package var source: RatingSource?
        package var dissatisfactions = 0

        package init() {}
    }

    /// The earliest end of its running clocks; nil only when nothing is owed.
    package var dueAt: Instant? { clocks.filter { !$0.kind.isOnlyARight }.map(\.dueAt).min() }

    package func isOverdue(at now: Instant) -> Bool { dueAt.map { now > $0 } ?? false }

    package func clock(_ kind: ClockKind) -> Clock? { clocks.first { $0.kind == kind } }

    /// 绕开本级: kept from whom it is about.
    package var isBypassed: Bool { lowestLevel > .township }

    /// Three months at most, six for what is wide or difficult (代表法 51).
    var handlingCap: PolicyKey { handling.isWide ? .handleCapWide : .handleCap }

    /// The clock of its state, of which there is always one while it is open.
    package var mainClock: Clock? {
        clocks.first { state.mainClocks.contains($0.kind) }
    }
}
