import Domain
import Web

struct FollowView {
    let subject: FollowSubject?
    /// Somebody who has an inbox here.
    let isStaff: Bool
    let parts: FormParts

    var html: HTML {
        guard let subject else { return choice }
        return """
            \(parts.summary)
            <h1>\(title(subject))</h1>
            <p class="lead">\(subject.name)</p>
            <p>\(promise(subject))</p>
            \(parts.form(action: "/follow", submit: "发确认邮件", fields(subject)))
            \(if: isStaff, staff(subject))
            <p><a href="\(address: subject.address)">先看看现在的情况</a></p>
            """
    }

    private func title(_ subject: FollowSubject) -> String {
        switch subject {
        case .matter: "关注这件事"
        case .station: "关注这个联络站"
        case .area: "关注这个地方"
        case .category: "关注这一类事"
        }
    }

    private func promise(_ subject: FollowSubject) -> String {
        switch subject {
        case .matter: "这件事到了下一步、有了公开的答复，就发邮件告诉您。"
        case .station: "这个站公开了新的事、发了公告、安排了代表接待，就发邮件告诉您。"
        case .area: "这个地方公开了新的事、联络站发了公告、安排了代表接待，就发邮件告诉您。"
        case .category(_, let area): "\(area == nil ? "" : "这个地方")公开了这一类新的事，就发邮件告诉您。"
        }
    }

    private func fields(_ subject: FollowSubject) -> HTML {
        """
        \(each: subject.fields, { parts.hidden($0.name, $0.value) })
        \(parts.textField(
            "mailbox", "电子邮件地址", kind: .mailbox,
            notes: FieldNotes(hint: "不用注册。先发一封邮件，点了里面的链接才开始；每封邮件里都能取消", seenBy: "没有人，只用来发这些消息。")))
        """
    }

    private func staff(_ subject: FollowSubject) -> HTML {
        let own = subject.fields.reduce(Address("/follows")) { $0.with($1.name, $1.value) }
        return "<p>您已经登录：<a href=\"\(address: own)\">也可以放进站内消息</a></p>"
    }

    private var choice: HTML {
        """
        <h1>关注</h1>
        <p class="lead">有了新的公开消息，发邮件告诉您。不用注册，随时可以取消。</p>
        <h2>关注一类事</h2>
        \(parts.filter(action: "/follow", submit: "关注这一类", parts.select(
            "category", "哪一类", Domain.Category.allCases.map { Choice($0.rawValue, $0.chinese) })))
        <h2>关注一个地方、一个联络站或一件事</h2>
        <ul>
        <li><a href="/ledger">到公开台账里找一个地方或一件事</a>，打开后点“关注”</li>
        <li><a href="/stations">找一个联络站</a>，打开后点“关注”</li>
        </ul>
        """
    }

    static let sent: HTML = """
        <h1>请到邮箱里确认</h1>
        <p class="lead">如果这个邮箱还没有关注，刚才已经发出一封邮件。</p>
        <p>打开邮件里的链接，再点“确认关注”，才算开始。7 天里没有点，地址就删掉。</p>
        <p>没有收到？看看垃圾箱，或者过一会儿再试。</p>
        <p><a class="button" href="/ledger">回到公开台账</a></p>
        """
}
