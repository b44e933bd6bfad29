import Directory
import Domain
import Files
import Hummingbird
import Web

/// The pictures of posts: added and removed at the desk, seen by everybody with the published text they belong to.
struct PhotoPage: Sendable {
    let installation: Installation
    let files: FileStore

    @Sendable func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let post = try context.id("post")
        do {
            let (picture, description) = try await read(context)
            let version = try context.reader.version()
            return try await installation.stationWrite(code, request, context) { write, ids in
                try AddPhoto.run(write, to: post, picture, description, version: version, ids: &ids)
                return DeskAddress(code: code).post(post)
            }
        } catch let errors as FormErrors {
            return try await PostPage(installation: installation).refusedPhoto(errors, context)
        }
    }

    @Sendable func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let (post, photo) = (try context.id("post"), try context.id("photo"))
        let version = try context.reader.version()
        return try await installation.stationWrite(code, request, context) { write, ids in
            try RemovePhoto.run(write, photo, of: post, version: version, ids: &ids)
            return DeskAddress(code: code).post(post)
        }
    }

    @Sendable func preview(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let (code, post, photo) = (try context.part("code"), try context.id("post"), try context.id("photo"))
        let installation = installation
        let found = try await installation.database.read { db in
            let duty = try StationDuty(code, signed, atlas: installation.snapshot(in: db).atlas)
            return try StationPhotoTable.picture(photo, of: post, at: duty.station.id, in: db, keys: installation.keys)
        }
        return try await answer(found, "no-store")
    }

    @Sendable func published(_ request: Request, _ context: AppContext) async throws -> Response {
        let (code, photo) = (try context.part("code"), try context.id("photo"))
        let installation = installation
        let found = try await installation.database.read { db in
            guard let station = try installation.snapshot(in: db).atlas.station(code: code) else { throw NotFound() }
            return try StationPhotoTable.published(photo, of: station.id, in: db, keys: installation.keys)
        }
        // What is withdrawn is gone for everybody within the minute.
        return try await answer(found, "public, max-age=60")
    }

    private func answer(
        _ found: StationPicture?, _ caching: String
    ) async throws -> Response {
        switch found {
        case nil: throw NotFound()
        case .row(let mediaType, let bytes): return .file(bytes, mediaType, named: "photo", caching: caching)
        case .file(let file):
            return .file(
                try await files.bytes(of: file), file.type.mediaType, named: file.name, isShown: file.isShown,
                caching: caching)
        }
    }

    /// What was typed is looked at before the picture is worked on, and all mistakes are said at once.
    private func read(_ context: AppContext) async throws -> (FileDraft, String) {
        var reader = context.reader
        let description = reader.text("description", "照片里是什么", most: 100)
        var picture: FileDraft?
        if let file = context.file("photo") {
            do {
                picture = try await files.keep(file.bytes, as: .photo)
            } catch let refused as FileRefused {
                reader.add("photo", refused.message)
            }
        } else {
            reader.add("photo", "请选择一张照片")
        }
        try reader.finish()
        guard let picture else { throw reader.errors }
        return (picture, description)
    }
}
