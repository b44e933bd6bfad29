import Database
import Domain
import Record
import TestSupport
import Testing

@testable import Directory
@testable import Matters

@Suite("When one link or one code comes to several applications at once")
struct LinkContentionTests {
    @Test("of eight sendings of one link's act one is done, the others are told that it was")
    func link() async throws {
        let crowd = try await Crowd(of: 4)
        let province = crowd.province
        let receipt = try await Self.supervised(crowd)
        let token = try await Self.token(for: province.deputy(of: .town), receipt.id, [.seen, .check], province)
        let now = province.now

        let outcomes = try await crowd.atOnce(8) { installation, number -> String in
            let leased = try await installation.ids.take(128)
            let acting = ActByLink(
                token: token, act: .check, requests: [ActRequest(.ready(.passCheck(note: "")))])
            do {
                try await installation.database.write { db in
                    var ids = leased
                    try acting.run(
                        db, once: { ClientRequest(owner: "link:\($0)", clientID: "\(number)", hash: [1]) }, at: now,
                        ids: &ids, in: installation)
                }
                return "done"
            } catch let refusal as Refusal {
                return refusal.code
            }
        }

        #expect(outcomes.sorted() == ["done"] + Array(repeating: "link-used", count: 7))
        let checks = try await province.count(
            "SELECT COUNT(*) FROM event WHERE stream_id = \(receipt.id) AND name = 'replyChecked'")
        #expect(checks == 1)
        #expect(try await province.faults() == [])
    }

    @Test("one submission that arrives everywhere at once is done once, and all are answered alike")
    func submission() async throws {
        let crowd = try await Crowd(of: 4)
        let province = crowd.province
        let receipt = try await Self.supervised(crowd)
        let token = try await Self.token(for: province.deputy(of: .town), receipt.id, [.seen], province)
        let now = province.now

        try await crowd.atOnce(8) { installation, _ in
            let leased = try await installation.ids.take(128)
            let acting = ActByLink(token: token, act: .seen, requests: [])
            try await installation.database.write { db in
                var ids = leased
                try acting.run(
                    db, once: { ClientRequest(owner: "link:\($0)", clientID: "a", hash: [1]) }, at: now, ids: &ids,
                    in: installation)
            }
        }

        #expect(try await province.count("SELECT COUNT(*) FROM one_time_link_act WHERE used_at IS NOT NULL") == 1)
    }

    @Test("of eight sign-ins with one right code one gets a session")
    func code() async throws {
        let crowd = try await Crowd(of: 4)
        let province = crowd.province
        let (now, phone) = (province.now, province.clerk(of: .town).phone)
        let digests = SignInCodeDigests(keys: province.installation.keys)
        let (holder, index) = (digests.holder("browser"), digests.phone(phone))
        let digest = digests.code("123456", holder: holder, phone: index)
        try await province.set(.signInCodeTries, "10", in: .province)
        try await province.write { db, _, _ in
            try SignInCodeTable.put(
                digest, for: index, holder: holder, at: now, until: now.adding(seconds: 300), in: db)
        }

        let outcomes = try await crowd.atOnce(8) { installation, _ -> Bool in
            let form = SignInCodeForm(holder: Sensitive("browser"), code: "123456", browser: "test")
            guard case .signedIn = try await SignInByCode.run(form, in: installation) else { return false }
            return true
        }

        #expect(outcomes.count { $0 } == 1)
        #expect(try await province.count("SELECT COUNT(*) FROM session") == 1)
    }

    /// A matter whose answer waits for the deputy's check.
    private static func supervised(_ crowd: Crowd) async throws -> RegisterMatter.Receipt {
        let province = crowd.province
        let receipt = try await crowd.say(to: province.installation)
        let lamps = Triage(route: .accept, commonality: .common, category: .urban, power: .township)
        let reply = HandlerReply(outcome: .solved, done: "更换了三盏路灯的灯头和线路，昨晚已经全部亮了。", signer: "王建国")
        let deputy = province.deputy(of: .town).person
        let seat: MandateID = try #require(try await province.value("SELECT id FROM mandate WHERE person = \(deputy)"))
        let organ = try await province.organ(.townGovernment, in: .town)
        let (head, officer, handler) = (
            province.head(of: .town), province.officer(of: .town), province.handler(of: .town)
        )
        let acts: [(ActDraft, TestPerson)] = [
            (.ready(.triage(lamps, note: "")), head), (.ready(.accept), head),
            (.nameSupervisor(seat, isKin: false, isParty: false), head),
            (.assign(organ, coHandlers: [], isWide: false, note: ""), officer), (.ready(.takeUp), handler),
            (.ready(.reply(reply)), handler),
        ]
        let (now, installation) = (province.now, province.installation)
        for (draft, person) in acts {
            try await province.write { db, ids, _ in
                _ = try ActOnMatter.run(
                    db, receipt.number, ActRequest(draft), by: person.principal, at: now, ids: &ids, in: installation)
            }
        }
        return receipt
    }

    private static func token(
        for person: TestPerson, _ matter: MatterID, _ acts: [LinkAct], _ province: TestProvince
    ) async throws -> String {
        let (now, installation) = (province.now, province.installation)
        let address = try await province.write { db, ids, _ in
            try OneTimeLinks.make(
                for: person.person, grant: person.grant.id, matter: matter, acts: acts, at: now, in: db, ids: &ids,
                installation: installation)
        }
        return String(try #require(address.split(separator: "/").last))
    }
}
