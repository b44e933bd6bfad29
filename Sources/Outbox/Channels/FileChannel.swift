import Domain
import Foundation

/// Where no gateway is set up, each message becomes a file that can be read: what would have gone. The address in it is
/// masked, because files lie around.
struct FileChannel: OutgoingChannel {
    let folder: String

    var target: String { "file" }
    var isReal: Bool { false }
    var spoken: String { "只写成文件，没有真的发出" }

    /// The same message twice is the same file.
    func send(_ message: OutgoingMessage) async -> SendResult {
        let files = FileManager.default
        let day = Day(of: message.at).iso
        let path = "\(folder)/\(day)-\(message.channel.rawValue)-\(message.reference.prefix(16)).txt"
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(text(of: message).utf8).write(to: URL(filePath: path), options: .atomic)
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
            return .sent(providerID: nil, cost: 0)
        } catch {
            return .unreachable("存消息文件的文件夹写不进去", retryAfter: nil)
        }
    }

    private func text(of message: OutgoingMessage) -> String {
        """
        方式：\(message.channel.chinese)
        收信：\(masked(message))
        题目：\(message.subject)

        \(message.text)

        """
    }

    private func masked(_ message: OutgoingMessage) -> String {
        switch message.channel {
        case .email: EmailAddress(message.address.opened)?.masked ?? "***"
        case .sms, .call: TelephoneNumber.masked(message.address)
        case .inbox, .wechat, .letter: "***"
        }
    }
}
