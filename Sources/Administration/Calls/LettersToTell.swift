import Database
import Domain
import Outbox

/// What the list of calls must know of the matters of its letters: whether somebody is to come (上门), and which paper
/// may be written about it now. One statement for a page, none where there are calls only.
struct LettersToTell {
    private var visits: Set<MatterID> = []
    private var states: [MatterID: MatterState] = [:]

    init(_ contents: [SendingContent], in db: Transaction) throws {
        let matters = contents.filter { $0.channel == .letter }.compactMap(\.lead.matter?.id)
        guard !matters.isEmpty else { return }
        let rows = try db.rows(
            """
            SELECT m.id, m.state, (SELECT c.channel FROM reporter_channel c WHERE c.matter = m.id)
            FROM matter m WHERE m.id IN \(list: matters)
            """)
        for row in rows {
            let id: MatterID = try row[0]
            states[id] = MatterState(rawValue: try row[1])
            if try (row[2] as String?) == "visit" { visits.insert(id) }
        }
    }

    /// A letter to whoever chose a visit is one that somebody brings.
    func wantsVisit(_ content: SendingContent) -> Bool {
        content.channel == .letter && content.lead.matter.map { visits.contains($0.id) } ?? false
    }

    func paper(_ content: SendingContent) -> Letter? {
        guard content.channel == .letter, content.station != nil, let id = content.lead.matter?.id,
            let state = states[id], let letter = Self.paper(content.lead.kind),
            letter.rule?.states.contains(state) == true
        else { return nil }
        return letter
    }

    private static func paper(_ kind: MessageKind) -> Letter? {
        switch kind {
        case .answered: .answer
        case .redirected: .redirection
        case .rejected: .rejection
        case .receipt, .accepted, .merged, .assigned, .submittedUp, .dateStated, .delayed, .overdue, .promiseDue,
            .revisitAsked, .referred, .closed, .supervisorNamed, .supervisorWaits, .handlerAssigned, .handlerDueSoon,
            .handlerDueToday, .handlerOverdue, .holderWaits, .silencePassed, .doneOnYourBehalf, .followConfirm,
            .followedNews, .receptionSoon, .bookingRequested, .bookingConfirmed, .bookingSoon, .bookingCancelled,
            .signInCode, .addressCode, .oneTimeLink, .stuckList:
            nil
        }
    }
}
