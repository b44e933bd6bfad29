import Database
import Directory
import Domain
import Files
import Hummingbird
import Web

/// The bytes of a matter's files, each only for whoever is shown it on the page it belongs to. Everybody else is told
/// what a stranger is told: that there is none.
struct MatterFilePage: Sendable {
    let installation: Installation
    let store: FileStore

    func routes(on router: Router<AppContext>) {
        router.get("/my/{number}/files/{file}", use: own)
        router.get("/matters/{number}/files/{file}", use: staff)
        router.post("/matters/{number}/files/{file}/release", use: release)
        router.get("/m/{number}/files/{file}", use: published)
    }

    @Sendable private func own(_ request: Request, _ context: AppContext) async throws -> Response {
        let (number, id) = (try context.matterNumber(), try context.id("file"))
        guard let session = ReporterSession(request) else { throw NotFound() }
        let now = installation.now()
        let installation = installation
        let file = try await installation.database.read { db in
            guard try session.renewed(at: now, in: db, keys: installation.keys) != nil else { throw NotFound() }
            return try shown(id, number, by: session.principal, at: now, in: db)
        }
        return try await answer(file, request)
    }

    @Sendable private func staff(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let (number, id) = (try context.matterNumber(), try context.id("file"))
        let now = installation.now()
        let file = try await installation.database.read { db in
            try shown(id, number, by: .account(signed), at: now, in: db)
        }
        return try await answer(file, request)
    }

    /// What the head published together with the summary, and nothing else.
    @Sendable private func published(_ request: Request, _ context: AppContext) async throws -> Response {
        let (number, id) = (try context.matterNumber(), try context.id("file"))
        let keys = installation.keys
        let file = try await installation.database.read { db in
            guard let matter = try MatterTable.matter(number, in: db)?.matter, matter.isPublished,
                let file = try FileTable.file(id, in: db, keys: keys), file.publishedAt != nil,
                file.owner.matter == matter.id
            else { throw NotFound() }
            return file
        }
        // What is withdrawn is gone for everybody within the minute.
        return try await answer(file, request, caching: "public, max-age=60")
    }

    @Sendable private func release(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let (number, id) = (try context.matterNumber(), try context.id("file"))
        let version = try context.reader.version()
        let (now, installation) = (installation.now(), installation)
        try await installation.once(request, context, at: now) { db, ids in
            try ReleasePhoto.run(db, number, id, version: version, by: signed, at: now, ids: &ids, in: installation)
        }
        return .seeOther(number.staffAddress)
    }

    private func shown(
        _ id: Int64, _ number: MatterNumber, by principal: Principal, at now: Instant, in db: Transaction
    ) throws -> StoredFile {
        let shown = try MatterQuery.run(db, number, by: principal, at: now, in: installation)
        guard let file = shown.files.first(where: { $0.id == id }) else { throw NotFound() }
        return file.stored
    }

    private func answer(
        _ file: StoredFile, _ request: Request, caching: String = "no-store"
    ) async throws -> Response {
        let isSmall = try FormBody.query(of: request)["small"] != nil
        let bytes = try await isSmall ? store.smallBytes(of: file) : store.bytes(of: file)
        return .file(bytes, file.type.mediaType, named: file.name, isShown: file.isShown, caching: caching)
    }
}

extension FileOwner {
    fileprivate var matter: MatterID? {
        switch self {
        case .matterWords(let id), .matterEvent(let id, _): id
        case .stationPost, .reception, .letter: nil
        }
    }
}
