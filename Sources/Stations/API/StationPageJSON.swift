import Directory
import Domain

/// The station's page in an answer: the same content as `/s/{code}`, so only what was reviewed.
struct StationPageJSON: Encodable, Sendable {
    struct Profile: Encodable, Sendable {
        var location: String
        var surroundings: String
        var systems: String
        var reviewer: String
        var published_on: String
    }

    struct Point: Encodable, Sendable {
        var name: String
        var address: String
    }

    struct Deputy: Encodable, Sendable {
        var name: String
        /// 代表证号, the last part of the page's address.
        var card: String?
        var congress: String
        var place: String
        var term: String
    }

    struct Post: Encodable, Sendable {
        var kind: String
        var title: String
        var body: String
        var reviewer: String
        var published_on: String
        var photos: [Photo]
    }

    struct Photo: Encodable, Sendable {
        /// Address on this site.
        var path: String
        var description: String
        var width: Int
        var height: Int
    }

    var code: String
    var name: String
    var level: String
    var kind: String
    var status: String
    var division: DivisionJSON
    var organ: String
    var phone: String
    var address: String
    var hours: String
    var equipment: String
    var profile: Profile?
    var heads: [String]
    var clerks: [String]
    var deputy_counts: [String: Int]
    var deputies: [Deputy]
    var points: [Point]
    var next_reception: ReceptionJSON?
    var receptions: [ReceptionJSON]
    var posts: [Post]

    init(_ shown: PublicStation, division: DivisionJSON) {
        let station = shown.station
        code = station.code
        name = station.name
        level = station.level.rawValue
        kind = station.kind.rawValue
        status = station.status.rawValue
        self.division = division
        organ = shown.organ
        phone = station.phone
        address = station.address
        hours = station.hours
        equipment = station.equipment
        profile = Profile(shown.profile)
        heads = shown.staff(.stationHead)
        clerks = shown.staff(.stationClerk)
        deputy_counts = Dictionary(
            uniqueKeysWithValues: CongressLevel.allCases.map { ($0.code, shown.counts[$0] ?? 0) })
        deputies = shown.deputies.map {
            Deputy(
                name: $0.name, card: $0.card, congress: $0.level.code, place: shown.divisions[$0.division] ?? "",
                term: $0.term)
        }
        points = shown.points.map { Point(name: $0.name, address: $0.address) }
        next_reception = shown.next.map(ReceptionJSON.init)
        receptions = shown.receptions.map(ReceptionJSON.init)
        posts = StationPostKind.allCases.flatMap { shown.posts($0) }.compactMap { Post($0, shown) }
    }
}

extension StationPageJSON.Profile {
    init?(_ profile: StationProfile?) {
        guard let words = profile?.published, let review = profile?.review else { return nil }
        self.init(
            location: words.location, surroundings: words.surroundings, systems: words.systems, reviewer: review.name,
            published_on: Day(of: review.at).iso)
    }
}

extension StationPageJSON.Post {
    init?(_ post: StationPost, _ shown: PublicStation) {
        guard let review = post.review else { return nil }
        let address = DeskAddress(code: shown.station.code)
        self.init(
            kind: post.kind.rawValue, title: post.title, body: post.body, reviewer: review.name,
            published_on: Day(of: review.at).iso,
            photos: (shown.photos[post.id] ?? []).map {
                StationPageJSON.Photo(
                    path: address.publicPhoto($0.id).text, description: $0.description, width: $0.width,
                    height: $0.height)
            })
    }
}

/// A published reception in an answer.
struct ReceptionJSON: Encodable, Sendable {
    struct Deputy: Encodable, Sendable {
        var name: String
        var congress: String
    }

    var day: String
    var from: String
    var to: String
    var place: String
    var scope: String
    var deputies: [Deputy]
    var cancelled: Bool
    var reviewer: String

    init(_ reception: PublicReception) {
        day = reception.day.iso
        from = ReceptionHours.iso(reception.hours.from)
        to = ReceptionHours.iso(reception.hours.to)
        place = reception.place
        scope = reception.scope
        deputies = reception.deputies.map { Deputy(name: $0.name, congress: $0.level.code) }
        cancelled = reception.isCancelled
        reviewer = reception.reviewer
    }
}
