import Directory
import Domain

/// Everything a station shows to everybody (网上联络站): what the page and the API draw.
struct PublicStation: Sendable {
    /// 站长 or 联络员. Who holds a public duty is public information; telephone numbers of persons are not.
    struct Staff: Sendable {
        var role: Role
        var name: String
    }

    var station: Station
    var place: String
    var organ: String
    /// Where words go while nobody can be reached here.
    var standIn: Station?
    var profile: StationProfile?
    var staff: [Staff]
    var counts: [CongressLevel: Int]
    var deputies: [PublicDeputy]
    /// The name of the congress's area for each deputy's division.
    var divisions: [DivisionID: String]
    var points: [LiaisonPoint]
    var receptions: [PublicReception]
    /// The rhythm the head approved.
    var schedule: StationSchedule?
    var calendar: WorkCalendar
    var posts: [StationPost]
    /// The pictures of each post.
    var photos: [Int64: [StationPhoto]]
    var moment: Instant
    /// Days to the first answer of everything answered here in the last six months.
    var answerDays: [Int] = []

    var today: Day { Day(of: moment) }

    var total: Int { counts.values.reduce(0, +) }

    /// The next one that takes place and is not over yet.
    var next: PublicReception? { receptions.first { $0.isAhead(at: moment) && !$0.isCancelled } }

    func posts(_ kind: StationPostKind) -> [StationPost] {
        posts.filter { $0.kind == kind }.sorted { ($0.review?.at.ms ?? 0, $0.id) > ($1.review?.at.ms ?? 0, $1.id) }
    }

    func staff(_ role: Role) -> [String] { staff.filter { $0.role == role }.map(\.name) }
}

/// A published reception with the names of those who receive.
struct PublicReception: Sendable {
    struct Deputy: Sendable {
        var name: String
        var level: CongressLevel
    }

    var day: Day
    var hours: ReceptionHours
    var place: String
    var scope: String
    var deputies: [Deputy]
    var isCancelled: Bool
    var reviewer: String
    var id: Int64
    var slotMinutes: Int
    var departments: String

    init(_ reception: Reception) {
        day = reception.day
        hours = reception.hours
        place = reception.place
        scope = reception.scope
        deputies = []
        isCancelled = reception.isCancelled
        reviewer = reception.review?.name ?? ""
        id = reception.id
        slotMinutes = reception.slotMinutes
        departments = reception.departments
    }

    func isAhead(at moment: Instant) -> Bool {
        day.start.adding(seconds: Int64(hours.to) * 60) > moment
    }
}
