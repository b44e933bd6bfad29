import Domain
import Web

/// How the pages of offices put moments, states and time limits.
enum StaffWords {
    /// `5月25日 09:05`.
    static func moment(_ instant: Instant, from today: Day) -> String {
        let day = Day(of: instant)
        let minutes = (instant.ms - day.start.ms) / 60_000
        return "\(day.chinese(from: today)) \(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    static func state(_ state: MatterState) -> HTML {
        StatusLabel(StateWords.label(state), tone(of: state)).html
    }

    /// `■ 已超期`, `▲ 今天到期`; nothing while there is time.
    static func alarm(dueOn: Day?, isOverdue: Bool, today: Day) -> HTML {
        guard let dueOn else { return HTML() }
        if isOverdue { return StatusLabel("已超期", .late).html }
        if dueOn <= today { return StatusLabel("今天到期", .soon).html }
        return HTML()
    }

    private static func tone(of state: MatterState) -> StatusLabel.Tone {
        switch state {
        case .registered, .answeredOnSpot, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied,
            .promised, .answered, .rated, .rework, .jointReview, .contested:
            .running
        case .referred, .redirected, .rejected, .merged, .withdrawn: .calm
        case .closed: .done
        }
    }

    private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension MatterNumber {
    /// The staff's page of the matter.
    var staffAddress: Address { Address("/matters/" + text) }
}

extension AppContext {
    /// The act that has just been done, said once on the page it led to.
    func justDone(_ query: FormBody, of number: MatterNumber?) -> HTML {
        guard let act = query["done"].flatMap(Act.init(noun:)) else { return HTML() }
        let accepted = number.map { FormParts.accepted(KeptWords.staff($0, act)) } ?? HTML()
        return "\(Notice.done("<p>\(ActWords(act).done)</p>"))\(accepted)"
    }
}
