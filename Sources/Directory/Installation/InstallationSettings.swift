import Secrets

/// What App settles for all features from flags, environment and file.
package struct InstallationSettings: Hashable, Sendable {
    /// Where people reach this installation, without a slash at the end: what links in messages and QR codes carry.
    package var publicURL: String
    /// What a guess at a password costs; less in tests only.
    package var passwordCost: PasswordCost
    /// Whether what happens is told to anybody: a history that is only played is not.
    package var isTelling: Bool
    /// Where the program is that makes PDF files.
    package var weasyprint: String
    /// Whether text messages can be sent: without, nobody is offered a code to a telephone.
    package var sendsSMS: Bool
    /// Whether receivers of other platforms may stand in the own network.
    package var allowsPrivateWebhooks: Bool

    package init(
        publicURL: String, passwordCost: PasswordCost = .standard, isTelling: Bool = true,
        weasyprint: String = "/usr/bin/weasyprint", sendsSMS: Bool = false, allowsPrivateWebhooks: Bool = false
    ) {
        self.passwordCost = passwordCost
        self.isTelling = isTelling
        self.weasyprint = weasyprint
        self.sendsSMS = sendsSMS
        self.allowsPrivateWebhooks = allowsPrivateWebhooks
        var url = publicURL
        while url.hasSuffix("/") { url.removeLast() }
        self.publicURL = url
    }

    /// Whether cookies are for https only.
    package var isSecure: Bool { publicURL.lowercased().hasPrefix("https://") }
}
