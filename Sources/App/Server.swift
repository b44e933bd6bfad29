import Database
import Directory
import Domain
import Files
import Hummingbird
import Logging
import Outbox
import Record
import Schema
import Secrets
import Web

/// Joins everything: the one way to make the application, for the program and for every test of a feature.
/// `pause` slows down repeated sign-ins; tests replace it together with the clock.
package func build(
    _ settings: Settings, clock: @escaping @Sendable () -> Instant = { .current },
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
) async throws -> Assembled {
    let outbox = try settings.outboxSettings()
    let (engine, keys) = try await open(settings)
    do {
        guard try await !DatabaseCopy.isUnfinished(in: engine) else { throw UnfinishedCopy() }
        let migrated = try await Migrator(Schema.migrations).run(on: engine, at: clock().ms)
        // One at a time: of two first starts with different keys the second must see the marks of the first.
        try await engine.alter { db in try keys.noteMarks(in: db, file: settings.keyFile) }
        let installation = install(settings, engine, keys, clock: clock, pause: pause)
        try await loadCalendar(in: installation)
        // The step that brings the public search finds it empty, whatever was published before.
        if migrated.contains(15) { try await PublicSearch.refill(in: installation) }
        let files = try settings.fileStore(keys: keys) { installation.now() }
        return try assemble(settings, installation, files, Channels(outbox, in: installation), migrated)
    } catch {
        try? await engine.close()
        throw error
    }
}

/// A copy into this database was begun and is not whole.
package struct UnfinishedCopy: Error, CustomStringConvertible {
    package let description = "往这个数据库的复制（lianxin copy）还没有做完，请先把它做完"
}

/// The database and the keys that open what is in it. Where there is a database already its keys must be there too:
/// new ones would make everything sealed unreadable for good.
private func open(_ settings: Settings) async throws -> (any DatabaseEngine, KeyRing) {
    try settings.makeFolder()
    let isFirstStart = try await !settings.database.isThere()
    let keys =
        isFirstStart ? try KeyRing.load(file: settings.keyFile) : try KeyRing.existing(file: settings.keyFile)
    return (try settings.database.open(), keys)
}

private func install(
    _ settings: Settings, _ engine: any DatabaseEngine, _ keys: KeyRing, clock: @escaping @Sendable () -> Instant,
    pause: @escaping @Sendable (Duration) async throws -> Void
) -> Installation {
    Installation(
        database: engine, keys: keys,
        settings: InstallationSettings(
            publicURL: settings.address, passwordCost: settings.passwordCost, isTelling: settings.isTelling,
            weasyprint: settings.weasyprint, sendsSMS: settings.sendsSMS || settings.outbox[.smsURL] != nil,
            allowsPrivateWebhooks: settings.allowsPrivateWebhooks),
        clock: clock, pause: pause)
}

/// The years the program came with, unless they were loaded before: an operator's own file stands.
private func loadCalendar(in installation: Installation) async throws {
    let known = try await installation.database.read { db in
        Set(try db.rows("SELECT year FROM calendar_year").map { row in try row[0] as Int })
    }
    let days = try CalendarFile.included().filter { !known.contains($0.noticeYear) }
    guard !days.isEmpty else { return }
    let now = installation.now()
    let leased = try await installation.ids.take()
    try await installation.database.write { db in
        var ids = leased
        try LoadCalendar.run(db, days: days, by: .system, at: now, ids: &ids, keys: installation.keys)
    }
}

private func assemble(
    _ settings: Settings, _ installation: Installation, _ files: FileStore, _ channels: Channels, _ migrated: [Int]
) throws -> Assembled {
    let site = try site(settings, installation)
    let features = Features(installation, files: files, channels: channels)
    let works = Schedule.works(features, channels: channels)
    // What offices may see never leaves by the residents' face, whoever asks.
    let nobody: SessionLookup = { _ in nil }
    let router = Router.site(site, sessions: settings.face == .residents ? nobody : features.sessions)
    HealthPages(installation: installation, works: works).routes(on: router)
    if settings.face != .residents {
        MetricsPage(installation: installation, traffic: site.traffic).routes(on: router)
    }
    // Only what is added after it goes through the gate.
    router.add(middleware: FaceGate(face: settings.face))
    features.routes(on: router)

    let logger = settings.logger("lianxin")
    return Assembled(
        settings: settings, installation: installation, files: files, migrated: migrated,
        routes: SiteMap.lines(of: router),
        worker: Worker(installation, works: works, logger: logger),
        responder: SiteResponder(site: site, router: router), logger: logger)
}

private func site(_ settings: Settings, _ installation: Installation) throws -> Site {
    let keys = installation.keys
    return Site(
        purpose: settings.isDemo ? "演示系统：人名、电话和事情都是编造的" : "向人大代表和联络站反映身边的事",
        human: Site.HumanLine(telephone: settings.telephone, hours: settings.hours),
        assets: try Assets.load(),
        signatures: Signatures(
            sign: { keys.sign($0, purpose: $1) }, verify: { keys.verify($1, of: $0, purpose: $2) }),
        faces: settings.face.audiences, isSecure: installation.settings.isSecure, isBehindProxy: settings.isBehindProxy,
        fileRoutes: Features.fileRoutes, openFileRoutes: Features.openFileRoutes)
}
