import Database
import Directory
import Domain

/// One matter as one person may see it, ready to be drawn. Whatever this person must not know is not in it.
struct ShownMatter: Sendable {
    /// What the rules look at; a page draws no words out of it.
    var matter: Matter
    var sortKey: Int64
    var view: MatterView
    var relations: Set<Relation>
    /// What this person may do now, in the order of `Act.allCases`.
    var acts: [Act]

    var channel: Channel
    /// Of a petition just that it is one.
    var title: String
    /// The person's own words where the person herself is shown, else the masked ones; "" on a slip.
    var words: String
    /// Where exactly, as far as it was said; "" on a slip.
    var place: String
    /// The reporter; nil for those who must not know who it is.
    var reporter: ShownReporter?

    var division: Division
    var station: Station
    /// Who has it now; nil when nothing is owed any more.
    var holder: ShownHolder?
    var names: ShownNames
    /// What its supervising deputy leads, if anything.
    var organLed: OrganID?
    var links: ShownLinks
    /// Oldest first.
    var events: [ShownEvent]
    var publication: ShownPublication?
    /// 附议: how many others are troubled by it.
    var supports: Int
    /// How many of them left a telephone, each telephone once.
    var supportsByTelephone: Int
    /// The deputy whom the reporter wished to hear it.
    var wantedDeputy: String?
    /// Photos, voice and documents, in the order in which they came.
    var files: [ShownFile] = []
    /// 代办异议 that wait for a decision, and whether anything was done in somebody's name at all.
    var openDisputes = 0
    var hasBehalfActs = false

    var supervisorName: String? { names.supervisor }
    var leadHandlerName: String? { names.leadHandler }
    var assigningOfficeName: String? { names.assigningOffice }
    var leadNumber: MatterNumber? { links.lead }
    var mergedNumbers: [MatterNumber] { links.merged }
    var relapseOf: MatterNumber? { links.relapseOf }

    /// The reporter looks at her own matter: neighbourly words, and only the events she is told of.
    var isForReporter: Bool { relations.contains(.reporter) }
}

/// Whom to call about it.
struct ShownHolder: Hashable, Sendable {
    var name: String
    var phone: String
    var hours: String
    /// The deputy who has it on the desk, where one has.
    var deputy: String?
}

/// Who spoke, with what was left to be reached.
struct ShownReporter: Hashable, Sendable {
    var name: Sensitive<String>?
    var phone: Sensitive<String>?
    var address: Sensitive<String>?
    /// The handler may learn who asked.
    var mayBeNamed: Bool
    var isMinor: Bool
    /// How she wishes to be told; nil where she chose nothing.
    var toldBy: ReporterChannel.Way?
    /// Who agreed for a child.
    var guardian: Sensitive<String>?
}

/// Who takes part, by name.
struct ShownNames: Hashable, Sendable {
    var supervisor: String?
    var assigningOffice: String?
    var leadHandler: String?
    var distributor: String?
    var coHandlers: [String] = []
    var petitionOffice: String?
}

/// Other matters that belong to it. A reporter sees no other person's number.
struct ShownLinks: Hashable, Sendable {
    var lead: MatterNumber?
    var merged: [MatterNumber] = []
    var relapseOf: MatterNumber?
}

/// The reviewed summary: all that is public of it.
struct ShownPublication: Hashable, Sendable {
    var title: String
    var summary: String
    var answer: String
    var publisher: String
    var at: Instant
}
