import Database
import Directory
import Domain
import Hummingbird
import Web

/// `GET /`: what one can do here.
struct HomePage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let installation = installation
        let (atlas, solved) = try await installation.database.read { db in
            let atlas = try installation.snapshot(in: db).atlas
            return (atlas, try atlas.root.map { try HomePage.solved(in: $0, atlas, db) } ?? [])
        }
        let open = atlas.root.map { atlas.stations(within: $0.id) }?.count { $0.status == .open } ?? 0
        let frame = PageFrame("说一件事、查一件事、看公开台账", caching: .open(seconds: 60))
        let view = HomeView(
            province: atlas.root?.name, stations: open, solved: solved, human: context.site.human)
        return context.page(frame, view.html)
    }

    /// Something that was said and helped: the newest of what everybody may read.
    private static func solved(in root: Division, _ atlas: Atlas, _ db: Transaction) throws -> [HomeView.Solved] {
        try db.rows(
            """
            SELECT m.number, p.title, m.area
            FROM (SELECT sort_key, matter FROM publication_list
              WHERE area = \(root.id) AND category = '' AND progress = \(Progress.solved.rawValue)
              ORDER BY sort_key DESC LIMIT 3) l
            JOIN publication p ON p.matter = l.matter JOIN matter m ON m.id = l.matter ORDER BY l.sort_key DESC
            """
        ).map { HomeView.Solved(number: try $0[0], title: try $0[1], place: atlas.fullName(of: try $0[2])) }
    }
}

struct HomeView {
    struct Solved: Sendable {
        let number: String
        let title: String
        let place: String
    }

    let province: String?
    let stations: Int
    let solved: [Solved]
    let human: Site.HumanLine

    var html: HTML {
        """
        <h1>身边的事，说给人大代表听</h1>
        <p class="lead">路灯不亮、水管漏水、办事难，都可以说。不用注册，两分钟说完，给您一个编号，随时能查。</p>
        <h2>说一件事</h2>
        <p>先选地方，再说事情。不会写字可以请人代填，也可以打电话。</p>
        <p><a class="button" href="/say">说一件事</a></p>
        <h2>查一件事</h2>
        <p>用编号和查询码，看事情到了谁那里、他要做什么、最迟哪天答复，还可以说办得好不好。</p>
        <p><a class="button second" href="/my">查一件事</a></p>
        <h2>看公开台账</h2>
        <p>大家反映过什么，后来怎么样了。不显示姓名和电话。</p>
        <form method="get" action="/search" class="filter" role="search">
        <div class="field"><label for="find">找一件事、一个站、一位代表</label>
        <input id="find" name="q" type="search"></div>
        <p class="actions"><button type="submit" class="second">查找</button></p>
        </form>
        \(helped)
        <p><a class="button second" href="/ledger">看公开台账</a>　<a href="/results">看各地办得怎么样</a></p>
        <h2>找联络站和代表</h2>
        <p>\(if: stations > 0, "\(province)现在有 \(stations) 个代表联络站开放。")\
        可以上门找代表当面说，也可以先看哪天有代表接待。</p>
        \(FindParts.words(""))
        <p><a href="/who">谁是我的代表</a>　<a href="/stations">按地区找联络站</a>　<a href="/deputies">找人大代表</a></p>
        <h2>我们是谁</h2>
        <p>人大代表联络站是各级人大代表联系群众的地方，由当地人大负责。您说的事有专人登记，转给该管的单位，\
        盯着到有答复，再回来问您满意不满意。</p>
        <h2>想找人说</h2>
        <p>请打电话：\(Telephone(human.telephone).html)\
        （\(human.hours)，有人接听）。</p>
        """
    }

    private var helped: HTML {
        guard !solved.isEmpty else { return HTML() }
        return """
            <p>最近解决了的：</p>
            <ul>\(each: solved, { item in
                "<li><a href=\"\(address: "/m/" + item.number)\">\(item.title)</a>　<span class=\"hint\">\(item.place)</span></li>\n"
            })</ul>
            """
    }
}
