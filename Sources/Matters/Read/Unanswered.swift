import Database
import Domain

/// 超过期限没有答复群众的 (row 40), as a condition on `matter m`.
struct Unanswered {
    let limit: AnswerLimit

    var condition: SQL {
        let waiting = MatterState.allCases.filter(\.isBeforeAnswer).map(\.rawValue)
        return """
            m.state IN \(list: waiting) AND m.is_delivered = 0
              AND (m.state NOT IN ('redirected', 'rejected') OR m.is_notice_given = 0)
              AND m.registered_at < CASE WHEN m.is_wide = 1 THEN \(limit.wide) ELSE \(limit.ordinary) END
            """
    }
}
