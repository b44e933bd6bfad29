/// 件件有回音 (row 40): how long ago a matter must have been registered for its missing answer to be too late. As long as
/// the law lets an answer take from the assignment, three months, six for what is wide (代表法 51), counted here from the
/// day on which somebody said it, which is the day that she counts from.
package struct AnswerLimit: Hashable, Sendable {
    /// Registered before this.
    package var ordinary: Instant
    package var wide: Instant
    /// `3 个月（涉及面广的 6 个月）`
    package var chinese: String
}

extension Rules {
    /// As it stands on the day of these rules.
    package var answerLimit: AnswerLimit {
        let (ordinary, wide) = (rule(.handleCap), rule(.handleCapWide))
        return AnswerLimit(
            ordinary: firstStart(stillRunning: ordinary).start, wide: firstStart(stillRunning: wide).start,
            chinese: "\(ordinary.chinese)（涉及面广的 \(wide.chinese)）")
    }

    /// The first day from which a time that began then has not passed. Whatever begins later ends later, so halving
    /// finds it.
    private func firstStart(stillRunning rule: DeadlineRule) -> Day {
        // Further back than the longest rule reaches.
        var (over, running) = (day.adding(days: -2_200), day)
        while over.adding(days: 1) < running {
            let middle = over.adding(days: Int((running.number - over.number) / 2))
            if calendar.deadline(rule, from: middle).dueOn < day { over = middle } else { running = middle }
        }
        return running
    }
}

extension MatterState {
    /// The reporter has been told nothing of the outcome: no answer, and for what is pointed elsewhere no notice.
    package var isBeforeAnswer: Bool {
        switch self {
        case .registered, .accepted, .submittedUp, .assigned, .objected, .inHandling, .replied, .rework, .redirected,
            .rejected, .merged:
            true
        case .answeredOnSpot, .promised, .answered, .rated, .jointReview, .contested, .referred, .withdrawn, .closed:
            false
        }
    }
}
