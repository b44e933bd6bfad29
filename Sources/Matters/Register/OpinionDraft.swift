import Domain
import Files

/// What somebody says, checked and ready to be registered. It cannot be wrong any more.
package struct OpinionDraft: Sendable {
    /// The place it is about.
    package var area: DivisionID
    /// The station at which it was said, when one was named.
    package var station: StationID?
    package var words: String
    /// Where exactly, in the person's words; may be empty.
    package var place: String
    package var channel: Channel
    /// 「反映的是本站、本乡镇的人或单位吗？」 Yes: neither the station sees it nor anybody of the place.
    package var isBypassed: Bool
    /// Whom an earlier matter by-passed, its successor does too.
    package var lowestLevel: Level
    package var reporter: ReporterDraft
    /// The deputy who should hear it, where one was asked for by name; who supervises it is named later.
    package var wantedDeputy: PersonID?
    /// Photos and a recording, kept already; they are named together with the matter.
    package var files: [FileDraft] = []
    /// Set when somebody else writes it down.
    package var onBehalf: Attestation?
    /// The closed matter whose trouble is back.
    package var relapseOf: MatterID?

    package init(
        area: DivisionID, station: StationID? = nil, words: String, place: String = "", channel: Channel,
        isBypassed: Bool = false, lowestLevel: Level = .township, reporter: ReporterDraft = ReporterDraft(),
        wantedDeputy: PersonID? = nil, onBehalf: Attestation? = nil,
        relapseOf: MatterID? = nil
    ) {
        self.area = area
        self.station = station
        self.words = words
        self.place = place
        self.channel = channel
        self.isBypassed = isBypassed
        self.lowestLevel = lowestLevel
        self.reporter = reporter
        self.wantedDeputy = wantedDeputy
        self.onBehalf = onBehalf
        self.relapseOf = relapseOf
    }
}

/// Who speaks, as far as the person says so. All of it may be left out.
package struct ReporterDraft: Sendable {
    package var name: Sensitive<String>?
    package var phone: Sensitive<String>?
    package var address: Sensitive<String>?
    /// The handler may learn who asked.
    package var mayBeNamed: Bool
    /// How she wishes to be told; nil where it was not asked.
    package var toldBy: ReporterChannel.Way?
    /// Of a child under fourteen: who agreed for it (个人信息保护法 31). Without one nothing of a child is kept.
    package var guardian: Sensitive<String>?

    package var isMinor: Bool { guardian != nil }

    package init(
        name: Sensitive<String>? = nil, phone: Sensitive<String>? = nil, address: Sensitive<String>? = nil,
        mayBeNamed: Bool = false, toldBy: ReporterChannel.Way? = nil, guardian: Sensitive<String>? = nil
    ) {
        self.name = name
        self.phone = phone
        self.address = address
        // A child's name goes to no office that handles the matter.
        self.mayBeNamed = mayBeNamed && guardian == nil
        self.toldBy = toldBy
        self.guardian = guardian
    }
}

/// 代录、代填: who spoke, how it was heard, and that it was read back and agreed; for a handler the stamped letter, for a
/// supervising deputy the call or the paper.
package struct Attestation: Hashable, Sendable {
    package enum Speaker: String, Sendable {
        case reporter, handler, deputy
    }

    package var speaker: Speaker
    package var channel: Channel
    /// When it was heard or came in, where that was another day.
    package var heardOn: Day?
    /// The document number and the signer of a letter, empty for a reporter and for a call.
    package var document: String
    package var signer: String

    package init(
        speaker: Speaker, channel: Channel, heardOn: Day? = nil, document: String = "", signer: String = ""
    ) {
        self.speaker = speaker
        self.channel = channel
        self.heardOn = heardOn
        self.document = document
        self.signer = signer
    }
}
