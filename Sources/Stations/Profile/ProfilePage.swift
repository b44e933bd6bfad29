import Directory
import Domain
import Hummingbird
import Web

/// `GET`, `POST /station/{code}/profile`, `POST …/profile/publication`: 联络站概况.
struct ProfilePage: Sendable {
    private static let frame = PageFrame("写联络站概况", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(Self.frame, context.parts(), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        do {
            let words = try words(context)
            let version = try context.reader.version()
            return try await installation.stationWrite(code, request, context) { write, ids in
                try WriteProfile.run(write, words, version: version, ids: &ids)
                return DeskAddress(code: code).profile
            }
        } catch let errors as FormErrors {
            return try await page(Self.frame.refused(), context.parts(refused: errors), context)
        }
    }

    @Sendable func publish(_ request: Request, _ context: AppContext) async throws -> Response {
        let code = try context.part("code")
        let version = try context.reader.version()
        return try await installation.stationWrite(code, request, context) { write, ids in
            try PublishProfile.run(write, version: version, ids: &ids)
            return DeskAddress(code: code).desk
        }
    }

    private func words(_ context: AppContext) throws(FormErrors) -> StationProfile.Words {
        var reader = context.reader
        let location = reader.lines("location", "位置和怎么走", most: 300)
        let surroundings = reader.lines("surroundings", "服务范围", most: 500)
        let systems = reader.lines("systems", "制度", most: 2000)
        try reader.finish()
        return StationProfile.Words(location: location, surroundings: surroundings, systems: systems)
    }

    private func page(_ frame: PageFrame, _ parts: FormParts, _ context: AppContext) async throws -> Response {
        let today = Day(of: installation.now())
        let (duty, profile) = try await installation.stationRead(context) { db, duty, _ in
            (duty, try StationProfileTable.find(duty.station.id, in: db))
        }
        let view = ProfileView(
            duty: duty, profile: profile, parts: parts, publishing: context.parts(prefix: "publish-"), today: today)
        return context.page(frame, view.html)
    }
}
