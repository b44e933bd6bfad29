import App
import ArgumentParser

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份数据库和附件；不用停下服务。",
        discussion: """
            在 --to 里新建一个以时刻命名的目录，放数据库、附件和一份清单（每个文件的校验值、行数、需要哪些密钥）。
            附件放在对象存储里的，不在备份里，请用对象存储自己的办法备份。
            密钥不在备份里，请另外保存在别处：没有密钥，备份里的姓名、电话和原话谁也打不开。
            """)

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Option(help: "备份放在哪个目录", completion: .directory) var to: String
    @Option(help: "做完以后只留最近几份，更早的删掉；不写就都留着") var keep: Int?

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep 至少是 1") }
    }

    func run() async throws {
        let settings = try common.settings()
        guard try await settings.database.isThere() else {
            throw Complaint("\(settings.database.spoken) 还没有数据库")
        }
        let backup = Backup(settings, to: to)
        let bars = TitledBars()
        defer { bars.finish() }
        let folder = try await backup.run(at: .current) { bars.show("备份", done: $0, total: $1) }
        print(folder)
        if let bucket = settings.spokenBucket { print("附件在 \(bucket)，不在这份备份里") }
        if let keep {
            for old in try backup.removeOld(keeping: keep) { print("删掉旧的备份 \(old)") }
        }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "把一份备份恢复到空的地方，然后核对。",
        discussion: """
            先把密钥文件放好（<数据目录>/secret.key 或 --secret-file）；PostgreSQL 的库要先建好，是空的。
            做备份以后发给群众的编号已经写在纸上，不能再发给别人，所以每个城市今年的编号往后跳过一段。
            """)

    @OptionGroup(title: "通用设置") var common: SettingsFlags

    @Option(help: "备份的目录（backup-… 那一层）", completion: .directory) var from: String
    @Option(help: "每个城市跳过多少个编号，要多于做备份以后发出去的；0 就是不跳") var skipNumbers = Restore.usualSkip

    func validate() throws {
        guard (0...1_000_000).contains(skipNumbers) else { throw ValidationError("--skip-numbers 应为 0 到 1000000") }
    }

    func run() async throws {
        let settings = try common.settings()
        let manifest = try await Restore(from: from, to: settings, skippingNumbers: skipNumbers).run(at: .current)
        print("已恢复 \(manifest.at) 的备份：事项 \(manifest.rows["matter"] ?? 0)，记录 \(manifest.rows["event"] ?? 0)")
        print(
            skipNumbers > 0
                ? "每个城市的编号跳过 \(skipNumbers) 个：做备份以后发出去的不会再发给别人"
                : "编号没有跳过：做备份以后发出去的会再发给别人")
        if let bucket = manifest.bucket { print("附件不在备份里，做备份时在 \(bucket)") }
        try await VerifyCommand.verify(settings)
    }
}
