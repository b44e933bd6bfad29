import Directory
import Files
import Hummingbird
import Web

/// What residents do with a matter: say it, take the slip home, follow it, judge it. And the same words written down
/// by somebody for a person who cannot.
struct ResidentPages: Sendable {
    let installation: Installation
    let files: FileStore

    func routes(on router: Router<AppContext>) {
        let say = SayPage(installation: installation, files: files)
        router.get("/say", use: say.show)
        router.post("/say", use: say.submit)

        let entry = MyEntryPage(installation: installation)
        router.get("/my", use: entry.show)
        router.post("/my", use: entry.submit)
        router.post("/my/exit", use: entry.leave)

        let own = MyMatterPage(installation: installation, store: files)
        router.get("/my/{number}", use: own.show)
        router.post("/my/{number}/{noun}", use: own.act)

        let channel = MyChannelPage(page: own)
        router.post("/my/{number}/channel", use: channel.choose)
        router.post("/my/{number}/mailbox-code", use: channel.prove)

        router.post("/m/{number}/support", use: SupportPage(installation: installation).submit)

        let link = LinkPage(installation: installation, store: files)
        router.get("/l/{token}", use: link.show)
        router.post("/l/{token}/{noun}", use: link.act)

        let onBehalf = OnBehalfPage(installation: installation)
        router.get("/matters/new", use: onBehalf.show)
        router.post("/matters/new", use: onBehalf.submit)
    }
}
