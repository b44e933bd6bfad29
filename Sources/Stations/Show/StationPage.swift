import Directory
import Domain
import Hummingbird
import Web

/// `GET /s/{code}`: the station's page, opened by the sign at the door.
struct StationPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let shown = try await PublicStationQuery(installation: installation).run(context.part("code")).station
        var frame = PageFrame(shown.station.name, caching: .open(seconds: 60))
        let view = StationView(
            shown: shown, human: context.site.human,
            door: installation.settings.publicURL + Address.station(shown.station.code).text)
        frame.feed = PageFrame.Feed(shown.station.name, view.feed)
        return context.page(frame, view.html)
    }
}
