/// The texts that hold where no place wrote its own: number, station, what comes next and by when. Never a title, a
/// name or anybody's words, because a telephone lies on a table where others read it too.
package enum BuiltInText {
    /// The text of a kind as it goes by one way.
    package static func text(_ kind: MessageKind, by channel: ChannelKind) -> String {
        let body = body(kind)
        switch channel {
        case .sms, .wechat, .inbox: return body
        case .email: return "您好：\n\n\(body)\n\n{station}[，电话 {phone}]\n这封邮件由系统发出，请不要直接回复。"
        case .call: return "您好，这里是{station}。\(body)"
        case .letter: return "您好：\n\n\(body)\n\n{station}[\n电话：{phone}]"
        }
    }

    private static func body(_ kind: MessageKind) -> String {
        switch kind {
        case .receipt: matter("已经记下，由{station}负责[，最迟 {day} 前给您第一次回音]。[有疑问请打 {phone}。]")
        case .accepted: matter("有新进展：已经确定要办[，最迟 {day} 前告诉您由谁来办]。")
        case .merged: matter("有新进展：和别人说的同样的事放在一起办[，现在由{holder}负责][，最迟 {day} 前有下一步消息]。")
        case .assigned: matter("有新进展：已经有单位来办[（{holder}）][，最迟 {day} 前给您答复]。")
        case .submittedUp: matter("有新进展：已经请上一级来定[（{holder}）][，最迟 {day} 前有结果]。")
        case .dateStated: matter("有新进展：办理单位说了日子[，最迟 {day} 前给您答复]。")
        case .delayed: matter("有新进展：要比原来说的晚一些[，改到 {day} 前]，新的安排写在页面上。")
        case .overdue: matter("有新进展：到了说好的日子还没有结果[，现在由{holder}负责]，已经记下并催办。[要问请打 {phone}。]")
        case .answered: matter("有新进展：有了答复。请看一看解决了没有，再告诉我们满意不满意[，请在 {day} 前]。")
        case .promiseDue: matter("有新进展：答应您的日子到了[（{day}）]，请看一看做到没有。")
        case .revisitAsked: matter("想听听您满意不满意[，请在 {day} 前告诉我们]，也可以等我们打电话来问。")
        case .referred: matter("有新进展：按规定转给了信访部门，他们会书面告诉您[，最迟 {day} 前]。")
        case .redirected: matter("有新进展：这件事归别的部门管，找谁、怎么找、带什么都写在页面上。")
        case .rejected: matter("有新进展：这里办不了，理由写在页面上。不同意的可以提出来，请上一级再看一次[，请在 {day} 前]。")
        case .closed: matter("已经了结。以后又出现，可以在页面上点“又出现了”。")
        case .doneOnYourBehalf: matter("刚刚有人按您的意思替您登记了一步[（{act}）]。不是您的意思，请[在 {day} 前]告诉我们[，电话 {phone}]。")
        case .followConfirm: "有人留了这个地址，想收到{station}的公开消息。是您本人，请打开 {link} 确认；不是，不用管。"
        case .followedNews: "您关注的有新进展。[查看：{link}][不想再收到：{stop}]"
        case .receptionSoon: "{station}[ {day}][ {time}]有代表接待群众。[查看：{link}]"
        case .bookingRequested: "{station}有一个新的预约[，时间 {day}][ {time}]，请定下来。[查看：{link}]"
        case .bookingConfirmed:
            "您在{station}的预约定好了[，时间 {day}][ {time}][，地址：{place}]。来不了请早点告诉我们[，电话 {phone}][，取消要用的号码 {code}]。[查看：{link}]"
        case .bookingSoon: "提醒您：在{station}的预约快到了[，时间 {day}][ {time}][，地址：{place}]。来不了请早点告诉我们[，电话 {phone}]。[查看：{link}]"
        case .bookingCancelled: "您在{station}的预约取消了[，原定 {day}][ {time}]。要换个时间请打开页面或打电话[ {phone}]。[查看：{link}]"
        case .signInCode: "登录验证码 {code}[，{minutes} 分钟内有效]。谁向您要这个码都不要给。"
        case .addressCode: "验证码 {code}，30 分钟内有效，用来确认这个邮箱或号码是您的。不是您本人操作，不用管。"
        case .oneTimeLink: "[编号 {number}：][{asked}。]请打开 {link} ，只能用一次，请不要转发。"
        case .supervisorNamed: office("请您督办[，需要推辞的请在 {day} 前说明]。")
        case .supervisorWaits: office("等您处理[，最迟 {day}]。")
        case .handlerAssigned: office("交给本单位办理，请接收[，最迟 {day} 前答复]。")
        case .handlerDueSoon: office("快到期了[，最迟 {day}]，请尽快答复。")
        case .handlerDueToday: office("今天到期，请今天答复。")
        case .handlerOverdue: office("超过了期限[（应于 {day} 前）]，请马上答复并说明原因。")
        case .holderWaits: office("等您这里处理[，最迟 {day}]。")
        case .silencePassed: office("到了期限还没有人处理[，现在转到{holder}]。请打开看一看：归您办的请马上办，归别人办的请催一催。")
        case .stuckList: "有 {count} 条消息没有送到，要人看一看。[查看：{link}]"
        }
    }

    private static func matter(_ news: String) -> String { "编号 {number} 的事\(news)[查看：{link}]" }

    private static func office(_ news: String) -> String { "编号 {number} \(news)[查看：{link}]" }
}
