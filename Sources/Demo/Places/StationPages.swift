import Directory
import Domain
import Record
import Stations

/// What the stations say about themselves: profile, rules, notices, and when deputies receive.
struct StationPages {
    private(set) var profiles: [StationProfile] = []
    private(set) var posts: [StationPost] = []
    private(set) var receptions: [(Reception, deputies: [MandateID])] = []
    private(set) var schedules: [StationSchedule] = []

    private let texts: StationTexts
    private let calendar: WorkCalendar
    private let today: Day
    private var dice: Dice

    init(
        _ places: DemoPlaces, _ people: DemoPeople, texts: StationTexts, calendar: WorkCalendar, today: Day,
        dice: Dice, ids: inout IDs
    ) {
        self.texts = texts
        self.calendar = calendar
        self.today = today
        self.dice = dice
        for station in places.stations {
            guard let head = people.heads[station.id], let clerk = people.clerks[station.id] else { continue }
            add(station, head: head.signed, clerk: clerk.signed, people.deputies[station.id] ?? [], ids: &ids)
        }
    }

    private mutating func add(
        _ station: Station, head: Principal.Signed, clerk: Principal.Signed, _ deputies: [ActiveDeputy],
        ids: inout IDs
    ) {
        let rhythm = dice.pick(texts.rhythms)
        let written = today.adding(days: -dice.number(in: 200...900)).start.adding(seconds: 36_000)
        let review = Review(account: head.account, name: head.name, at: written.adding(seconds: 90_000))
        profiles.append(
            StationProfile(
                station: station.id,
                published: StationProfile.Words(
                    location: texts.text("location", &dice) + "。" + station.hours,
                    surroundings: "服务\(station.name.replacing("人大代表联络站", with: ""))及周边的居民、村民和单位",
                    systems: ["reception_rule", "activity_rule", "contact_rule"]
                        .map { texts.text($0, &dice) }.joined(separator: "\n")),
                writtenBy: clerk.account, writtenAt: written, review: review))
        addPost(.rule, "代表联系群众制度", texts.text("contact_rule", &dice), station, clerk, review, ids: &ids)
        let note = rhythm.text + "。想说什么都可以来，不用预约，也可以打站里电话 \(station.phone)。"
        addPost(.announcement, "代表接待群众的时间", note, station, clerk, review, ids: &ids)
        if dice.percent(30) {
            addPost(.news, "代表小组活动", texts.text("activity_rule", &dice), station, clerk, nil, ids: &ids)
        }
        addReceptions(rhythm, station, clerk, review, deputies, ids: &ids)
    }

    private mutating func addPost(
        _ kind: StationPostKind, _ title: String, _ body: String, _ station: Station, _ clerk: Principal.Signed,
        _ review: Review?, ids: inout IDs
    ) {
        let written = review?.at.adding(seconds: -90_000) ?? today.adding(days: -2).start.adding(seconds: 34_000)
        posts.append(
            StationPost(
                id: ids.next(), station: station.id, kind: kind, title: title, body: body, writtenBy: clerk.account,
                writtenAt: written, review: review))
    }

    /// The rhythm the head approved, and by it the last reception and the next three; the worker makes the others.
    private mutating func addReceptions(
        _ rhythm: StationTexts.Rhythm, _ station: Station, _ clerk: Principal.Signed, _ review: Review,
        _ deputies: [ActiveDeputy], ids: inout IDs
    ) {
        guard let rhythm = ReceptionRhythm(rhythm, calendar: calendar), !deputies.isEmpty else { return }
        let schedule = rhythm.rule.map { rule in
            StationSchedule(
                id: ids.next(), station: station.id, rule: rule, hours: rhythm.hours, place: station.address,
                slotMinutes: dice.percent(30) ? 20 : 0, atOnce: 2, deputies: deputies.prefix(20).map(\.mandate),
                state: .approved, writtenBy: clerk.account, writtenAt: review.at, review: review)
        }
        if let schedule { schedules.append(schedule) }
        let days = rhythm.days(from: today.adding(days: -31), through: today.adding(days: 62))
        let near = days.filter { $0.day < today }.suffix(1) + days.filter { $0.day >= today }.prefix(3)
        for date in near {
            let announced = min(date.day, today).adding(days: -7).start.adding(seconds: 36_000)
            let turn = deputies.shuffled(using: &dice).prefix(2).map(\.mandate)
            receptions.append(
                (
                    Reception(
                        id: ids.next(), station: station.id, day: date.day, hours: rhythm.hours,
                        place: station.address, writtenBy: clerk.account, writtenAt: announced,
                        review: Review(
                            account: review.account, name: review.name, at: announced.adding(seconds: 7_200)),
                        schedule: schedule?.id, plannedDay: schedule.map { _ in date.planned },
                        slotMinutes: schedule?.slotMinutes ?? 0),
                    deputies: turn
                ))
        }
    }
}
