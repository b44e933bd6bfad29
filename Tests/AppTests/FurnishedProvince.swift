import Database
import Directory
import Domain
import Files
import Matters
import Outbox
import Record
import Stations
import TestSupport
import Web

/// The small province with matters in many states and a station that shows everything: more rows of each kind than a
/// page may have statements, so that a page that asks once a row is found out.
struct FurnishedProvince: Sendable {
    private static let many = 12
    private static let reason = "村口到学校的路灯坏了三盏，晚上看不见路。"

    let province: TestProvince
    private var numbers: [MatterNumber] = []
    private var published: MatterNumber?
    private var referred: MatterNumber?
    private var reported: RegisterMatter.Receipt?
    private var posts: [Int64] = []
    private var photos: [Int64] = []
    private var receptions: [Int64] = []
    private var book: Int64 = 0
    private var letters: [(number: MatterNumber, id: Int64)] = []
    private var follow = ""
    private var answerText: Int64 = 0
    private var handled: MatterID?
    private var token = ""
    private var hook: Int64 = 0
    /// A photo of the reported matter and one of the published matter.
    private var files: [(matter: MatterNumber, file: Int64)] = []

    static func make(log: StatementLog) async throws -> FurnishedProvince {
        var furnished = FurnishedProvince(province: try await TestProvince(settings: { $0.statementLog = log }))
        try await furnished.addPlatform()
        try await furnished.addMatters()
        try await furnished.addStationPage()
        try await furnished.addPaper()
        try await furnished.addFollows()
        try await furnished.addAnswerTexts()
        try await furnished.addLink()
        try await furnished.addFiles()
        _ = await furnished.province.work()
        return furnished
    }

    private init(province: TestProvince) {
        self.province = province
    }

    /// A visitor, the reporter of a matter, and one for each kind of office.
    func readers() async throws -> [PageWalk.Reader] {
        var readers = [PageWalk.Reader(name: "visitor", browser: try await province.browser())]
        readers.append(PageWalk.Reader(name: "reporter", browser: try await reporter()))
        let people = [
            province.clerk(of: .town), province.head(of: .town), province.deputy(of: .town),
            province.liaisonOfficer(of: .town), province.officer(of: .town), province.officer(of: .county),
            province.handler(of: .town), province.distributor(of: .county),
            province.handler("transport", of: .county), province.petitionOfficer(of: .county),
            province.systemAdmin, province.securityAdmin, province.auditor,
        ]
        for person in people {
            readers.append(PageWalk.Reader(name: "\(person.role)", browser: try await province.browser(as: person)))
        }
        return readers
    }

    private func reporter() async throws -> Browser {
        let browser = try await province.browser()
        guard let reported else { return browser }
        _ = try await browser.get("/my")
        _ = try await browser.post("/my", ["number": reported.number.text, "code": reported.code.digits])
        return browser
    }
}

// MARK: Addresses

extension FurnishedProvince {
    /// The addresses that stand for a pattern, with the filters that change what is asked.
    func addresses(of pattern: String) -> [String] {
        let plain = fillings(of: pattern).map { filling in
            filling.reduce(pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
        }
        let asking = Self.asking[pattern].map { query in plain.map { $0 + "?" + query } } ?? []
        return plain + asking + (Self.filters[pattern] ?? []).map { pattern + "?" + $0 }
    }

    /// Pages that show nothing without being asked for something.
    private static let asking = ["/matters/{number}/letters/new": "kind=urging"]

    private static let filters: [String: [String]] = [
        "/paper/intake": ["station=YC100"],
        "/matters": [
            "overdue=yes", "mine=yes", "state=inHandling", "category=urban", "state=assigned&mine=yes",
            "q=" + Address.encoded("路灯"), "q=" + Address.encoded("村口到学校的路灯坏了三盏"),
            "q=" + Address.encoded("灯") + "&state=registered",
        ],
        "/ledger": [
            "area=140702", "area=140702100", "category=urban", "progress=underWay&period=2026-05",
            "area=140702&category=urban&progress=underWay", "q=" + Address.encoded("路灯"),
            "area=140702&period=2026&q=" + Address.encoded("路灯"),
        ],
        "/ledger.csv": ["area=140702&progress=underWay"],
        "/ledger.atom": ["division=140702"],
        "/results": ["area=140702", "area=140702100&period=2026-q2"],
        "/search": ["q=" + Address.encoded("路灯"), "q=" + Address.encoded("放假"), "q=" + Address.encoded("乌金山")],
        "/who": ["area=140702", "area=140702100", "q=" + Address.encoded("乌金山镇")],
        "/sitemap.xml": ["part=stations", "part=deputies&area=140702", "part=matters&month=2026-05"],
        "/follow": ["category=urban", "station=YC100", "area=140702100"],
        "/admin/webhooks/new": ["area=140702"],
        "/follows": ["category=urban", "station=YC100"],
        "/stations": ["area=140702", "q=" + Address.encoded("乌金山")],
        "/deputies": ["area=140702", "q=" + Address.encoded("张")],
        "/say": ["division=140702100", "station=YC100"],
        "/api/v1/matters": ["overdue=true", "q=" + Address.encoded("路灯")],
        "/api/v1/ledger": ["division=140702"],
        "/api/v1/divisions": ["parent=140702"],
    ]

    private func fillings(of pattern: String) -> [[String: String]] {
        if pattern.contains("{file}") {
            return files.map { ["number": $0.matter.text, "file": String($0.file)] }
        }
        if pattern.contains("{photo}") {
            return photos.map { ["code": "YC100", "post": String(posts[0]), "photo": String($0)] }
        }
        if pattern.contains("{token}") { return [["token": token]] }
        if pattern.contains("{post}") { return posts.map { ["code": "YC100", "post": String($0)] } }
        if pattern.contains("{reception}") { return receptions.map { ["code": "YC100", "reception": String($0)] } }
        if pattern.contains("{book}") { return [["code": "YC100", "book": String(book)]] }
        if pattern.contains("{template}") { return [["template": String(answerText)]] }
        if pattern.contains("{letter}") {
            return letters.map { ["number": $0.number.text, "letter": String($0.id)] }
        }
        if pattern.contains("{code}") { return [["code": "YC100"], ["code": "YC000"]] }
        if pattern.contains("{card}") { return [["card": "D1"]] }
        if pattern.contains("{hook}") { return [["hook": String(hook)]] }
        if pattern.contains("{follow}") { return [["follow": follow]] }
        guard pattern.contains("{number}") else { return [[:]] }
        let known = numbers + [published, referred, reported?.number].compactMap(\.self)
        return known.map { ["number": $0.text] }
    }
}

// MARK: Furnishing

extension FurnishedProvince {
    private mutating func addMatters() async throws {
        for index in 0..<(Self.many * 5) {
            let receipt = try await said()
            if index == 0 { reported = receipt }
            switch index {
            case 0: numbers.append(receipt.number)
            case 1: try await refer(receipt.number)
            case 2..<(2 + Self.many): try await publish(receipt.number)
            case (2 + Self.many)..<(2 + 2 * Self.many):
                try await assign(receipt.number)
                handled = receipt.id
            case _: continue
            }
        }
        try await live(through: said().number)
        // Without the resident's own: what waits long enough is overdue.
        province.clock.pass(days: 30)
        for _ in 0..<Self.many { numbers.append(try await said().number) }
        numbers = [numbers[0], numbers[numbers.count - 1]] + numbers.dropFirst().prefix(2)
    }

    private func said() async throws -> RegisterMatter.Receipt {
        let draft = OpinionDraft(
            area: province.division(.town), words: Self.reason, place: "村口", channel: .web,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive("19900001234")))
        let (now, installation) = (province.now, province.installation)
        return try await province.write { db, ids, _ in
            try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
        }
    }

    private func act(_ draft: ActDraft, by person: TestPerson, on number: MatterNumber) async throws {
        let (now, installation) = (province.now, province.installation)
        try await province.write { db, ids, _ in
            _ = try ActOnMatter.run(
                db, number, ActRequest(draft), by: person.principal, at: now, ids: &ids, in: installation)
        }
    }

    private mutating func refer(_ number: MatterNumber) async throws {
        let triage = Triage(route: .refer, commonality: .personal, category: .urban, power: .township)
        try await act(.ready(.triage(triage, note: "")), by: province.clerk(of: .town), on: number)
        try await act(.ready(.refer(reason: Self.reason)), by: province.head(of: .town), on: number)
        referred = number
    }

    private func accept(_ number: MatterNumber) async throws {
        let triage = Triage(route: .accept, commonality: .common, category: .urban, power: .township)
        try await act(.ready(.triage(triage, note: "")), by: province.clerk(of: .town), on: number)
        try await act(.ready(.accept), by: province.head(of: .town), on: number)
    }

    private mutating func assign(_ number: MatterNumber) async throws {
        try await accept(number)
        let deputy = province.deputy(of: .town).person
        guard let seat: Int64 = try await province.value("SELECT id FROM mandate WHERE person = \(deputy)") else {
            throw NotFound()
        }
        try await act(
            .nameSupervisor(seat, isKin: false, isParty: false), by: province.head(of: .town), on: number)
        let organ = try await province.organ(.townGovernment, in: .town)
        try await act(
            .assign(organ, coHandlers: [], isWide: false, note: ""), by: province.officer(of: .town), on: number)
        numbers.append(number)
    }

    /// From the assignment, with an objection, a stated date and an extension, to the end and back into the same trouble.
    private mutating func live(through number: MatterNumber) async throws {
        try await assign(number)
        let (handler, officer) = (province.handler(of: .town), province.officer(of: .town))
        let deputy = province.deputy(of: .town)
        try await act(.ready(.object(reason: Self.reason)), by: handler, on: number)
        try await act(.ready(.decideObjection(.uphold, reason: Self.reason)), by: officer, on: number)
        let day = province.today.adding(days: 10)
        try await act(.ready(.stateDate(day)), by: handler, on: number)
        try await act(.ready(.askExtension(until: day.adding(days: 40), reason: Self.reason)), by: handler, on: number)
        try await act(.ready(.decideExtension(isGranted: true, reason: Self.reason)), by: officer, on: number)
        let reply = HandlerReply(outcome: .solved, done: Self.reason + "已经换好了灯头和线路。", signer: "王建国")
        try await act(.ready(.reply(reply)), by: handler, on: number)
        try await act(.ready(.passCheck(note: "")), by: deputy, on: number)
        try await act(.ready(.deliver(.phone, words: Self.reason)), by: deputy, on: number)
        let attempt = RevisitTry(day: province.today, channel: .phone, wasReached: true)
        try await act(.ready(.revisit(attempt, note: "")), by: deputy, on: number)
        try await act(.ready(.rate(.satisfied, source: .toldToStaff, comment: "")), by: deputy, on: number)
        try await act(.ready(.close), by: officer, on: number)
    }

    private mutating func publish(_ number: MatterNumber) async throws {
        try await accept(number)
        try await act(
            .ready(.publish(title: "乌金山镇村口三盏路灯不亮", summary: Self.reason, answer: "")), by: province.head(of: .town),
            on: number)
        published = number
    }

    /// For a handler, in a matter that it has.
    private mutating func addLink() async throws {
        let (now, installation, handler) = (province.now, province.installation, province.handler(of: .town))
        guard let matter = handled else { throw NotFound() }
        let address = try await province.write { db, ids, _ in
            try OneTimeLinks.make(
                for: handler.person, grant: handler.grant.id, matter: matter, acts: [.seen, .takeUp, .reply], at: now,
                in: db, ids: &ids, installation: installation)
        }
        token = String(address.split(separator: "/").last ?? "")
    }

    /// More than a page may have statements, with the reported matter; and one that is public.
    private mutating func addFiles() async throws {
        let draft = try await province.app.files.keep(SampleFiles.upright, as: .photo)
        guard let reported, let published, let post = posts.first else { return }
        let (now, keys) = (province.now, province.installation.keys)
        let found: Int64? = try await province.value("SELECT id FROM matter WHERE number = \(published.text)")
        guard let matter = found else { return }
        let made = try await province.write { db, ids, _ in
            func attach(_ owner: FileOwner) throws -> Int64 {
                try FileTable.attach(
                    draft, to: owner, description: "村口的路灯", by: nil, at: now, in: db, ids: &ids, keys: keys)
            }
            let own = try (0..<Self.many).map { _ in try attach(.matterWords(reported.id)) }
            let shown = try attach(.matterWords(matter))
            _ = try FileTable.publish([shown], ofMatter: matter, at: now, in: db)
            return (own[0], shown, try attach(.stationPost(post)))
        }
        files = [(reported.number, made.0), (published, made.1)]
        photos.append(made.2)
    }

    private static func photos(
        of post: Int64, at now: Instant, in db: Transaction, ids: inout IDs
    ) throws -> [Int64] {
        try (0..<2).map { _ in
            let id = ids.next()
            try db.run(
                """
                INSERT INTO station_photo (id, post, description, type, width, height, content, added_at)
                VALUES (\(id), \(post), '门口的牌子', 'png', 20, 10, \([0] as [UInt8]), \(now))
                """)
            return id
        }
    }

    /// Another platform that hears of all of it; at an address to which nothing is sent.
    private mutating func addPlatform() async throws {
        let (area, account) = (province.division(.county), province.systemAdmin.account)
        let (keys, now) = (province.installation.keys, province.now)
        guard let address = WebhookAddress("https://127.0.0.1/hook", allowsPrivate: false) else { throw NotFound() }
        hook = try await province.write { db, ids, _ in
            let webhook = Webhook(
                id: ids.next(), area: area, name: "热线", address: address, map: .native,
                topics: Set(WebhookTopic.choices))
            let secret = WebhookSecret(from: &ids)
            try WebhookTable.insert(webhook, secret: secret, by: account, at: now, in: db, keys: keys)
            try WebhookQueue.putTrial(for: webhook.id, at: now, in: db)
            return webhook.id
        }
    }

    /// Somebody with a mailbox and somebody of the staff, each of a station that then publishes.
    private mutating func addFollows() async throws {
        let (station, keys, now) = (province.station(.town), province.installation.keys, province.now)
        let person = province.officer(of: .county).person
        follow = try await province.write { db, ids, _ in
            let (id, post) = (ids.next(), ids.next())
            let token = keys.blindIndex("follow.link", "\(id)").hex
            let sealed = keys.seal("liu@example.cn", table: "follow", column: "address", row: id)
            try db.run(
                """
                INSERT INTO follow (id, subject, subject_id, category, address_sealed, address_index, token_digest,
                  confirmed_at, created_at)
                VALUES (\(id), 'station', \(station), '', \(sealed), \([1] as [UInt8]),
                  \(keys.blindIndex("follow.digest", token)), \(now), \(now))
                """)
            try db.run(
                """
                INSERT INTO follow (id, subject, subject_id, category, person, confirmed_at, created_at)
                VALUES (\(ids.next()), 'station', \(station), '', \(person), \(now), \(now))
                """)
            let review = Review(account: nil, name: "郝建国", at: now)
            try StationPostTable.insert(
                [
                    StationPost(
                        id: post, station: station, kind: .news, title: "代表走访", body: "走访了二十户居民。", writtenAt: now,
                        review: review)
                ], in: db)
            try PublicNews(.post, of: post, sequence: 1).put(in: db, at: now, ids: &ids)
            return token
        }
    }

    private mutating func addStationPage() async throws {
        let station = province.station(.town)
        let now = province.now
        let day = province.today.adding(days: 3)
        let head = province.head(of: .town)
        let review = Review(account: head.account, name: head.name, at: now)
        let mandates: [Int64] = try await province.read { db in
            try db.rows("SELECT id FROM mandate WHERE home_station = \(station) ORDER BY id").map { try $0[0] }
        }
        (posts, photos, receptions) = try await province.write { db, ids, _ in
            let posts = (0..<Self.many).map { index in
                StationPost(
                    id: ids.next(), station: station, kind: index % 2 == 0 ? .announcement : .news, title: "放假安排",
                    body: "节后照常开放。", writtenAt: now, review: review)
            }
            try StationPostTable.insert(posts, in: db)
            let receptions = (0..<Self.many).map { index in
                Reception(
                    id: ids.next(), station: station, day: day.adding(days: index),
                    hours: ReceptionHours(from: 540, to: 690), place: "一楼接待室", scope: "物业和供暖", writtenAt: now,
                    review: review, slotMinutes: 30)
            }
            try ReceptionTable.insert(receptions.map { ($0, deputies: mandates) }, in: db)
            return ([posts[0].id], try Self.photos(of: posts[0].id, at: now, in: db, ids: &ids), [receptions[0].id])
        }
    }
}

// MARK: On paper

extension FurnishedProvince {
    /// A book of slips, and letters to the handler of a matter that was assigned.
    private mutating func addAnswerTexts() async throws {
        let officer = try await province.browser(as: province.officer(of: .town))
        for index in 0..<Self.many {
            _ = try await officer.get("/answer-texts/new")
            _ = try await officer.post(
                "/answer-texts", ["title": "路灯已修好 \(index)", "body": "{编号}：已于【哪一天】修好。", "category": "urban"])
        }
        let list = try await officer.get("/answer-texts").text
        answerText = list.firstMatch(of: /href="\/answer-texts\/(\d+)"/).flatMap { Int64($0.1) } ?? 0
    }

    private mutating func addPaper() async throws {
        let (station, now, installation) = (province.station(.town), province.now, province.installation)
        book = try await province.write { db, ids, _ in
            try OrderSlipBook.run(
                db, station: station, count: Self.many, by: nil, at: now, ids: &ids, in: installation)
        }
        let officer = try await province.browser(as: province.officer(of: .town))
        for number in numbers.dropFirst(2) {
            let path = "/matters/\(number.text)/letters"
            _ = try await officer.get(path + "/new?kind=urging")
            let made = try await officer.post(
                path, ["word": "乌金山人大意字", "title": "群众意见催办单", "addressee": "乌金山镇人民政府", "body": "请抓紧办理。"])
            guard let id = made.location?.split(separator: "/").last.flatMap({ Int64($0) }) else { continue }
            letters.append((number, id))
        }
    }
}
