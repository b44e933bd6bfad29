import Directory
import Domain

/// Turns messages into words.
package struct Composer: Sendable {
    private static let mostTold = 20

    let atlas: Atlas
    let site: String
    let book: TemplateBook

    package init(atlas: Atlas, site: String, book: TemplateBook) {
        self.atlas = atlas
        self.site = site
        self.book = book
    }

    /// The words of a sending, with the text they were made from where it is a single one.
    package struct Composed: Hashable, Sendable {
        package var subject: String
        package var text: String
        package var template: Int64?
        /// The address that belongs to it, for ways that carry it beside the text.
        package var link: String?
    }

    /// What a sending said when it left, or says now if it has not.
    package func compose(_ content: SendingContent, hidesSecrets: Bool) -> Composed {
        guard content.messages.count == 1, content.state == .sent || content.state == .done else {
            return compose(content.messages, by: content.channel, hidesSecrets: hidesSecrets)
        }
        let kept = content.template.flatMap(book.template)
        let used = TemplateBook.Found(
            text: kept?.text ?? BuiltInText.text(content.lead.kind, by: content.channel), template: kept)
        return single(content.lead, by: content.channel, hidesSecrets: hidesSecrets, used: used)
    }

    /// What a sending says; several messages become one.
    package func compose(_ messages: [StoredMessage], by channel: ChannelKind, hidesSecrets: Bool = false) -> Composed {
        guard messages.count > 1 else { return single(messages[0], by: channel, hidesSecrets: hidesSecrets) }
        let lines = messages.prefix(Self.mostTold).enumerated().map { index, message in
            "\(index + 1). " + single(message, by: .inbox, hidesSecrets: hidesSecrets).text
        }
        let more = messages.count > Self.mostTold ? ["……共 \(messages.count) 件，其余请看站内消息。"] : []
        let link = site + "/inbox"
        let text =
            switch channel {
            case .wechat: "有 \(messages.count) 件事有新进展，请打开查看。"
            // One part where it can be: what is in it stands behind the sign-in.
            case .sms: "代表联络站提醒：有 \(messages.count) 条消息等您看，请登录处理：\(link)"
            case .inbox, .email, .call, .letter:
                (["您好，有 \(messages.count) 件事有新进展：", ""] + lines + more + ["", "全部消息：\(link)"])
                    .joined(separator: "\n")
            }
        return Composed(subject: "有 \(messages.count) 件事有新进展", text: text, link: link)
    }

    /// One message in the words of its place; `hidesSecrets` for those who look over somebody's shoulder.
    package func single(
        _ message: StoredMessage, by channel: ChannelKind, hidesSecrets: Bool = false,
        used: TemplateBook.Found? = nil
    ) -> Composed {
        let found = used ?? book.text(message.kind, by: channel, along: atlas.lineage(of: message.area).map(\.id))
        var values = self.values(of: message, by: channel)
        if hidesSecrets {
            for name in ["code", "link", "stop"] where message.values[name] != nil { values[name] = "••••" }
        }
        // A text that was checked can be read again; should the rules have changed since, the built-in one stands in.
        let text = filled(found.text, values) ?? filled(BuiltInText.text(message.kind, by: channel), values) ?? ""
        return Composed(
            subject: filled(message.kind.subject, values) ?? message.kind.chinese, text: text,
            template: found.template?.id, link: values["link"])
    }

    private func filled(_ text: String, _ values: [String: String]) -> String? {
        (try? MessageText(text)).map { $0.filled(with: values) }
    }

    /// What the message brought, and what is the same for all: number, station, telephone, address.
    func values(of message: StoredMessage, by channel: ChannelKind) -> [String: String] {
        var values = message.values.filter { !$0.value.isEmpty }
        let station = message.matter.flatMap { atlas.station($0.station) } ?? atlas.stations(in: message.area).first
        if values["number"] == nil { values["number"] = message.matter?.number }
        if values["station"] == nil { values["station"] = station?.name ?? atlas.fullName(of: message.area) }
        if values["phone"] == nil, let phone = station?.phone, !phone.isEmpty { values["phone"] = phone }
        values["link"] = link(values["link"], of: message)
        // Nobody can read an address out on the telephone, and in the inbox it stands beside the text.
        if channel == .call || (channel == .inbox && !message.kind.holdsSecret) { values["link"] = nil }
        return values
    }

    private func link(_ given: String?, of message: StoredMessage) -> String? {
        if let given { return given.hasPrefix("/") ? site + given : given }
        switch message.recipient {
        case .reporter: return site + "/my"
        case .person: return site + (message.matter.map { "/matters/" + $0.number } ?? "/today")
        case .address: return nil
        }
    }
}
