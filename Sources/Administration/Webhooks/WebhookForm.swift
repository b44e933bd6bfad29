import Domain
import Outbox
import Web

/// A receiver as somebody typed it, ready to be saved.
struct WebhookDraft: Sendable {
    var name: String
    var address: WebhookAddress
    var map: WebhookMap
    var topics: Set<WebhookTopic>

    init(_ context: AppContext, allowsPrivate: Bool) throws(FormErrors) {
        var reader = context.reader
        let name = reader.text("name", "对方的名称", most: 60)
        let typed = reader.text("address", "接收地址", most: 500)
        let map = reader.choice("map", "字段", as: WebhookMap.self)
        let topics = Set(context.form.all("topic").compactMap(WebhookTopic.init).filter { $0 != .trial })
        if topics.isEmpty { reader.add("topic", "请至少选一项要通知的事") }
        let address = WebhookAddress(typed, allowsPrivate: allowsPrivate)
        if !typed.isEmpty, address == nil {
            reader.add(
                "address", allowsPrivate ? "地址不对，应当以 http:// 或 https:// 开头，不能带用户名和密码" : "地址不对，应当以 https:// 开头，不能带用户名和密码"
            )
        }
        try reader.finish()
        guard let address, let map else { throw FormErrors("address", "请填写接收地址") }
        self.name = name
        self.address = address
        self.map = map
        self.topics = topics
    }
}

/// The fields that a new receiver and a changed one share.
struct WebhookFields {
    let parts: FormParts
    let webhook: Webhook?
    let allowsPrivate: Bool

    var html: HTML {
        """
        \(parts.textField("name", "对方的名称", value: webhook?.name ?? "", notes: "例如：市 12345 热线、区网格平台"))
        \(parts.textField(
            "address", "接收地址", value: webhook?.address.text ?? "",
            notes: FieldNotes(hint: allowsPrivate ? "http:// 或 https:// 开头" : "https:// 开头；内部网络的地址要先由运维允许")))
        \(parts.radios(
            "map", "用哪一套字段", WebhookMap.allCases.map { Choice($0.rawValue, $0.chinese) },
            chosen: webhook?.map.rawValue ?? WebhookMap.native.rawValue))
        \(parts.checkboxes(
            "topic", "哪些事要通知对方", WebhookTopic.choices.map { Choice($0.rawValue, $0.chinese) },
            chosen: Set((webhook?.topics ?? Set(WebhookTopic.choices)).map(\.rawValue))))
        <p class="hint">只发编号、环节、状态、类别、地区、承办单位和期限；不发反映人、原话和附件。信访件和绕开本级的件不发。</p>
        """
    }
}
