import Domain

/// What a text of a place must keep to before it is taken.
package enum TextCheck {
    /// Words of offices that say nothing to a neighbour.
    package static let officeWords = ["受理", "交办", "承办", "办结", "归档"]

    private static let most = 1000
    private static let mostOfMessage = 300

    /// Throws what is wrong with it, at the form's field.
    package static func check(
        _ text: String, of kind: MessageKind, by channel: ChannelKind, field: String = "text"
    ) throws(FormErrors) {
        var errors = FormErrors()
        let most = channel == .sms || channel == .wechat ? mostOfMessage : most
        if text.count > most { errors.add(field, "文字太长：现在 \(text.count) 字，最多 \(most) 字") }
        switch Result(catching: { () throws(MessageText.Fault) in try MessageText(text) }) {
        case .success(let read):
            for missing in needed(by: kind) where !read.usedPlaces.contains(missing) {
                errors.add(field, "少了 {\(missing)}：没有它，收到的人什么也做不了")
            }
        case .failure(.bracket(let sign)):
            errors.add(field, "括号 \(sign) 没有配对，或者方括号套了方括号")
        case .failure(.unknownPlace(let name)):
            let known = MessageText.places.map { "{\($0.name)}" }.joined(separator: " ")
            errors.add(field, "没有 {\(name)} 这一项，可以用的有 \(known)。事情的题目和人的姓名不能写进消息")
        }
        for word in officeWords where kind.audience == .resident && text.contains(word) {
            errors.add(field, "给群众的消息里不用“\(word)”，请换成邻居听得懂的话")
        }
        if !errors.isEmpty { throw errors }
    }

    private static func needed(by kind: MessageKind) -> [String] {
        switch kind {
        case .signInCode, .addressCode: ["code"]
        case .oneTimeLink, .followConfirm: ["link"]
        case .receipt, .accepted, .merged, .assigned, .submittedUp, .dateStated, .delayed, .overdue, .answered,
            .promiseDue, .revisitAsked, .referred, .redirected, .rejected, .closed, .supervisorNamed, .supervisorWaits,
            .handlerAssigned, .handlerDueSoon, .handlerDueToday, .handlerOverdue, .holderWaits, .silencePassed,
            .doneOnYourBehalf:
            ["number"]
        case .followedNews, .receptionSoon, .bookingRequested, .bookingConfirmed, .bookingSoon, .bookingCancelled,
            .stuckList:
            []
        }
    }
}
