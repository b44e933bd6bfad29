import Directory
import Files
import Hummingbird
import Web

/// What offices see of matters: today's work, the lists, the one answer screen, the slips of petitions.
struct StaffPages: Sendable {
    let installation: Installation
    let files: FileStore

    func routes(on router: Router<AppContext>) {
        router.get("/today", use: TodayPage(installation: installation).show)
        router.get("/matters", use: ListPage(installation: installation).show)

        let matter = MatterPage(installation: installation, store: files)
        router.get("/matters/{number}", use: matter.show)
        router.post("/matters/{number}/{noun}", use: matter.act)

        let petitions = PetitionsPage(installation: installation)
        router.get("/petitions", use: petitions.list)
        router.get("/petitions/{number}/slip", use: petitions.slip)
        router.get("/petitions/{number}/notice", use: petitions.notice)
    }
}
