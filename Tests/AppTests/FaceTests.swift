import App
import Hummingbird
import TestSupport
import Testing

@Suite("When the two faces live in separate networks")
struct FaceTests {
    @Test("staff pages do not exist on the residents' face")
    func residents() async throws {
        let province = try await TestProvince { $0.face = .residents }
        let visitor = try await province.browser()

        #expect(try await visitor.get("/sign-in").status == .notFound)
        #expect(try await visitor.get("/account").status == .notFound)
        #expect(try await visitor.post(raw: "/sign-in", []).status.kind == .clientError)
    }

    @Test("staff sign in on theirs")
    func staff() async throws {
        let province = try await TestProvince { $0.face = .staff }
        let visitor = try await province.browser()

        #expect(try await visitor.get("/sign-in").status == .ok)
    }

    @Test("health and style sheets are on every face", arguments: Face.allCases)
    func shared(face: Face) async throws {
        let province = try await TestProvince { $0.face = face }
        let visitor = try await province.browser()

        let missing = try await visitor.get("/nowhere").text
        let sheet = try #require(missing.firstMatch(of: /href="(\/assets\/[^"]+\.css)"/))

        #expect(try await visitor.get("/health").status == .ok)
        #expect(try await visitor.get(String(sheet.1)).status == .ok)
    }

    @Test("nobody is signed in on the residents' face, whatever token is shown")
    func tokens() async throws {
        let province = try await TestProvince { $0.face = .residents }
        let program = try await province.api(as: province.clerk(of: .street))

        #expect(try await program.get("/api/v1/stations").status == .unauthorized)
        #expect(try await province.api().get("/api/v1/stations").status == .ok)
    }

    @Test("no page leads to the other side where it is not served", arguments: Face.allCases)
    func doors(face: Face) async throws {
        let province = try await TestProvince { $0.face = face }
        let page = try await province.browser().get(face == .staff ? "/sign-in" : "/").text

        #expect(page.contains(#"<p><a href="/sign-in">"#) == (face == .all))
        #expect(page.contains("公众页面") == false)
    }

    @Test(
        "a page belongs to exactly one of them",
        arguments: [
            ("GET", "/", true), ("GET", "/say", true), ("POST", "/say", true), ("GET", "/my/{number}", true),
            ("GET", "/m/{number}", true), ("POST", "/m/{number}/support", true), ("GET", "/ledger/{number}", true),
            ("GET", "/ledger.csv", true), ("GET", "/ledger.atom", true), ("GET", "/results.csv", true),
            ("GET", "/search", true), ("GET", "/who", true), ("GET", "/sitemap.xml", true),
            ("GET", "/secrecy/{number}", false), ("GET", "/s/{code}", true), ("GET", "/paper/intake", true),
            ("GET", "/matters/{number}", false), ("GET", "/today", false),
            ("GET", "/l/{token}", true), ("POST", "/l/{token}/{noun}", true), ("GET", "/sign-in/code", false),
            ("GET", "/matters/{number}/links", false), ("POST", "/matters/{number}/disputes", false),
            ("POST", "/sign-in", false), ("GET", "/station/{code}", false), ("GET", "/something/new", false),
        ])
    func pages(method: String, pattern: String, isForResidents: Bool) throws {
        let method = try #require(HTTPRequest.Method(rawValue: method))

        #expect(Face.residents.shows(method, pattern) == isForResidents)
        #expect(Face.staff.shows(method, pattern) != isForResidents)
        #expect(Face.all.shows(method, pattern))
    }

    @Test(
        "programs of residents call what they need, those of offices everything",
        arguments: [
            ("POST", "/api/v1/matters", true), ("GET", "/api/v1/matters/{number}", true),
            ("POST", "/api/v1/matters/{number}/rating", true), ("GET", "/api/v1/divisions", true),
            ("GET", "/api/v1/stations/{code}", true), ("GET", "/api/v1/deputies", true),
            ("GET", "/api/v1/ledger", true), ("GET", "/api/v1/results", true), ("GET", "/api/v1/matters", false),
            ("GET", "/api/v1/matters/{number}/events", false), ("GET", "/api/v1/something", false),
            ("POST", "/api/v1/matters/{number}/assignment", false), ("POST", "/api/v1/sessions", false),
        ])
    func calls(method: String, pattern: String, isForResidents: Bool) throws {
        let method = try #require(HTTPRequest.Method(rawValue: method))

        #expect(Face.residents.shows(method, pattern) == isForResidents)
        #expect(Face.staff.shows(method, pattern))
    }
}
