import Directory
import Domain
import Hummingbird
import Web

/// The pictures of posts: added and removed at the desk, seen by everybody with the published text they belong to.
struct PhotoPage: Sendable {
    let installation: Installation

    @Sendable func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let post = try context.id("post")
        do {
            let (picture, description) = try read(context)
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
            return try StationPhotoTable.content(photo, of: post, at: duty.station.id, in: db)
        }
        return try answer(found, "no-store")
    }

    @Sendable func published(_ request: Request, _ context: AppContext) async throws -> Response {
        let (code, photo) = (try context.part("code"), try context.id("photo"))
        let installation = installation
        let found = try await installation.database.read { db in
            guard let station = try installation.snapshot(in: db).atlas.station(code: code) else { throw NotFound() }
            return try StationPhotoTable.published(photo, of: station.id, in: db)
        }
        // What is withdrawn is gone for everybody within the minute.
        return try answer(found, "public, max-age=60")
    }

    private func answer(_ found: (kind: CleanPhoto.Kind, bytes: [UInt8])?, _ caching: String) throws -> Response {
        guard let found else { throw NotFound() }
        return Response(
            status: .ok, headers: [.contentType: found.kind.mediaType, .cacheControl: caching],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: found.bytes)))
    }

    private func read(_ context: AppContext) throws(FormErrors) -> (CleanPhoto, String) {
        var reader = context.reader
        let description = reader.text("description", "照片里是什么", most: 100)
        var picture: CleanPhoto?
        if let file = context.file("photo") {
            do throws(CleanPhoto.Fault) {
                picture = try CleanPhoto(file.bytes)
            } catch .tooLarge {
                reader.add("photo", "照片的长和宽太大，请先缩小再上传")
            } catch {
                reader.add("photo", "这个文件不是完整的 JPG 或 PNG 照片，请换一张")
            }
        } else {
            reader.add("photo", "请选择一张照片")
        }
        try reader.finish()
        guard let picture else { throw reader.errors }
        return (picture, description)
    }
}
