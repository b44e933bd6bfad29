import ArgumentParser
import Foundation

@main
struct Lianxin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lianxin",
        abstract: "连心：“互联网+人大代表联络站”系统。",
        discussion: "每个命令后面加 --help 可以看它的全部选项。",
        subcommands: [
            ServeCommand.self, WorkerCommand.self, MigrateCommand.self, ImportCommand.self, AccountCommand.self,
            PolicyCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self, CopyCommand.self,
            RoutesCommand.self, LifecycleCommand.self, DemoCommand.self, SlipsCommand.self,
            BenchCommand.self, BareCommand.self,
        ])

    /// Every failure is one sentence and ends with 1, whether the words were wrong or the work.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            // Asked for help: printed as it is.
            if exitCode(for: error) == .success { exit(withError: error) }
            if !(error is ExitCode) { Terminal.complain(sentence(of: error)) }
            Foundation.exit(1)
        }
    }

    private static func sentence(of error: any Error) -> String {
        Sentence.of(error) ?? "命令写得不对（\(message(for: error))），加 --help 看用法"
    }
}
