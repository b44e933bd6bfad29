import Database
import Domain
import Record

/// What one visitor said, for whoever registers matters: Stations does not write them itself.
package struct Voice: Sendable {
    /// What was answered on the spot, by whom, in words.
    package struct Answer: Sendable {
        /// `代表张秀英`, `榆次区交通运输局`.
        package var who: String
        package var words: String

        package init(who: String, words: String) {
            self.who = who
            self.words = words
        }
    }

    /// How somebody who was at the station or at home can be told what became of it.
    package enum Way: String, CaseIterable, Sendable {
        case sms, call, visit, letter
        case none
    }

    package var area: DivisionID
    package var station: StationID
    package var channel: Channel
    package var words: String
    package var name: Sensitive<String>?
    package var phone: Sensitive<String>?
    /// Where the visitor lives: the village, or house and street where she is to be told there.
    package var address: Sensitive<String>?
    /// How she wishes to be told; nil where it was not asked.
    package var toldBy: Way?
    /// Of a child under fourteen: who agreed for it. Without one nothing of a child is kept.
    package var guardian: Sensitive<String>?
    /// About the station's own people: those above hold it.
    package var isBypassed: Bool
    package var commonality: Triage.Commonality
    package var category: Domain.Category?
    package var answer: Answer?
    /// The visitor is content with the answer and leaves it there.
    package var isContent: Bool

    package init(
        area: DivisionID, station: StationID, channel: Channel, words: String, name: Sensitive<String>? = nil,
        phone: Sensitive<String>? = nil, address: Sensitive<String>? = nil, toldBy: Way? = nil,
        guardian: Sensitive<String>? = nil, isBypassed: Bool = false, commonality: Triage.Commonality,
        category: Domain.Category? = nil, answer: Answer? = nil, isContent: Bool = false
    ) {
        self.area = area
        self.station = station
        self.channel = channel
        self.words = words
        self.name = name
        self.phone = phone
        self.address = address
        self.toldBy = toldBy
        self.guardian = guardian
        self.isBypassed = isBypassed
        self.commonality = commonality
        self.category = category
        self.answer = answer
        self.isContent = isContent
    }
}

/// What a visitor takes home: number and query code, shown this once.
package struct RegisteredVoice: Sendable {
    package var matter: MatterID
    package var number: String
    package var code: String
    package var station: StationID
    package var dueOn: Day?

    package init(matter: MatterID, number: String, code: String, station: StationID, dueOn: Day?) {
        self.matter = matter
        self.number = number
        self.code = code
        self.station = station
        self.dueOn = dueOn
    }
}

/// Registers a visitor's words within the caller's write, with what was answered on the spot.
package typealias RegisterVoice =
    @Sendable (Transaction, Voice, Principal.Signed, Instant, inout IDs) throws -> RegisteredVoice
