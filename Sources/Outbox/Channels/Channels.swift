import Directory
import Domain

/// The ways out of this installation: for each kind a gateway where one is set up, else files.
package struct Channels: Sendable {
    private let sms: any OutgoingChannel
    private let email: any OutgoingChannel
    private let wechat: any OutgoingChannel

    package init(sms: any OutgoingChannel, email: any OutgoingChannel, wechat: any OutgoingChannel) {
        self.sms = sms
        self.email = email
        self.wechat = wechat
    }

    /// As the settings say.
    package init(_ settings: OutboxSettings, in installation: Installation) {
        let files = FileChannel(folder: settings.folder)
        sms = settings.sms.map { SMSChannel($0) } ?? files
        email = settings.mail.map { EmailChannel($0) } ?? files
        wechat = settings.wechat.map { WeChatChannel($0, installation) } ?? files
    }

    /// Everything goes to files below a folder.
    package static func files(in folder: String) -> Channels {
        let files = FileChannel(folder: folder)
        return Channels(sms: files, email: files, wechat: files)
    }

    /// The way of a kind; nil for what nobody but a person can do.
    package subscript(kind: ChannelKind) -> (any OutgoingChannel)? {
        switch kind {
        case .sms: sms
        case .email: email
        case .wechat: wechat
        case .inbox, .call, .letter: nil
        }
    }

    /// Whether messages of this kind leave the building.
    package func isReal(_ kind: ChannelKind) -> Bool { self[kind]?.isReal ?? false }
}
