import Directory
import Domain
import Hummingbird
import Web

/// `GET /deputies/{card}`: 代表信息公示. One deputy, where to meet, and when.
struct DeputyPage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let shown = try await PublicDeputyQuery(installation: installation).run(card: context.part("card"))
        let frame = PageFrame("\(shown.deputy.name)，人大代表", caching: .open(seconds: 60))
        return context.page(frame, DeputyView(shown: shown).html)
    }
}

struct DeputyView {
    let shown: PublicDeputyQuery.Shown

    private var deputy: FoundDeputy { shown.deputy }

    var html: HTML {
        """
        <h1>\(deputy.name)</h1>
        <p class="lead">\(deputy.division.fullName) \(deputy.level.chinese)</p>
        \(DefinitionList([
            ("届次", "\(deputy.term)"), ("所在联络站", station), ("联络站电话", Telephone(deputy.station.phone).html),
            ("联络站开放时间", "\(deputy.station.hours)"), ("联络站地址", "\(deputy.station.address)"),
        ]).html)
        <p><a class="button" href="\(address: say)">向代表反映</a></p>
        <h2>接下来的接待</h2>
        \(receptions)
        \(SolvedView(shown: shown).html)
        <p><a href="/who">谁是我的代表</a>　<a href="/deputies">找别的代表</a></p>
        """
    }

    /// With the deputy chosen, and her station as where it goes.
    private var say: Address { Address.say(station: deputy.station.code).with("deputy", deputy.card) }

    private var station: HTML {
        """
        <a href="\(address: .station(deputy.station.code))">\(deputy.station.name)</a>
        """
    }

    private var receptions: HTML {
        guard !shown.receptions.isEmpty else { return "<p>还没有公布下次接待的日子，可以给联络站打电话。</p>" }
        return """
            <ul>\(each: shown.receptions, { reception in
                """
                <li>\(reception.day.chinese(from: shown.today))（\(reception.day.distance(from: shown.today))）\
                \(reception.hours.chinese)，\(reception.place)\
                \(reception.booking.map { "　<a href=\"\(address: $0)\">约个时间</a>" as HTML })</li>

                """
            })</ul>
            """
    }
}
