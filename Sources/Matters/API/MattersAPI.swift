import Directory
import Domain
import Hummingbird
import Web

/// 事项 for programs: the same acts, rules and sentences as on the pages.
struct MattersAPI: Sendable {
    let installation: Installation

    func routes(on router: Router<AppContext>) {
        router.post("/api/v1/matters", use: RegisterAPI(installation: installation).submit)
        router.get("/api/v1/matters", use: ListAPI(installation: installation).list)

        let reading = ReadAPI(installation: installation)
        router.get("/api/v1/matters/{number}", use: reading.show)
        router.get("/api/v1/matters/{number}/events", use: reading.events)
        router.get("/api/v1/matters/{number}/choices", use: reading.choices)

        for act in Act.allCases {
            guard let noun = act.noun else { continue }
            router.post(
                RouterPath("/api/v1/matters/{number}/" + noun), use: ActAPI(installation: installation, act: act).submit
            )
        }
    }
}
