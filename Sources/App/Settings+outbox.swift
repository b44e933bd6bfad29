import Domain
import Foundation
import Outbox

extension Settings {
    /// What leaves by which way. Secrets lie in files of their own, so that a settings file can be shown around.
    package func outboxSettings() throws(SettingsError) -> OutboxSettings {
        OutboxSettings(
            folder: dataDirectory + "/outbox", mail: try mailSettings(), sms: try smsSettings(),
            wechat: try wechatSettings())
    }

    private func mailSettings() throws(SettingsError) -> MailSettings? {
        let beside: [SettingKey] = [.smtpPort, .smtpUser, .smtpPasswordFile, .smtpFrom, .smtpTLS, .smtpCAFile]
        guard let host = try first(.smtpHost, beside: beside, needs: [.smtpFrom]),
            let from = outbox[.smtpFrom].flatMap(EmailAddress.init)
        else { return nil }
        let encryption = outbox[.smtpTLS].flatMap(MailSettings.Encryption.init) ?? .starttls
        return MailSettings(
            host: host, port: outbox[.smtpPort].flatMap { Int($0) } ?? (encryption == .tls ? 465 : 587),
            user: outbox[.smtpUser], password: try secret(.smtpPasswordFile), from: from, encryption: encryption,
            authorityFile: outbox[.smtpCAFile])
    }

    private func smsSettings() throws(SettingsError) -> SMSSettings? {
        let beside: [SettingKey] = [
            .smsKeyFile, .smsTemplate, .smsSuccess, .smsRefusals, .smsReference, .smsPrice,
        ]
        guard let url = try first(.smsURL, beside: beside, needs: [.smsKeyFile]), let key = try secret(.smsKeyFile)
        else { return nil }
        return SMSSettings(
            url: url, key: key, body: outbox[.smsTemplate] ?? SMSSettings.usualBody, success: outbox[.smsSuccess],
            refusals: Set((outbox[.smsRefusals] ?? "").split(separator: ",").map(String.init)),
            reference: outbox[.smsReference], price: outbox[.smsPrice].flatMap { Int($0) } ?? 0)
    }

    private func wechatSettings() throws(SettingsError) -> WeChatSettings? {
        let needed: [SettingKey] = [.wechatSecretFile, .wechatTemplate]
        guard let id = try first(.wechatAppID, beside: needed + [.wechatFields, .wechatURL], needs: needed),
            let secret = try secret(.wechatSecretFile), let template = outbox[.wechatTemplate]
        else { return nil }
        var settings = WeChatSettings(appID: id, secret: secret, template: template)
        if let url = outbox[.wechatURL] { settings.url = url }
        if let fields = outbox[.wechatFields] { settings.fields = fields.split(separator: ",").map(String.init) }
        return settings
    }

    /// The setting that turns a way on. Half a setting is a slip, and nobody would notice that nothing leaves.
    private func first(
        _ key: SettingKey, beside: [SettingKey], needs: [SettingKey]
    ) throws(SettingsError) -> String? {
        guard let value = outbox[key] else {
            if let stray = beside.first(where: { outbox[$0] != nil }) {
                throw SettingsError("设置了 \(stray.rawValue)，还要设置 \(key.rawValue)")
            }
            return nil
        }
        if let missing = needs.first(where: { outbox[$0] == nil }) {
            throw SettingsError("设置了 \(key.rawValue)，还要设置 \(missing.rawValue)")
        }
        return value
    }

    private func secret(_ key: SettingKey) throws(SettingsError) -> Sensitive<String>? {
        guard let path = outbox[key] else { return nil }
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw SettingsError("设置 \(key.rawValue) 有误：文件 \(path) 打不开") }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { throw SettingsError("设置 \(key.rawValue) 有误：文件 \(path) 是空的") }
        return Sensitive(trimmed)
    }
}

extension SettingText {
    /// What is wrong with one setting of the outbox by itself.
    func outbox(_ key: SettingKey) throws(SettingsError) -> String {
        switch key {
        case .smtpHost: return try word("应当只写主机名，不带 smtp:// 和端口") { !$0.contains("/") && !$0.contains(" ") }
        case .smtpPort: return String(try number(in: 1...65_535))
        case .smtpFrom: return try word("应当是一个邮箱，如 lianxin@example.gov.cn") { EmailAddress($0) != nil }
        case .smtpTLS: return try choice(MailSettings.Encryption.allCases) { $0.rawValue }.rawValue
        case .smsURL, .wechatURL: return try webAddress()
        case .smsTemplate:
            return try word("里面要有 {phone} 和 {text}") { $0.contains("{phone}") && $0.contains("{text}") }
        case .smsSuccess:
            return try word("应当写成 位置=值，如 code=0") { $0.split(separator: "=").count == 2 }
        case .smsPrice: return String(try number(in: 0...100_000))
        case .wechatFields: return try word("应当是两项，用逗号隔开") { $0.split(separator: ",").count == 2 }
        case .smtpUser, .smtpPasswordFile, .smtpCAFile, .smsKeyFile, .smsRefusals, .smsReference, .wechatAppID,
            .wechatSecretFile, .wechatTemplate, .host, .port, .data, .databaseURL, .secretFile, .publicURL, .face,
            .worker, .telephone, .hours, .behindProxy, .demo, .logLevel, .logFormat, .filesURL, .filesBucket,
            .filesRegion,
            .filesKey, .weasyprint, .webhookPrivate:
            return try filled()
        }
    }

    private func word(_ reason: String, _ isGood: (String) -> Bool) throws(SettingsError) -> String {
        let word = try filled()
        guard isGood(word) else { throw wrong(reason) }
        return word
    }
}
