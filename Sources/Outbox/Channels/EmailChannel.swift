import CCurl
import Dispatch
import Domain

/// Mail over SMTP.
struct EmailChannel: OutgoingChannel {
    private static let seconds = 25
    /// Waits for the network on threads of its own, a few at a time.
    private static let queue = DispatchQueue(label: "lianxin.mail", attributes: .concurrent)

    let settings: MailSettings

    init(_ settings: MailSettings) {
        self.settings = settings
    }

    var target: String { "smtp \(settings.host):\(settings.port)" }
    var isReal: Bool { true }
    var spoken: String { "邮件服务器 \(settings.host):\(settings.port)" }

    func send(_ message: OutgoingMessage) async -> SendResult {
        guard let to = EmailAddress(message.address.opened) else { return .refused("邮箱的写法不对") }
        let bytes = EmailText(from: settings.from, to: to, message: message).bytes
        return await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: post(bytes, to: to)) }
        }
    }

    private func post(_ bytes: [UInt8], to: EmailAddress) -> SendResult {
        guard let mail = lx_mail_new(url, settings.from.text, to.text, Self.seconds) else {
            return .failed("内存不够")
        }
        defer { lx_mail_free(mail) }
        if let user = settings.user { lx_mail_sign_in(mail, user, settings.password?.opened ?? "") }
        if settings.encryption != .none { lx_mail_encrypt(mail, settings.authorityFile) }
        let code = bytes.withUnsafeBytes { buffer in
            lx_mail_send(mail, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        return SMTPVerdict(
            code: Int(code), answer: lx_mail_answer(mail), words: String(cString: lx_mail_words(mail)),
            hadBegun: lx_mail_had_begun(mail) != 0
        ).result
    }

    /// The path is what we call ourselves in EHLO.
    private var url: String {
        let scheme = settings.encryption == .tls ? "smtps" : "smtp"
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        return "\(scheme)://\(host):\(settings.port)/\(settings.from.domain)"
    }
}

/// What an SMTP server's answer and the library's code mean for a message.
struct SMTPVerdict: Hashable, Sendable {
    /// Codes of libcurl.
    private enum Code {
        static let ok = 0
        static let noHost = 6
        static let noConnection = 7
        static let strange = 8
        static let timeout = 28
        static let noTLS: Set<Int> = [35, 60, 64, 77, 83, 90, 91]
        static let notSignedIn = 67
    }

    var code: Int
    /// Such as 550.
    var answer: Int
    var words: String
    var hadBegun: Bool

    var result: SendResult {
        switch code {
        case Code.ok: return .sent(providerID: nil, cost: 0)
        case Code.noHost: return .unreachable("找不到邮件服务器这个名字", retryAfter: nil)
        case Code.noConnection: return .unreachable("连不上邮件服务器", retryAfter: nil)
        case Code.notSignedIn: return .unreachable("邮件服务器不认设置里的用户和密码", retryAfter: nil)
        case _ where Code.noTLS.contains(code): return .unreachable("和邮件服务器谈不成加密连接", retryAfter: nil)
        case _: return answered
        }
    }

    private var answered: SendResult {
        // Before the text only the addresses were spoken of.
        if !hadBegun {
            if words.hasPrefix("RCPT failed") {
                return answer >= 500 ? .refused("对方不收这个邮箱（\(answer)）") : .failed("对方暂时不收（\(answer)）")
            }
            if code == Code.timeout { return .unreachable("邮件服务器没有回应", retryAfter: nil) }
            return .unreachable("邮件服务器不接（\(answer)）", retryAfter: nil)
        }
        if code == Code.strange, answer >= 500 { return .refused("邮件服务器不收这封信（\(answer)）") }
        if code == Code.strange, answer >= 400 { return .failed("邮件服务器暂时不收（\(answer)）") }
        return .unknown("信交出去了，邮件服务器没有回话")
    }
}
