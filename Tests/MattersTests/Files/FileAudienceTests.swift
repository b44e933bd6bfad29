import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When somebody asks for a photo or the voice of a reporter")
struct FileAudienceTests {
    @Test("the station and the offices that decide see the photo, and the voice nobody but those who may know her")
    func insiders() async throws {
        let ground = try await FileGround()
        try await ground.play.inHandling()
        let province = ground.province

        for person in [province.clerk(of: .town), province.head(of: .town), province.deputy(of: .town)] {
            #expect(try await ground.status(ground.photo, by: person) == 200, "\(person.login)")
            #expect(try await ground.status(ground.voice, by: person) == 200, "\(person.login)")
        }
        let officer = province.officer(of: .town)
        #expect(try await ground.status(ground.photo, by: officer) == 200)
        #expect(try await ground.status(ground.voice, by: officer) == 404)
    }

    @Test("a handler finds neither, a stranger of another station neither, and a visitor has to sign in")
    func outsiders() async throws {
        let ground = try await FileGround()
        try await ground.play.inHandling()
        let province = ground.province

        for person in [
            province.handler(of: .town), province.clerk(of: .street), province.handler("transport", of: .county),
            province.auditor,
        ] {
            #expect(try await ground.status(ground.photo, by: person) == 404, "\(person.login)")
            #expect(try await ground.status(ground.voice, by: person) == 404, "\(person.login)")
        }
        let page = try await province.browser(as: province.handler(of: .town)).get(ground.staffPage)
        #expect(page.status == .ok && !page.text.contains("/files/"))
        let visitor = try await province.browser()
        #expect(try await visitor.get("\(ground.staffPage)/files/\(ground.photo)").status == .seeOther)
        #expect(try await visitor.get("\(ground.ownPage)/files/\(ground.photo)").status == .notFound)
        #expect(try await visitor.get("\(ground.publicPage)/files/\(ground.photo)").status == .notFound)
    }

    @Test("the reporter sees her own, with nothing of where it was made, and no other reporter does")
    func reporter() async throws {
        let ground = try await FileGround()
        let own = try await ground.reporter()
        let other = try await FileGround(ground.province)
        let stranger = try await other.reporter()
        let path = "\(ground.ownPage)/files/\(ground.photo)"

        let page = try await own.browser.get(ground.ownPage)
        let photo = try await own.browser.get(path)
        let small = try await own.browser.get(path + "?small=yes")
        let voice = try await own.browser.get("\(ground.ownPage)/files/\(ground.voice)")

        #expect(page.text.contains("\(path)?small=yes\" alt=\"反映人的照片") && page.text.contains("<audio controls"))
        #expect(photo.status == .ok && photo.headers[.contentType] == "image/jpeg")
        #expect(!photo.bytes.isEmpty && !small.bytes.isEmpty && small.status == .ok)
        #expect(!String(decoding: photo.bytes, as: UTF8.self).contains("Huawei"))
        #expect(voice.bytes == SayFiles.voice(seconds: 2) && voice.headers[.contentType] == "audio/wav")
        #expect(try await stranger.browser.get(path).status == .notFound)
        // Through her own matter neither.
        #expect(try await stranger.browser.get("\(other.ownPage)/files/\(ground.photo)").status == .notFound)
    }

    @Test("it is nobody's to keep, to embed or to run")
    func headers() async throws {
        let ground = try await FileGround()
        let browser = try await ground.province.browser(as: ground.province.clerk(of: .town))

        let photo = try await browser.get("\(ground.staffPage)/files/\(ground.photo)")

        #expect(photo.headers[.cacheControl] == "no-store")
        #expect(photo.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
        #expect(photo.headers[.xContentTypeOptions] == "nosniff")
        #expect(photo.headers[.contentDisposition] == "inline; filename=\"photo.jpg\"")
        #expect(photo.headers[.init("Cross-Origin-Resource-Policy")!] == "same-origin")
    }

    @Test(
        "what the station releases the handler sees, the photo and not the voice, and who did it stands in the record")
    func released() async throws {
        let ground = try await FileGround()
        try await ground.play.inHandling()
        let province = ground.province
        let handler = province.handler(of: .town)

        #expect(try await ground.release(by: handler).status == .notFound)
        #expect(try await ground.release(by: province.officer(of: .town)).status == .forbidden)
        #expect(try await ground.status(ground.photo, by: handler) == 404)
        #expect(try await ground.release(by: province.clerk(of: .town)).status == .seeOther)

        #expect(try await ground.status(ground.photo, by: handler) == 200)
        #expect(try await ground.status(ground.voice, by: handler) == 404)
        #expect(try await province.browser(as: handler).get(ground.staffPage).text.contains("/files/\(ground.photo)"))
        let author: Int64? = try await province.value(
            "SELECT author_account FROM event WHERE stream_kind = 'station' AND name = 'photoReleased'")
        #expect(author == province.clerk(of: .town).account)
        #expect(try await province.faults() == [])
    }

    @Test("a handler who may know her sees her photos, and never hears her voice")
    func named() async throws {
        let ground = try await FileGround(mayBeNamed: true)
        try await ground.play.inHandling()
        let handler = ground.province.handler(of: .town)

        #expect(try await ground.status(ground.photo, by: handler) == 200)
        #expect(try await ground.status(ground.voice, by: handler) == 404)
    }

    @Test("of a by-passed matter the town sees no photo, and of a petition its station none any more")
    func unseen() async throws {
        let bypassed = try await FileGround(isBypassed: true)
        let province = bypassed.province
        #expect(try await bypassed.status(bypassed.photo, by: province.clerk(of: .town)) == 404)
        #expect(try await bypassed.status(bypassed.photo, by: province.officer(of: .town)) == 404)

        let petition = try await FileGround(province)
        let triage = Triage(route: .refer, commonality: .personal, category: .urban, power: .township)
        try await petition.play.act(.triage(triage, note: ""), by: province.clerk(of: .town))
        try await petition.play.act(.refer(reason: Said.reason), by: province.head(of: .town))
        #expect(try await petition.status(petition.photo, by: province.clerk(of: .town)) == 404)
        #expect(try await petition.status(petition.photo, by: province.petitionOfficer(of: .county)) == 200)
    }
}
