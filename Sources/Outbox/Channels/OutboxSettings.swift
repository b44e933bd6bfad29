import Domain

/// How messages leave, as App settled it. What is nil goes to files.
package struct OutboxSettings: Sendable {
    /// Where those files lie.
    package var folder: String
    package var mail: MailSettings?
    package var sms: SMSSettings?
    package var wechat: WeChatSettings?

    package init(
        folder: String, mail: MailSettings? = nil, sms: SMSSettings? = nil, wechat: WeChatSettings? = nil
    ) {
        self.folder = folder
        self.mail = mail
        self.sms = sms
        self.wechat = wechat
    }
}

/// The server that takes mail.
package struct MailSettings: Sendable {
    package enum Encryption: String, CaseIterable, Sendable {
        /// Begins in the clear and must go over to TLS.
        case starttls
        case tls
        /// Only within one's own network.
        case none
    }

    package var host: String
    package var port: Int
    package var user: String?
    package var password: Sensitive<String>?
    package var from: EmailAddress
    package var encryption: Encryption
    /// A certificate authority of one's own; nil for those the machine trusts.
    package var authorityFile: String?

    package init(
        host: String, port: Int, user: String? = nil, password: Sensitive<String>? = nil, from: EmailAddress,
        encryption: Encryption = .starttls, authorityFile: String? = nil
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.from = from
        self.encryption = encryption
        self.authorityFile = authorityFile
    }
}

/// A gateway for text messages. Each has its own fields, so the body is a template.
package struct SMSSettings: Sendable {
    /// With `{phone}`, `{text}`, `{id}` and `{time}`; JSON when it begins with a brace, else a form.
    package static let usualBody = #"{"phone":"{phone}","text":"{text}","id":"{id}","time":"{time}"}"#

    package var url: String
    package var key: Sensitive<String>
    package var body: String
    /// `code=0`: where an answer says that it was taken, and how. Nil: any answer of 200 to 299.
    package var success: String?
    /// Values at that place that will never change, such as those for a number that does not exist.
    package var refusals: Set<String>
    /// Where an answer says the gateway's own number of the message.
    package var reference: String?
    /// Of one part, in 厘.
    package var price: Int

    package init(
        url: String, key: Sensitive<String>, body: String = SMSSettings.usualBody, success: String? = nil,
        refusals: Set<String> = [], reference: String? = nil, price: Int = 0
    ) {
        self.url = url
        self.key = key
        self.body = body
        self.success = success
        self.refusals = refusals
        self.reference = reference
        self.price = price
    }
}

/// A service account of WeChat and the template that was granted to it.
package struct WeChatSettings: Sendable {
    package static let usualURL = "https://api.weixin.qq.com"
    /// The names of the template's fields for subject and text.
    package static let usualFields = ["thing1", "thing2"]

    package var appID: String
    package var secret: Sensitive<String>
    package var template: String
    package var url: String
    package var fields: [String]

    package init(
        appID: String, secret: Sensitive<String>, template: String, url: String = WeChatSettings.usualURL,
        fields: [String] = WeChatSettings.usualFields
    ) {
        self.appID = appID
        self.secret = secret
        self.template = template
        self.url = url
        self.fields = fields
    }
}
