import Domain
import NIOCore
import TestSupport
import Testing

@testable import Outbox

@Suite("When it is asked who may know and who may say so")
struct WebhookScopeTests {
    @Test("a receiver hears of its own area only, and nothing of what by-passes it")
    func areas() async throws {
        let ground = try await WebhookGround()
        let (county, town) = (Platform(), Platform())
        try await county.open { countyAddress in
            try await town.open { townAddress in
                _ = try await ground.make(countyAddress)
                _ = try await ground.make(townAddress, area: "140702100")
                let own = try await ground.said()
                let bypassing = try await ground.said(isBypassed: true)
                _ = try await ground.said(in: .otherTown)
                try await ground.send()

                #expect(county.received.compactMap { $0["number"] } == [own, bypassing].map(\.number.text))
                #expect(town.received.compactMap { $0["number"] } == [own.number.text])
            }
        }
    }

    @Test("a petition is told to nobody; what waited when it became one is dropped")
    func petition() async throws {
        let ground = try await WebhookGround()
        let platform = Platform()
        try await platform.open { address in
            let made = try await ground.make(address)
            let receipt = try await ground.said()
            let province = ground.province
            let triage = Triage(route: .refer, commonality: .personal, category: .land, power: .township)
            try await ground.act(.triage(triage, note: ""), by: province.clerk(of: .town), on: receipt.number)
            try await ground.act(.refer(reason: WebhookGround.reason), by: province.head(of: .town), on: receipt.number)
            try await ground.act(.notify(.letter), by: province.clerk(of: .town), on: receipt.number)
            let department = province.petitionOfficer(of: .county)
            try await ground.act(
                .setReferralDeadline(province.today.adding(days: 40)), by: department, on: receipt.number)
            try await ground.act(
                .recordReferralReply(words: WebhookGround.reason), by: department, on: receipt.number)
            try await ground.send()
            let page = try await ground.admin.get(made.path).text

            #expect(platform.received.isEmpty)
            #expect(page.contains("不再发送") && !page.contains(receipt.number.text))
        }
    }

    @Test("where nobody listens nothing is written")
    func nobody() async throws {
        let ground = try await WebhookGround()
        let receipt = try await ground.said()
        try await ground.accept(receipt.number)

        #expect(try await ground.province.count("SELECT COUNT(*) FROM webhook_delivery") == 0)
    }

    @Test("a visitor is led to sign in, others of the staff are refused")
    func others() async throws {
        let ground = try await WebhookGround()
        let made = try await ground.make("http://localhost:1/hook")
        let visitor = try await ground.province.browser().get(made.path)
        #expect(visitor.status == .seeOther && visitor.location?.hasPrefix("/sign-in") == true)

        for person in [ground.province.securityAdmin, ground.province.officer(of: .county), ground.province.auditor] {
            let browser = try await ground.province.browser(as: person)
            for path in ["/admin/webhooks", "/admin/webhooks/new", made.path] {
                #expect(try await browser.get(path).status == .forbidden, "\(person.login) \(path)")
            }
            _ = try await browser.get("/account")
            #expect(try await browser.post(made.path + "/pause", ["version": "1"]).status == .forbidden)
        }
        #expect(try await ground.admin.get("/admin/webhooks").text.contains("市 12345 热线"))
    }

    @Test("those of another area do not exist for its administrator")
    func otherArea() async throws {
        let ground = try await WebhookGround()
        let made = try await ground.make("http://localhost:1/hook")
        let (grant, other) = (ground.province.systemAdmin.grant.id, ground.province.division(.otherCounty))
        try await ground.province.write { db, _, _ in
            try db.run("UPDATE role_grant SET area = \(other) WHERE id = \(grant)")
        }

        #expect(try await ground.admin.get(made.path).status == .notFound)
        #expect(try await !ground.admin.get("/admin/webhooks").text.contains("市 12345 热线"))
        let refused = try await ground.make("http://localhost:1/hook")
        #expect(refused.answer.status == .unprocessableContent)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM webhook") == 1)
    }

    @Test("the secret is shown once: not on the page, not to the same form sent again, not in the database")
    func secret() async throws {
        let ground = try await WebhookGround()
        let made = try await ground.make("http://localhost:1/hook")
        let again = try await ground.admin.post(raw: "/admin/webhooks", made.fields)

        #expect(made.secret.count > 40)
        #expect(again.status == .ok && again.text.contains("密钥已经显示过") && !again.text.contains("lxwh_"))
        #expect(try await ground.province.count("SELECT COUNT(*) FROM webhook") == 1)
        #expect(try await !ground.admin.get(made.path).text.contains(made.secret))
        let sealed: [UInt8]? = try await ground.province.value("SELECT secret_sealed FROM webhook")
        #expect(String(decoding: sealed ?? [], as: UTF8.self).contains(made.secret) == false)
        #expect(try await ground.province.faults() == [])
    }

    @Test("what is missing or wrong is said at its field")
    func wrong() async throws {
        let ground = try await WebhookGround()
        _ = try await ground.admin.get("/admin/webhooks/new")

        let empty = try await ground.admin.post("/admin/webhooks")
        let address = try await ground.admin.post(
            "/admin/webhooks",
            ["name": "热线", "address": "ftp://a.cn", "map": "native", "topic": "registered", "area": "140702"])

        #expect(empty.status == .unprocessableContent)
        for field in ["name", "address", "topic", "map"] { #expect(empty.text.contains("href=\"#\(field)\"")) }
        #expect(address.text.contains("地址不对") && address.text.contains("value=\"ftp://a.cn\""))
    }

    @Test("a page from before somebody else's change is stale")
    func stale() async throws {
        let ground = try await WebhookGround()
        let made = try await ground.make("http://localhost:1/hook")
        _ = try await ground.press("/pause", of: made)

        #expect(try await ground.admin.post(made.path + "/resumption", ["version": "1"]).status == .conflict)
    }

    @Test("removed, it is told nothing more; who removed it stays in the record")
    func removed() async throws {
        let ground = try await WebhookGround()
        let made = try await ground.make("http://localhost:1/hook")
        _ = try await ground.said()

        let answer = try await ground.press("/removal", of: made)

        #expect(answer.location == "/admin/webhooks")
        #expect(try await ground.admin.get(made.path).status == .notFound)
        #expect(try await ground.province.count("SELECT COUNT(*) FROM webhook_delivery") == 0)
        let names = try await ground.province.read { db in
            try db.rows(
                "SELECT name FROM event WHERE stream_kind = 'directory' AND stream_id = \(made.id) ORDER BY sequence"
            )
            .map { try $0[0] as String }
        }
        #expect(names == ["webhookMade", "webhookRemoved"])
        #expect(try await ground.province.faults() == [])
    }

    @Test("without the operator's word nothing is sent into the own network, and only encrypted addresses are taken")
    func network() async throws {
        let ground = try await WebhookGround(allowsPrivate: false)
        let platform = Platform()
        try await platform.open { address in
            let plain = try await ground.make(address)
            let made = try await ground.make(address.replacing("http://", with: "https://"))
            _ = try await ground.said()
            try await ground.send()

            #expect(plain.answer.status == .unprocessableContent)
            #expect(platform.received.isEmpty)
            #expect(try await ground.admin.get(made.path).text.contains("地址在内部网络，没有发"))
        }
    }

    @Test(
        "numbers of networks that lead to nobody outside are known",
        arguments: [
            ("127.0.0.1", true), ("10.1.2.3", true), ("172.16.0.1", true), ("172.32.0.1", false),
            ("192.168.1.1", true), ("169.254.169.254", true), ("100.64.0.1", true), ("0.0.0.0", true),
            ("224.0.0.1", true), ("255.255.255.255", true), ("8.8.8.8", false), ("223.5.5.5", false),
            ("::1", true), ("::", true), ("fe80::1", true), ("fd00::1", true), ("ff02::1", true),
            ("::ffff:10.0.0.1", true), ("::ffff:8.8.8.8", true), ("64:ff9b::a00:1", true), ("2002:a00:1::", true),
            ("2001:db8::1", true), ("2400:3200::1", false),
        ])
    func numbers(address: String, isPrivate: Bool) throws {
        #expect(PrivateNetwork.holds(try SocketAddress(ipAddress: address, port: 443)) == isPrivate)
    }

    @Test("an address of the web is one, and nothing else is")
    func addresses() {
        #expect(WebhookAddress("https://12345.example.cn/hook?k=1", allowsPrivate: false) != nil)
        #expect(WebhookAddress("http://12345.example.cn/hook", allowsPrivate: false) == nil)
        #expect(WebhookAddress("http://10.0.0.8:9000/hook", allowsPrivate: true)?.port == 9000)
        for wrong in ["", "example.cn", "file:///etc/passwd", "https://", "https://a:b@example.cn/", "https://x.cn/#a"]
        {
            #expect(WebhookAddress(wrong, allowsPrivate: true) == nil, "\(wrong)")
        }
    }
}
