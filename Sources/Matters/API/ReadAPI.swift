import Database
import Directory
import Domain
import Hummingbird
import Web

/// `GET /api/v1/matters/{number}`, its events, and what its forms offer to choose from.
struct ReadAPI: Sendable {
    let installation: Installation

    struct Events: Encodable, Sendable {
        var items: [EventJSON]
    }

    struct Choices: Encodable, Sendable {
        struct Item: Encodable, Sendable {
            var id: Int64
            var name: String

            init?(_ choice: Choice) {
                guard let id = Int64(choice.value) else { return nil }
                self.id = id
                name = choice.label
            }
        }

        /// Organs to which it may be assigned.
        var handlers: [Item]
        /// Organs to which it may be passed on.
        var receivers: [Item]
        /// Deputies who may supervise.
        var deputies: [Item]
        var levels: [String]
    }

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> JSONResponse<MatterJSON> {
        let today = Day(of: installation.now())
        return try await read(request, context, withEvents: false) { shown, snapshot, _ in
            MatterJSON(shown, calendar: snapshot.calendar, today: today)
        }
    }

    @Sendable func events(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Events> {
        try await read(request, context) { shown, _, _ in
            Events(items: shown.events.map { EventJSON($0, isForReporter: shown.isForReporter) })
        }
    }

    @Sendable func choices(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Choices> {
        let now = installation.now()
        return try await read(request, context, withEvents: false) { shown, snapshot, db in
            let ground = try FormGroundQuery(shown: shown, snapshot: snapshot, now: now).run(db)
            return Choices(
                handlers: ground.handlers.compactMap(Choices.Item.init),
                receivers: ground.receivers.compactMap(Choices.Item.init),
                deputies: ground.deputies.compactMap(Choices.Item.init),
                levels: ground.levels.map { LevelChoice($0).rawValue })
        }
    }

    private func read<Value: Encodable & Sendable>(
        _ request: Request, _ context: AppContext, withEvents: Bool = true,
        _ draw: @escaping @Sendable (ShownMatter, Snapshot, Transaction) throws -> Value
    ) async throws -> JSONResponse<Value> {
        let (caller, number) = try await APICaller.ofMatter(request, context, in: installation)
        let principal = try caller.known()
        let now = installation.now()
        let installation = installation
        return JSONResponse(
            try await installation.database.read { db in
                let snapshot = try installation.snapshot(in: db)
                let shown = try MatterQuery.run(
                    db, number, by: principal, at: now, atlas: snapshot.atlas, withEvents: withEvents,
                    in: installation)
                return try draw(shown, snapshot, db)
            })
    }
}

extension LevelChoice {
    init(_ level: Level) {
        self =
            switch level {
            case .township: .township
            case .county: .county
            case .city: .city
            case .province: .province
            }
    }
}
