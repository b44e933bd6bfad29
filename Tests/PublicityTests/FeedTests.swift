import Domain
import Foundation
import TestSupport
import Testing

@testable import Publicity

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("When a program follows what is new")
struct FeedTests {
    @Test("the feed of an area is Atom 1.0: names, moments and absolute links, the newest publication first")
    func area() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        let old = try await ground.publish("村口到学校的路灯不亮了 <a> & \"b\"")
        ground.province.clock.pass(days: 1)
        let new = try await ground.publish("学校门口没有画斑马线", answer: "已经画好。")
        try await ground.publish("胡村路口没有红绿灯", in: .otherTown)

        let answer = try await ground.province.browser().get("/ledger.atom?division=140702100")

        #expect(answer.headers[.contentType] == "application/atom+xml; charset=utf-8")
        let feed = try ReadFeed(answer.bytes)
        let site = ground.province.installation.settings.publicURL
        #expect(feed.namespace == "http://www.w3.org/2005/Atom")
        #expect(feed.texts["feed/title"] == ["晋中市榆次区乌金山镇公开的事"])
        #expect(feed.texts["feed/id"] == [site + "/ledger.atom?division=140702100"])
        #expect(feed.texts["feed/updated"] == ["2026-05-26T01:00:00Z"])
        #expect(feed.links["feed self"] == [site + "/ledger.atom?division=140702100"])
        #expect(feed.links["feed alternate"] == [site + "/ledger?area=140702100"])
        #expect(feed.texts["entry/id"] == [site + "/m/" + new.text, site + "/m/" + old.text])
        #expect(feed.links["entry alternate"] == feed.texts["entry/id"])
        #expect(feed.texts["entry/updated"] == ["2026-05-26T01:00:00Z", "2026-05-25T01:00:00Z"])
        #expect(feed.texts["entry/title"] == ["学校门口没有画斑马线", "村口到学校的路灯不亮了 <a> & \"b\""])
        #expect(feed.texts["entry/author/name"] == Array(repeating: ground.province.head(of: .town).name, count: 2))
        #expect(feed.texts["entry/summary"]?[0].hasSuffix("答复：已经画好。") == true)
    }

    @Test("a station's feed has its announcements as well; an empty one is whole, an unknown one is not found")
    func station() async throws {
        let ground = PublishedGround(province: try await TestProvince())
        try await ground.publish("村口到学校的路灯不亮了")
        let browser = try await ground.province.browser()

        let feed = try ReadFeed(try await browser.get("/s/YC100/feed.atom").bytes)
        let empty = try ReadFeed(try await browser.get("/s/YC001/feed.atom").bytes)

        #expect(feed.texts["entry/title"] == ["村口到学校的路灯不亮了"])
        #expect(feed.links["feed alternate"]?.first?.hasSuffix("/s/YC100") == true)
        #expect(empty.texts["entry/id"] == nil && empty.texts["feed/updated"]?.count == 1)
        #expect(try await browser.get("/s/NONE/feed.atom").status == .notFound)
        #expect(try await browser.get("/ledger.atom?division=9").status == .notFound)
    }

    @Test("pages name the feed beside them")
    func links() async throws {
        let browser = try await TestProvince().browser()

        let ledger = try await browser.get("/ledger?area=140702").text
        let station = try await browser.get("/s/YC001").text

        let mark = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\""
        #expect(ledger.contains(mark + "榆次区公开的事\" href=\"/ledger.atom?division=140702\">"))
        #expect(station.contains(mark + "北关街道代表联络站\" href=\"/s/YC001/feed.atom\">"))
    }

    @Test("signs that no XML may hold are left out")
    func signs() {
        #expect(XMLText.clean("路\u{0}灯\u{B}\u{FFFE}不亮\n👍") == "路灯不亮\n👍")
    }
}

/// A feed as a program reads it.
private final class ReadFeed: NSObject, XMLParserDelegate {
    private(set) var namespace: String?
    /// By path, such as `entry/author/name`.
    private(set) var texts: [String: [String]] = [:]
    /// By whose and of what kind, such as `feed self`.
    private(set) var links: [String: [String]] = [:]
    private var path: [String] = []
    private var text = ""

    init(_ bytes: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        try #require(parser.parse(), "\(String(decoding: bytes, as: UTF8.self))")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if path.isEmpty { namespace = attributes["xmlns"] }
        if name == "link", let relation = attributes["rel"], let address = attributes["href"], let owner = path.last {
            links[owner + " " + relation, default: []].append(address)
        }
        path.append(name)
        text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        let parts = path.contains("entry") ? path.drop { $0 != "entry" } : path[...]
        if name != "link" { texts[parts.joined(separator: "/"), default: []].append(text) }
        path.removeLast()
        text = ""
    }
}
