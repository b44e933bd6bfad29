import Directory
import Files
import Hummingbird
import Web

/// 联络站: finding one, its public page, its desk where the page is written and reviewed, and the first page of all.
package struct StationsFeature: Sendable {
    let installation: Installation
    let files: FileStore
    /// Another feature's: what visitors say becomes matters there.
    let register: RegisterVoice

    package init(_ installation: Installation, files: FileStore, register: @escaping RegisterVoice) {
        self.installation = installation
        self.files = files
        self.register = register
    }

    /// Adds the pages and the API of stations and areas.
    package func routes(on router: Router<AppContext>) {
        router.get("/", use: HomePage(installation: installation).show)
        router.get("/stations", use: FindPage(installation: installation).show)
        router.get("/s/{code}", use: StationPage(installation: installation).show)
        let paper = IntakePage(installation: installation)
        router.get("/paper/intake", use: paper.form)
        router.get("/s/{code}/poster", use: paper.poster)
        desk(on: router)
        posts(on: router)
        photos(on: router)
        receptions(on: router)
        records(on: router)
        bookings(on: router)
        duty(on: router)

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

    private func records(on router: Router<AppContext>) {
        let schedule = SchedulePage(installation: installation)
        router.get("/station/{code}/schedule", use: schedule.show)
        router.post("/station/{code}/schedule", use: schedule.submit)
        router.post("/station/{code}/schedule/confirmation", use: schedule.confirm)

        let record = RecordPage(installation: installation, register: register)
        router.get("/station/{code}/receptions/{reception}/record", use: record.planned)
        router.post("/station/{code}/receptions/{reception}/record", use: record.submitPlanned)
        router.get("/station/{code}/records/new", use: record.paper)
        router.post("/station/{code}/records", use: record.submitPaper)
        router.get("/station/{code}/visits/new", use: record.visit)
        router.post("/station/{code}/visits", use: record.submitVisit)

        let villages = VillagePage(installation: installation)
        router.get("/station/{code}/villages", use: villages.show)
        router.post("/station/{code}/villages", use: villages.submit)
        router.get("/villages", use: QuietVillagesPage(installation: installation).show)
    }

    private func bookings(on router: Router<AppContext>) {
        let booking = BookingPage(installation: installation)
        router.get("/s/{code}/receptions/{reception}/booking", use: booking.show)
        router.post("/s/{code}/receptions/{reception}/booking", use: booking.submit)
        router.get("/s/{code}/calendar.ics", use: CalendarPage(installation: installation).station)

        let look = BookingLookPage(installation: installation)
        router.get("/bookings", use: look.show)
        router.post("/bookings", use: look.look)
        router.post("/bookings/cancellation", use: look.cancel)

        let entry = EntryPage(installation: installation)
        router.get("/station/{code}/entries", use: entry.show)
        router.post("/station/{code}/entries", use: entry.ask)
        router.post("/station/{code}/entries/{entry}/confirmation", use: entry.confirm)
        router.post("/station/{code}/entries/{entry}/refusal", use: entry.decline)
        router.post("/station/{code}/entries/{entry}/cancellation", use: entry.cancel)
    }

    private func duty(on router: Router<AppContext>) {
        let own = DutyPage(installation: installation)
        router.get("/duty", use: own.show)
        router.post("/duty/{entry}/objection", use: own.object)
        router.get("/duty/calendar.ics", use: CalendarPage(installation: installation).deputy)

        let station = StationDutyPage(installation: installation)
        router.get("/station/{code}/duty", use: station.show)
        router.post("/station/{code}/duty/{entry}/verification", use: station.verify)
        router.post("/station/{code}/duty/{entry}/withdrawal", use: station.withdraw)
    }
}
