import App
import ArgumentParser

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "提供网页和接口，直到收到停止信号。",
        discussion: "设置的先后：命令行、环境变量、设置文件、默认值。设置文件里的名字和环境变量去掉 LIANXIN_ 后的小写相同。")

    @OptionGroup(title: "通用设置") var common: SettingsFlags
    @OptionGroup(title: "短信、邮件和微信") var outbox: OutboxFlags

    @Option(help: .setting(.host)) var host: String?
    @Option(help: .setting(.port)) var port: String?
    @Option(help: .setting(.publicURL)) var publicURL: String?
    @Option(help: .setting(.face)) var face: String?
    @Option(help: .setting(.worker)) var worker: String?
    @Flag(name: .customLong("no-worker"), help: "不办理定时事务，同 --worker no") var noWorker = false
    @Option(help: .setting(.telephone)) var telephone: String?
    @Option(help: .setting(.hours)) var hours: String?
    @Option(help: .setting(.behindProxy)) var behindProxy: String?
    @Option(help: .setting(.demo)) var demo: String?
    @Option(help: .setting(.weasyprint)) var weasyprint: String?

    func run() async throws {
        let own: [SettingKey: String?] = [
            .host: host, .port: port, .publicURL: publicURL, .face: face, .worker: noWorker ? "no" : worker,
            .telephone: telephone, .hours: hours, .behindProxy: behindProxy, .demo: demo,
            .weasyprint: weasyprint,
        ]
        try await build(common.settings(own.merging(outbox.values) { $1 })).serve()
    }
}
