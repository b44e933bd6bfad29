/// Papers that leave an organ in the course of a matter.
package enum Letter: String, CaseIterable, Sendable {
    /// To the reporter: what was taken in, what was told, why not.
    case receipt, acceptance, answer, redirection, rejection, petitionNotice
    /// Between organs.
    case assignment, elevation, returnDown, objection, extensionRequest, reply, coHandlerOpinion
    case petitionSlip, urging, supervisionOrder
}

extension Wording {
    /// The heading of a letter of this organ.
    package func title(of letter: Letter) -> String {
        switch letter {
        case .receipt: "意见登记回执"
        case .acceptance: "群众意见受理告知书"
        case .answer: "群众意见答复书"
        case .redirection: "有关事项告知书"
        case .rejection: "不予受理告知书"
        case .petitionNotice: "信访事项转送告知书"
        case .assignment: "群众意见\(assignVerb ?? "转办")通知单"
        case .elevation: "关于提请研究办理群众意见的报告"
        case .returnDown: "群众意见退回通知单"
        case .objection: "关于退回群众意见的申请"
        case .extensionRequest: "群众意见延期办理申请"
        case .reply: "关于群众意见办理情况的答复"
        case .coHandlerOpinion: "群众意见协办意见"
        case .petitionSlip: "信访事项转送单"
        case .urging: "群众意见催办单"
        case .supervisionOrder: "群众意见督办通知单"
        }
    }
}
