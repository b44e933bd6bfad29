import App
import Database
import Domain
import Secrets

/// An error as one sentence for whoever typed the command.
enum Sentence {
    /// Nil for what the command line itself did not understand.
    static func of(_ error: any Error) -> String? {
        switch error {
        case let error as Complaint: error.description
        case let error as SettingsError: error.description
        case let error as SecretsError: error.description
        case let error as MigrationError: error.description
        case let error as BackupError: error.description
        case let error as UnfinishedCopy: error.description
        case let error as FormErrors: error.fields.map(\.message).joined(separator: "；")
        case let error as Refusal: error.message
        case is NotFound: "没有找到"
        case is Stale: "其间有人改动了机构目录，请再运行一次"
        case is CancellationError: "已经中止"
        case let error as DatabaseError: database(error)
        default: nil
        }
    }

    private static func database(_ error: DatabaseError) -> String {
        switch error {
        case .busy: "数据库正忙，请稍后再试"
        case .unreachable(let reason): "数据库没有应答：\(reason)"
        case .uncertain: "保存的时候连接断了，不知道有没有存上，请核对后再运行一次"
        case .full: "数据库没有空间了"
        case .constraint(let name): "数据不符合要求（\(name)）"
        case .corrupt(let reason): "数据库文件损坏：\(reason)"
        case .other(let reason): "数据库出错：\(reason)"
        }
    }
}

/// What a command says when it cannot go on.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
