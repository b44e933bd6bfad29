import Database
import Logging
import Secrets

/// How one process runs, settled once at start: flags, then environment (`LIANXIN_…`), then a TOML file, then defaults.
package struct Settings: Sendable {
    package var host = "127.0.0.1"
    package var port = 8080
    package var dataDirectory = "data"
    /// Nil where the database is the file in the data directory.
    package var server: PostgresAddress?
    /// Nil where it lies in the data directory.
    package var secretFile: String?
    /// Nil where nobody said how this machine is reached.
    package var publicURL: String?
    /// An S3-compatible store for files; nil where they lie in the data directory.
    package var filesURL: String?
    package var filesBucket: String?
    package var filesRegion = "us-east-1"
    package var filesKey: String?
    package var face = Face.all
    package var runsWorker = true
    package var telephone = "12345"
    package var hours = "全天 24 小时"
    package var isBehindProxy = false
    package var isDemo = false
    /// The program that makes PDF files; without it pages are printed by browsers only.
    package var weasyprint = "/usr/bin/weasyprint"
    package var allowsPrivateWebhooks = false
    package var logLevel = Logger.Level.info
    /// Nil: text where a terminal is there, else JSON.
    package var logFormat: LogFormat?
    /// How messages leave, each checked by itself; `outboxSettings()` puts them together.
    package var outbox: [SettingKey: String] = [:]

    /// Whether text messages can be sent.
    package var sendsSMS = false

    /// What no operator sets: tests and the building of sample data trade safety for speed.
    package var sqlite = SQLiteOptions()
    package var postgres = PostgresOptions()
    /// Where to write down which statements run, whatever the engine.
    package var statementLog: StatementLog? {
        get { server == nil ? sqlite.log : postgres.log }
        set { (sqlite.log, postgres.log) = (newValue, newValue) }
    }
    /// How many seconds a write waits for its turn, whatever the engine.
    package var patience: Double {
        get { server == nil ? sqlite.busyTimeout : postgres.patience }
        set { (sqlite.busyTimeout, postgres.patience) = (newValue, newValue) }
    }
    package var passwordCost = PasswordCost.standard
    package var isTelling = true
    /// Where tests read the log.
    package var logSink: (@Sendable (_ line: String) -> Void)?

    package init(dataDirectory: String = "data") {
        self.dataDirectory = dataDirectory
    }

    /// The values of each key, the strongest source first.
    package init(flags: [SettingKey: String], environment: [SettingKey: String], file: [SettingKey: String]) throws {
        for key in SettingKey.allCases {
            if let text = flags[key] {
                try set(key, text, from: key.flag)
            } else if let text = environment[key] {
                try set(key, text, from: key.variable)
            } else if let text = file[key] {
                try set(key, text, from: key.rawValue)
            }
        }
    }

    package var database: DatabasePlace {
        server.map { .server($0, postgres) } ?? .file(databaseFile, sqlite)
    }

    /// The embedded database.
    package var databaseFile: String { dataDirectory + "/lianxin.sqlite" }

    package var keyFile: String { secretFile ?? dataDirectory + "/secret.key" }

    /// Where people reach this installation.
    package var address: String { publicURL ?? "http://127.0.0.1:\(port)" }

    private mutating func set(_ key: SettingKey, _ typed: String, from name: String) throws(SettingsError) {
        let value = SettingText(name: name, text: typed)
        switch key {
        case .host: host = try value.filled()
        case .port: port = try value.number(in: 1...65_535)
        case .data: dataDirectory = try value.filled()
        case .databaseURL: server = try value.databaseAddress()
        case .secretFile: secretFile = try value.filled()
        case .publicURL: publicURL = try value.webAddress()
        case .filesURL: filesURL = try value.webAddress()
        case .filesBucket: filesBucket = try value.filled()
        case .filesRegion: filesRegion = try value.filled()
        case .filesKey: filesKey = try value.filled()
        case .face: face = try value.choice(Face.allCases) { $0.rawValue }
        case .worker: runsWorker = try value.yesOrNo()
        case .telephone: telephone = try value.filled()
        case .hours: hours = try value.filled()
        case .behindProxy: isBehindProxy = try value.yesOrNo()
        case .weasyprint: weasyprint = try value.filled()
        case .demo: isDemo = try value.yesOrNo()
        case .webhookPrivate: allowsPrivateWebhooks = try value.yesOrNo()
        case .logFormat: logFormat = try value.choice(LogFormat.allCases) { $0.rawValue }
        case .logLevel: logLevel = try value.choice(Logger.Level.allCases) { $0.rawValue }
        case .smtpHost, .smtpPort, .smtpUser, .smtpPasswordFile, .smtpFrom, .smtpTLS, .smtpCAFile, .smsURL, .smsKeyFile,
            .smsTemplate, .smsSuccess, .smsRefusals, .smsReference, .smsPrice, .wechatAppID, .wechatSecretFile,
            .wechatTemplate, .wechatFields, .wechatURL:
            outbox[key] = try value.outbox(key)
        }
    }
}

/// One setting as somebody typed it, with the name under which it was typed.
struct SettingText {
    let name: String
    let text: String

    func filled() throws(SettingsError) -> String {
        guard !text.allSatisfy(\.isWhitespace) else { throw wrong("不能为空") }
        return text
    }

    func number(in range: ClosedRange<Int>) throws(SettingsError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw wrong("应为 \(range.lowerBound) 到 \(range.upperBound) 之间的整数")
        }
        return number
    }

    func yesOrNo() throws(SettingsError) -> Bool {
        switch text.lowercased() {
        case "yes", "true", "1", "on": return true
        case "no", "false", "0", "off": return false
        case _: throw wrong("应为 yes 或 no")
        }
    }

    func choice<Value>(_ all: [Value], _ word: (Value) -> String) throws(SettingsError) -> Value {
        guard let found = all.first(where: { word($0) == text.lowercased() }) else {
            throw wrong("应为 \(all.map(word).joined(separator: "、")) 之一")
        }
        return found
    }

    func webAddress() throws(SettingsError) -> String {
        let lower = text.lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else {
            throw wrong("应当以 http:// 或 https:// 开头")
        }
        return text
    }

    /// Never quoted in a message: there may be a password in it.
    func databaseAddress() throws(SettingsError) -> PostgresAddress {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard scheme == "postgres" || scheme == "postgresql" else {
            throw wrong("只认识 postgres:// 开头的地址；用内置的 SQLite 就不要设置它")
        }
        guard let address = PostgresAddress(text) else {
            throw wrong("应写成 postgres://用户:密码@主机:端口/数据库，几台主机用逗号隔开；密码里的特殊字符要按网址的规矩转义")
        }
        return address
    }

    func wrong(_ reason: String) -> SettingsError {
        SettingsError("设置 \(name) 有误：\(reason)")
    }
}
