import App
import ArgumentParser

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "列出全部网址（docs/routes.txt）。")

    func run() async throws {
        let routes = try await TemporaryFolder.use { folder in
            try await lianxin.run(build(Settings(dataDirectory: folder))) { app in app.routes }
        }
        for route in routes { print(route) }
    }
}
