import Directory
import Files
import Hummingbird
import Web

/// 联络站: finding one, its public page, its desk where the page is written and reviewed, and the first page of all.
package struct StationsFeature: Sendable {
    let installation: Installation
    let files: FileStore

    package init(_ installation: Installation, files: FileStore) {
        self.installation = installation
        self.files = files
    }

    /// Adds the pages and the API of stations and areas.
    package func routes(on router: Router<AppContext>) {
        router.get("/", use: HomePage(installation: installation).show)
        router.get("/stations", use: FindPage(installation: installation).show)
        router.get("/s/{code}", use: StationPage(installation: installation).show)
        desk(on: router)
        posts(on: router)
        photos(on: router)
        receptions(on: router)

        router.get("/api/v1/divisions", use: DivisionsAPI(installation: installation).list)
        let stations = StationsAPI(installation: installation)
        router.get("/api/v1/stations", use: stations.list)
        router.get("/api/v1/stations/{code}", use: stations.show)
    }

    private func desk(on router: Router<AppContext>) {
        let desk = DeskPage(installation: installation)
        router.get("/station", use: desk.choose)
        router.get("/station/{code}", use: desk.show)

        let profile = ProfilePage(installation: installation)
        router.get("/station/{code}/profile", use: profile.show)
        router.post("/station/{code}/profile", use: profile.submit)
        router.post("/station/{code}/profile/publication", use: profile.publish)
    }

    private func posts(on router: Router<AppContext>) {
        let post = PostPage(installation: installation)
        router.get("/station/{code}/posts/new", use: post.blank)
        router.post("/station/{code}/posts", use: post.create)
        router.get("/station/{code}/posts/{post}", use: post.show)
        router.post("/station/{code}/posts/{post}", use: post.rewrite)
        router.post("/station/{code}/posts/{post}/publication", use: post.publish)
        router.post("/station/{code}/posts/{post}/withdrawal", use: post.withdraw)
    }

    /// The routes of forms that bring a file.
    package static let fileRoutes: Set<String> = ["/station/{code}/posts/{post}/photos"]

    private func photos(on router: Router<AppContext>) {
        let photo = PhotoPage(installation: installation, files: files)
        router.get("/s/{code}/photos/{photo}", use: photo.published)
        router.post("/station/{code}/posts/{post}/photos", use: photo.add)
        router.get("/station/{code}/posts/{post}/photos/{photo}", use: photo.preview)
        router.post("/station/{code}/posts/{post}/photos/{photo}/removal", use: photo.remove)
    }

    private func receptions(on router: Router<AppContext>) {
        let reception = ReceptionPage(installation: installation)
        router.get("/station/{code}/receptions/new", use: reception.blank)
        router.post("/station/{code}/receptions", use: reception.create)
        router.get("/station/{code}/receptions/{reception}", use: reception.show)
        router.post("/station/{code}/receptions/{reception}", use: reception.rewrite)
        router.post("/station/{code}/receptions/{reception}/publication", use: reception.publish)
        router.post("/station/{code}/receptions/{reception}/cancellation", use: reception.cancel)
    }
}
