import Database
import Directory
import Domain
import Matters
import Outbox
import TestSupport
import Testing

/// The small province with its system administrator before the pages of 对接.
struct WebhookGround {
    static let words = "村口到学校的路灯坏了三盏，请找张秀英。"
    static let reason = "经过现场核实，情况属实，需要处理。"
    static let triage = Triage(route: .accept, commonality: .common, category: .urban, power: .township)

    let province: TestProvince
    let admin: Browser

    init(allowsPrivate: Bool = true) async throws {
        province = try await TestProvince(settings: { $0.allowsPrivateWebhooks = allowsPrivate })
        admin = try await province.browser(as: province.systemAdmin)
    }

    /// A receiver made through the page, told of everything.
    func make(_ address: String, area: String = "140702", map: WebhookMap = .native) async throws -> Made {
        _ = try await admin.get("/admin/webhooks/new?area=\(area)")
        let path = "/admin/webhooks"
        let fields =
            [
                ("form_token", admin.formToken ?? ""), ("submission", admin.submission(of: path) ?? ""),
                ("name", "市 12345 热线"), ("address", address), ("area", area), ("map", map.rawValue),
            ] + WebhookTopic.choices.map { ("topic", $0.rawValue) }
        let answer = try await admin.post(raw: path, fields)
        let secret = answer.text.firstMatch(of: /lxwh_[A-Za-z0-9]+/).map { String($0.0) }
        let id = answer.text.firstMatch(of: /\/admin\/webhooks\/([0-9]+)/).map { String($0.1) } ?? ""
        return Made(path: path + "/" + id, id: Int64(id) ?? 0, secret: secret ?? "", answer: answer, fields: fields)
    }

    struct Made {
        let path: String
        let id: Int64
        let secret: String
        let answer: Answer
        let fields: [(String, String)]
    }

    /// Presses one of the buttons of a receiver's page.
    func press(_ noun: String, of made: Made) async throws -> Answer {
        _ = try await admin.get(made.path)
        return try await admin.post(made.path + noun)
    }

    func said(in place: TestPlace = .town, isBypassed: Bool = false) async throws -> RegisterMatter.Receipt {
        let draft = OpinionDraft(
            area: province.division(place), words: Self.words, channel: .web, isBypassed: isBypassed,
            reporter: ReporterDraft(name: Sensitive("张秀英"), phone: Sensitive("19900001234")))
        let (now, installation) = (province.now, province.installation)
        return try await province.write { db, ids, _ in
            try RegisterMatter.run(db, draft, by: nil, at: now, ids: &ids, in: installation)
        }
    }

    func act(_ action: MatterAction, by person: TestPerson, on number: MatterNumber) async throws {
        let (now, installation) = (province.now, province.installation)
        _ = try await province.write { db, ids, _ in
            try ActOnMatter.run(
                db, number, ActRequest(.ready(action)), by: person.principal, at: now, ids: &ids, in: installation)
        }
    }

    func accept(_ number: MatterNumber) async throws {
        try await act(.triage(Self.triage, note: ""), by: province.clerk(of: .town), on: number)
        try await act(.accept, by: province.head(of: .town), on: number)
    }

    /// What the worker does for receivers, now.
    func send() async throws {
        try await SendWebhooks.run(in: province.installation, at: province.now)
    }
}
