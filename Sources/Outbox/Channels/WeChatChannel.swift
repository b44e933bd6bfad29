import Directory
import Domain
import Foundation

/// Template messages of a WeChat service account.
struct WeChatChannel: OutgoingChannel {
    /// A field of a template holds so many signs.
    private static let most = 20

    let settings: WeChatSettings
    private let token: WeChatToken

    init(_ settings: WeChatSettings, _ installation: Installation) {
        self.settings = settings
        token = WeChatToken(settings: settings, installation: installation)
    }

    var target: String { "wechat " + settings.appID }
    var isReal: Bool { true }
    var spoken: String { "微信服务号" }

    func send(_ message: OutgoingMessage) async -> SendResult {
        do {
            let first = try await token.current()
            if let result = await post(message, with: first) { return result }
            // Somebody else may have fetched a newer one, which ends this one.
            return await post(message, with: try await token.renewed(after: first)) ?? .failed("微信不认刚取的令牌")
        } catch let failure as WeChatToken.Failure {
            return failure.result
        } catch {
            return .failed("令牌没有取到")
        }
    }

    /// Nil when the token is not good any more.
    private func post(_ message: OutgoingMessage, with token: Sensitive<String>) async -> SendResult? {
        let url = settings.url + "/cgi-bin/message/template/send?access_token=" + token.opened
        let reply = await HTTPPost.post(
            url, headers: [("Content-Type", "application/json")], body: Array(body(of: message)))
        switch reply {
        case .noConnection: return .unreachable("连不上微信", retryAfter: nil)
        case .noAnswer: return .unknown("微信没有回话")
        case .answered(let status, let answer, let wait):
            guard (200...299).contains(status) else { return .unreachable("微信不能用（\(status)）", retryAfter: wait) }
            return verdict(answer)
        }
    }

    private func verdict(_ answer: Data) -> SendResult? {
        switch HTTPPost.Reply.value(at: "errcode", in: answer) {
        case "0": return .sent(providerID: HTTPPost.Reply.value(at: "msgid", in: answer), cost: 0)
        case "40001", "40014", "42001": return nil
        case "40003", "43004", "43101": return .refused("对方没有关注服务号，或者不愿意收")
        case "45009", "-1": return .unreachable("微信繁忙，或者今天的次数用完了", retryAfter: nil)
        case "40037", "40036", "47003": return .unreachable("微信不认设置里的模板", retryAfter: nil)
        case let code: return .failed("微信没有发出（\(code ?? "没有说明")）")
        }
    }

    private func body(of message: OutgoingMessage) -> Data {
        let values = [message.subject, message.text].map { String($0.prefix(Self.most)) }
        var fields: [String: [String: String]] = [:]
        for (name, value) in zip(settings.fields, values) { fields[name] = ["value": value] }
        var body: [String: Any] = [
            "touser": message.address.opened, "template_id": settings.template, "data": fields,
            // WeChat itself sends such a number once.
            "client_msg_id": message.reference,
        ]
        if let link = message.link { body["url"] = link }
        return (try? JSONSerialization.data(withJSONObject: body, options: [.sortedKeys])) ?? Data()
    }
}
