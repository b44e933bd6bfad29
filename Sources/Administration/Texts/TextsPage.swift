import Database
import Directory
import Domain
import Hummingbird
import Outbox
import Web

/// `/admin/texts`: 消息用语. What a place's messages say, kind by kind and way by way, with a look at the result.
struct TextsPage: Sendable {
    /// Which text is meant.
    struct Choice: Hashable, Sendable {
        var kind: MessageKind
        var channel: ChannelKind
    }

    /// One place's texts, as the page shows them.
    struct Overview: Sendable {
        var area: Division
        /// From the widest area one may settle down to this one, and those below.
        var path: [Division]
        var below: [Division]
        var book: TemplateBook
        var lineage: [DivisionID]
        var chosen: Choice?
        /// How the chosen text would look.
        var preview: String?
        var isSaved = false
    }

    private static let frame = PageFrame("消息用语", for: .staff)

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let query = try FormBody.query(of: request)
        return try await page(Self.frame, context, query, parts: context.parts(), text: nil)
    }

    /// Nothing is kept: the page comes back with the text and how it would look.
    @Sendable func preview(_ request: Request, _ context: AppContext) async throws -> Response {
        let text = context.form["text"] ?? ""
        guard let chosen = Self.choice(context.form) else { throw NotFound() }
        do {
            try TextCheck.check(text, of: chosen.kind, by: chosen.channel)
            return try await page(
                Self.frame, context, context.form, parts: context.parts(refused: FormErrors()), text: text)
        } catch let errors as FormErrors {
            return try await page(
                Self.frame.refused(), context, context.form, parts: context.parts(refused: errors), text: nil)
        }
    }

    @Sendable func write(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let chosen = Self.choice(context.form) else { throw NotFound() }
        let version = try context.reader.version()
        do {
            var reader = context.reader
            let isGivenBack = reader.isChecked("give_back")
            let text = reader.lines("text", "用语", most: 1000, isRequired: !isGivenBack)
            try reader.finish()
            let area = context.form["area"]
            return try await installation.staffWrite(request, context) { write, ids in
                let atlas = write.snapshot.atlas
                let place = try Self.area(area, write.signed, atlas: atlas)
                try WriteTemplate.run(
                    write.db, isGivenBack ? "" : text, of: chosen.kind, by: chosen.channel, at: place.id,
                    version: version, signed: write.signed, now: write.now, ids: &ids, atlas: atlas)
                return Self.address(place, chosen).with("saved", "yes")
            }
        } catch let errors as FormErrors {
            return try await page(
                Self.frame.refused(), context, context.form, parts: context.parts(refused: errors), text: nil)
        }
    }

    static func address(_ area: Division, _ chosen: Choice?) -> Address {
        Address("/admin/texts").with("area", area.key).with("kind", chosen?.kind.rawValue)
            .with("channel", chosen?.channel.rawValue)
    }

    private static func choice(_ fields: FormBody) -> Choice? {
        guard let kind = fields["kind"].flatMap(MessageKind.init),
            let channel = fields["channel"].flatMap(ChannelKind.init)
        else { return nil }
        return Choice(kind: kind, channel: channel)
    }

    /// The area that was asked for, else the widest of one's own; not found for those who may settle nothing there.
    private static func area(_ key: String?, _ signed: Principal.Signed, atlas: Atlas) throws -> Division {
        let own = own(signed, atlas: atlas)
        guard let area = try key.flatMap({ $0.isEmpty ? nil : try atlas.area($0) }) ?? own,
            PolicyRights.may(.account(signed), setAt: area.id, atlas: atlas)
        else { throw NotFound() }
        return area
    }

    private static func own(_ signed: Principal.Signed, atlas: Atlas) -> Division? {
        signed.grants.filter { $0.role == .systemAdmin || $0.role == .assigningOffice }
            .compactMap { atlas.division($0.division) }.max { $0.level < $1.level }
    }

    private func page(
        _ frame: PageFrame, _ context: AppContext, _ fields: FormBody, parts: FormParts, text: String?
    ) async throws -> Response {
        let signed = try context.signedIn()
        let now = installation.now()
        let installation = installation
        let chosen = Self.choice(fields)
        let (key, isSaved) = (fields["area"], fields["saved"] != nil)
        let overview = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            let area = try Self.area(key, signed, atlas: atlas)
            let book = try TemplateBook(
                kinds: Set(MessageKind.allCases), areas: [area.id], atlas: atlas, at: now, in: db)
            let lineage = atlas.lineage(of: area.id)
            let mine = lineage.filter { PolicyRights.may(.account(signed), setAt: $0.id, atlas: atlas) }
            let below = atlas.children(of: area.id)
                .filter { PolicyRights.may(.account(signed), setAt: $0.id, atlas: atlas) }
            var overview = Overview(
                area: area, path: mine.reversed(), below: below, book: book, lineage: lineage.map(\.id), chosen: chosen,
                isSaved: isSaved)
            if let chosen {
                let shown = text ?? book.text(chosen.kind, by: chosen.channel, along: overview.lineage).text
                overview.preview = SampleMessage(area: area, atlas: atlas, site: installation.settings.publicURL)
                    .filled(shown)
            }
            return overview
        }
        return context.page(frame, TextsView(overview: overview, parts: parts).html)
    }
}

/// Values as a message might bring them, to show how a text would look.
struct SampleMessage {
    let area: Division
    let atlas: Atlas
    let site: String

    func filled(_ text: String) -> String? {
        (try? MessageText(text))?.filled(with: values)
    }

    private var values: [String: String] {
        let station = atlas.stations(in: area.id).first
        return [
            "number": "1407-2026-000123-2", "station": station?.name ?? area.name + "代表联络站",
            "phone": station.map(\.phone).flatMap { $0.isEmpty ? nil : $0 } ?? "0354-0000000", "day": "5月25日",
            "link": site + "/my", "code": "123456", "count": "3", "stop": site + "/follow", "minutes": "10",
            "holder": area.name + "人民政府",
            "asked": "请接收", "act": "接收", "time": "9:00", "place": station?.address ?? "文化路 1 号",
        ]
    }
}
