import App
import Domain
import Foundation
import Secrets
import TestSupport
import Testing

@Suite("When the application is put together")
struct AssemblyTests {
    @Test("its routes are listed in order, each once, without the heads that every page has")
    func routes() async throws {
        let routes = try await TestProvince().app.routes

        #expect(routes.contains("GET /health"))
        #expect(routes.contains("POST /sign-in"))
        #expect(!routes.contains { $0.hasPrefix("HEAD") })
        #expect(Set(routes).count == routes.count)
        let paths = routes.map { $0.split(separator: " ")[1] }
        #expect(paths == paths.sorted())
    }

    @Test("a database without its keys is refused: new ones would make it unreadable for good")
    func lostKeys() async throws {
        let province = try await TestProvince()
        try await province.app.close()
        try FileManager.default.removeItem(atPath: province.app.settings.keyFile)

        await #expect(throws: SecretsError.self) { try await province.another() }

        #expect(!FileManager.default.fileExists(atPath: province.app.settings.keyFile))
    }

    @Test("everybody of the small province is reachable, and nothing in it is broken")
    func province() async throws {
        let province = try await TestProvince()
        let atlas = try await province.snapshot().atlas
        let now = province.now

        let places = TestPlace.allCases.filter { $0 != .province }
        #expect(places.allSatisfy { atlas.isOpen(province.station($0), at: now) })
        #expect(atlas.isReachable(organ: try await province.bureau("transport", in: .county), at: now))
        #expect(!atlas.isReachable(organ: try await province.bureau("education", in: .county), at: now))
        #expect(Set(province.everybody.map(\.name)).count == province.everybody.count)
        #expect(try await province.faults().isEmpty)
    }

    @Test("its people sign in with their password or are signed in already")
    func signIn() async throws {
        let province = try await TestProvince()
        let clerk = province.clerk(of: .town)
        let visitor = try await province.browser()
        let known = try await province.browser(as: clerk)

        _ = try await visitor.get("/sign-in")
        let answer = try await visitor.post("/sign-in", ["login": clerk.login, "password": TestPerson.password])
        province.clock.pass(days: 3)

        #expect(answer.status == .seeOther)
        #expect(try await known.get("/account").text.contains(clerk.name))
    }
}
