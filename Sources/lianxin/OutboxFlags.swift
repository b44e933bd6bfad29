import App
import ArgumentParser

/// The settings of what leaves the building; those who send need them.
struct OutboxFlags: ParsableArguments {
    @Option(help: .setting(.smtpHost)) var smtpHost: String?
    @Option(help: .setting(.smtpPort)) var smtpPort: String?
    @Option(help: .setting(.smtpUser)) var smtpUser: String?
    @Option(help: .setting(.smtpPasswordFile), completion: .file()) var smtpPasswordFile: String?
    @Option(help: .setting(.smtpFrom)) var smtpFrom: String?
    @Option(name: .customLong("smtp-tls"), help: .setting(.smtpTLS)) var smtpTLS: String?
    @Option(name: .customLong("smtp-ca-file"), help: .setting(.smtpCAFile), completion: .file())
    var smtpCAFile: String?
    @Option(name: .customLong("sms-url"), help: .setting(.smsURL)) var smsURL: String?
    @Option(help: .setting(.smsKeyFile), completion: .file()) var smsKeyFile: String?
    @Option(help: .setting(.smsTemplate)) var smsTemplate: String?
    @Option(help: .setting(.smsSuccess)) var smsSuccess: String?
    @Option(help: .setting(.smsRefusals)) var smsRefusals: String?
    @Option(help: .setting(.smsReference)) var smsReference: String?
    @Option(help: .setting(.smsPrice)) var smsPrice: String?
    @Option(name: .customLong("wechat-app-id"), help: .setting(.wechatAppID)) var wechatAppID: String?
    @Option(help: .setting(.wechatSecretFile), completion: .file()) var wechatSecretFile: String?
    @Option(help: .setting(.wechatTemplate)) var wechatTemplate: String?
    @Option(help: .setting(.wechatFields)) var wechatFields: String?
    @Option(name: .customLong("wechat-url"), help: .setting(.wechatURL)) var wechatURL: String?

    var values: [SettingKey: String?] {
        [
            .smtpHost: smtpHost, .smtpPort: smtpPort, .smtpUser: smtpUser, .smtpPasswordFile: smtpPasswordFile,
            .smtpFrom: smtpFrom, .smtpTLS: smtpTLS, .smtpCAFile: smtpCAFile, .smsURL: smsURL,
            .smsKeyFile: smsKeyFile, .smsTemplate: smsTemplate, .smsSuccess: smsSuccess, .smsRefusals: smsRefusals,
            .smsReference: smsReference, .smsPrice: smsPrice, .wechatAppID: wechatAppID,
            .wechatSecretFile: wechatSecretFile, .wechatTemplate: wechatTemplate, .wechatFields: wechatFields,
            .wechatURL: wechatURL,
        ]
    }
}
