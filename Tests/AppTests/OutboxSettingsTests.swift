import App
import Foundation
import Outbox
import TestSupport
import Testing

@Suite("When it is settled how messages leave")
struct OutboxSettingsTests {
    @Test("without settings nothing leaves: there are files below the data")
    func none() throws {
        let settings = try Settings.read(flags: [.data: "here"], environment: [:]).outboxSettings()

        #expect(settings.folder == "here/outbox")
        #expect(settings.mail == nil && settings.sms == nil && settings.wechat == nil)
    }

    @Test("mail, gateway and service account are put together from flags, environment and files of secrets")
    func all() throws {
        let secret = try SecretFile("geheim\n")
        let settings = try Settings.read(
            flags: [.smtpHost: "mail.example.gov.cn", .smtpFrom: "lianxin@example.gov.cn", .smtpTLS: "TLS"],
            environment: [
                "LIANXIN_SMTP_USER": "lianxin", "LIANXIN_SMTP_PASSWORD_FILE": secret.path,
                "LIANXIN_SMS_URL": "https://sms.example.cn/send", "LIANXIN_SMS_KEY_FILE": secret.path,
                "LIANXIN_SMS_SUCCESS": "code=0", "LIANXIN_SMS_REFUSALS": "1001,1002", "LIANXIN_SMS_PRICE": "45",
                "LIANXIN_WECHAT_APP_ID": "wx1", "LIANXIN_WECHAT_SECRET_FILE": secret.path,
                "LIANXIN_WECHAT_TEMPLATE": "T", "LIANXIN_WECHAT_FIELDS": "first,second",
            ]
        ).outboxSettings()

        let mail = try #require(settings.mail)
        #expect(mail.host == "mail.example.gov.cn" && mail.port == 465 && mail.encryption == .tls)
        #expect(mail.user == "lianxin" && mail.password?.opened == "geheim")
        let sms = try #require(settings.sms)
        #expect(sms.key.opened == "geheim" && sms.success == "code=0" && sms.price == 45)
        #expect(sms.refusals == ["1001", "1002"] && sms.body == SMSSettings.usualBody)
        let wechat = try #require(settings.wechat)
        #expect(wechat.appID == "wx1" && wechat.url == "https://api.weixin.qq.com")
        #expect(wechat.fields == ["first", "second"])
    }

    @Test(
        "a wrong value is named as it was typed, with a sentence how to put it right",
        arguments: [
            (SettingKey.smtpHost, "smtp://mail.example.cn", "只写主机名"), (.smtpPort, "0", "1 到 65535"),
            (.smtpFrom, "lianxin", "应当是一个邮箱"), (.smtpTLS, "ssl", "starttls、tls、none"),
            (.smsURL, "sms.example.cn", "http://"), (.smsTemplate, "{\"to\":\"{phone}\"}", "{text}"),
            (.smsSuccess, "ok", "位置=值"), (.smsPrice, "0.05", "0 到 100000"), (.wechatFields, "one", "两项"),
            (.wechatURL, "api.example.cn", "http://"), (.smsKeyFile, " ", "不能为空"),
        ])
    func wrong(key: SettingKey, text: String, reason: String) {
        let error = #expect(throws: SettingsError.self) { try Settings.read(flags: [key: text], environment: [:]) }

        #expect(error?.description.contains(key.flag) == true)
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test(
        "half a setting is a slip: what is missing is named",
        arguments: [
            ([SettingKey.smtpHost: "mail.example.cn"], "smtp_from"),
            ([.smtpFrom: "a@example.cn"], "smtp_host"), ([.smsURL: "https://sms.example.cn"], "sms_key_file"),
            ([.smsPrice: "45"], "sms_url"), ([.wechatAppID: "wx1", .wechatTemplate: "T"], "wechat_secret_file"),
            ([.wechatTemplate: "T"], "wechat_app_id"),
        ] as [([SettingKey: String], String)])
    func half(flags: [SettingKey: String], missing: String) {
        let error = #expect(throws: SettingsError.self) {
            try Settings.read(flags: flags, environment: [:]).outboxSettings()
        }

        #expect(error?.description.contains(missing) == true, "\(error?.description ?? "")")
    }

    @Test("a secret that is not there or empty stops the start", arguments: ["/nowhere/key", nil])
    func secret(path: String?) throws {
        let empty = try SecretFile("\n")
        let flags: [SettingKey: String] = [.smsURL: "https://sms.example.cn", .smsKeyFile: path ?? empty.path]

        let error = #expect(throws: SettingsError.self) {
            try Settings.read(flags: flags, environment: [:]).outboxSettings()
        }

        #expect(error?.description.contains("sms_key_file") == true)
        #expect(error?.description.contains(path == nil ? "是空的" : "打不开") == true)
    }

    @Test("every one of them is explained, and every variable follows from its name")
    func explained() {
        for key in SettingKey.allCases {
            #expect(!key.help.isEmpty)
            #expect(key.variable == "LIANXIN_" + key.rawValue.uppercased())
        }
        #expect(SettingKey.smtpCAFile.flag == "--smtp-ca-file")
    }
}

/// A file with a secret that is gone after the test.
private final class SecretFile {
    let path: String

    init(_ text: String) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)").path
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
