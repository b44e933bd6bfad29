import App
import Database
import Directory
import Domain
import Foundation
import Matters
import Record
import Secrets
import Stations

/// Makes the demo province: real places, invented people, and matters that went their whole way through the same
/// operations as in real use, with the clock set back.
package enum Demo {
    package typealias Progress = @Sendable (DemoProgress) -> Void

    /// Makes everything in an empty folder.
    package static func make(_ order: DemoOrder, progress: @escaping Progress) async throws -> DemoReport {
        var settings = Settings(dataDirectory: order.folder)
        settings.server = order.server
        guard try await !settings.database.isThere() else {
            throw DemoRefusal(description: "\(settings.database.spoken) 已经有数据库，演示数据只放进空的地方")
        }
        // Whoever pulls the plug begins anew; there is nothing to keep.
        settings.sqlite = SQLiteOptions(readers: 1, synchronous: .off, cacheKibibytes: cache(for: order))
        settings.postgres = PostgresOptions(readers: 2, writers: 2, statementSeconds: 0)
        settings.logLevel = .error
        // What was played long ago is news to nobody.
        settings.isTelling = false
        let now = order.now
        let app = try await App.build(settings, clock: { now })
        do {
            let report = try await DemoMaker(order, app, progress: progress).run()
            try await app.close()
            return report
        } catch {
            try? await app.close()
            throw error
        }
    }

    /// In KiB. New rows go into the lists of many areas and under many words, so what is not in memory is read again and
    /// again; a matter takes some 8 KiB, half of which is touched often.
    private static func cache(for order: DemoOrder) -> Int {
        let most = Int(ProcessInfo.processInfo.physicalMemory / 4 / 1024)
        return min(most, max(262_144, order.ownMatters * 4))
    }
}

/// One making, from the areas to the figures.
private struct DemoMaker {
    let order: DemoOrder
    let app: Assembled
    let progress: Demo.Progress
    let texts: DemoTexts

    init(_ order: DemoOrder, _ app: Assembled, progress: @escaping Demo.Progress) throws {
        self.order = order
        self.app = app
        self.progress = progress
        texts = try DemoTexts()
    }

    private var installation: Installation { app.installation }
    private var today: Day { Day(of: order.now) }

    func run() async throws -> DemoReport {
        var watch = Stopwatch()
        var dice = Dice(seed: order.seed)
        var ids = try await installation.ids.take(400_000)
        let places = try DemoPlaces(order.size, texts: texts, dice: &dice, ids: &ids)
        let since = Day(today.civil.year - 4, 1, 1)
        let people = DemoPeople(
            places, size: order.size, since: since, names: texts.names, dice: dice,
            ids: try await installation.ids.take(500_000))
        try await furnish(places, people)
        watch.lap("机构和人员")
        try await writePages(places, people, dice, ids)
        watch.lap("站点页面")
        let lives = try await play(places, people)
        watch.lap("事项")
        let receipts = MatterState.allCases.flatMap { lives.receipts[$0] ?? [] }
        let notes = DemoNotes(signIns: SignInList(people: people, places: places).signIns(), matters: receipts)
        try notes.write(to: order.folder)
        progress(DemoProgress(step: .finishing, done: 0, total: 1))
        _ = await app.worker.runAll(at: order.now)
        watch.lap("汇总")
        return DemoReport(
            places: DemoReport.Places(
                areas: places.areas.count, stations: places.stations.count, points: places.points.count,
                mandates: people.mandates.count, accounts: people.members.count),
            lives: lives, laps: watch.laps, rule: order.messages == nil ? nil : MessageEnding.rule)
    }

    private func play(_ places: DemoPlaces, _ people: DemoPeople) async throws -> LifeReport {
        let snapshot = try await installation.snapshot()
        let cast = Cast(people: people, atlas: snapshot.atlas)
        let stage: any LifeStage =
            try order.messages.map { try messages($0, places, cast, snapshot) } ?? own(places, cast, snapshot)
        return try await Lives(installation: installation, snapshot: snapshot, stage: stage, progress: progress)
            .play()
    }

    private func own(_ places: DemoPlaces, _ cast: Cast, _ snapshot: Snapshot) -> any LifeStage {
        let writer = GroupWriter(
            texts: texts, cast: cast, timetable: Timetable(calendar: snapshot.calendar), areas: AreaChoice(places),
            end: order.now, seed: order.seed)
        return OwnLives(order.ownMatters, writer: writer, snapshot: snapshot)
    }

    private func messages(
        _ folder: String, _ places: DemoPlaces, _ cast: Cast, _ snapshot: Snapshot
    ) throws -> any LifeStage {
        let earliest = cast.people.since.adding(days: 7).start
        return MessageLives(
            try RealMessage.all(in: folder), count: order.matters,
            dates: MessageDates(end: order.now, earliest: earliest), texts: texts, cast: cast,
            areas: AreaChoice(places), snapshot: snapshot, seed: order.seed)
    }

    private func furnish(_ places: DemoPlaces, _ people: DemoPeople) async throws {
        let total = people.drafts.count
        let step = progress
        let sealed = try await PersonDraft.sealed(people.drafts, with: installation.keys) {
            step(DemoProgress(step: .people, done: $0, total: total))
        }
        let hash = try Password.hash(DemoPeople.password)
        let members = people.members
        let since = people.since
        try await installation.database.write { db in
            guard try places.seed.load(in: db) else { throw DemoRefusal(description: "目录里已经有一个省") }
            try StationTable.insert(places.stations, in: db)
            try LiaisonPointTable.insert(places.points, in: db)
            try PersonTable.insert(sealed, in: db)
            try MandateTable.insert(people.mandates, in: db)
            try AccountTable.insert(
                members.map {
                    Account(id: $0.signed.account, person: $0.signed.person, login: $0.login, status: .active)
                }, passwordHash: hash, in: db)
            try GrantTable.insert(
                members.map { GrantTable.Dated(grant: $0.grant, account: $0.signed.account, from: since) },
                givenBy: nil, in: db)
        }
    }

    private func writePages(_ places: DemoPlaces, _ people: DemoPeople, _ dice: Dice, _ ids: IDs) async throws {
        let calendar = try await installation.snapshot().calendar
        let texts = texts.station
        let today = today
        progress(DemoProgress(step: .pages, done: 0, total: 1))
        try await installation.database.write { db in
            var ids = ids
            let pages = StationPages(
                places, people, texts: texts, calendar: calendar, today: today, dice: dice, ids: &ids)
            try StationProfileTable.insert(pages.profiles, in: db)
            try StationPostTable.insert(pages.posts, in: db)
            try ScheduleTable.insert(pages.schedules, in: db)
            try ReceptionTable.insert(pages.receptions, in: db)
        }
    }
}
