import Directory
import Hummingbird
import Web

/// 关注: the routes of residents, and those of the staff.
struct FollowRoutes {
    let installation: Installation

    func add(to router: Router<AppContext>) {
        let follow = FollowPage(installation: installation)
        router.get("/follow", use: follow.show)
        router.post("/follow", use: follow.submit)
        router.get("/follow/sent", use: follow.sent)

        let link = FollowLinkPage(installation: installation)
        router.get("/follow/ended", use: link.ended)
        router.get("/follow/{follow}", use: link.show)
        router.post("/follow/{follow}/confirmation", use: link.confirm)
        router.post("/follow/{follow}/end", use: link.end)

        let own = OwnFollowsPage(installation: installation)
        router.get("/follows", use: own.show)
        router.post("/follows", use: own.follow)
        router.post("/follows/{follow}/end", use: own.end)
    }
}
