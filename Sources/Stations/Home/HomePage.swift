import Directory
import Domain
import Hummingbird
import Web

/// `GET /`: what one can do here.
struct HomePage: Sendable {
    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let atlas = try await installation.snapshot().atlas
        let open = atlas.root.map { atlas.stations(within: $0.id) }?.count { $0.status == .open } ?? 0
        let frame = PageFrame("说一件事、查一件事、看公开台账", caching: .open(seconds: 60))
        return context.page(frame, HomeView(province: atlas.root?.name, stations: open, human: context.site.human).html)
    }
}

struct HomeView {
    let province: String?
    let stations: Int
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
        <p><a class="button second" href="/ledger">看公开台账</a></p>
        <h2>找联络站和代表</h2>
        <p>\(if: stations > 0, "\(province)现在有 \(stations) 个代表联络站开放。")\
        可以上门找代表当面说，也可以先看哪天有代表接待。</p>
        \(FindParts.words(""))
        <p><a href="/stations">按地区找联络站</a>　<a href="/deputies">找人大代表</a></p>
        <h2>我们是谁</h2>
        <p>人大代表联络站是各级人大代表联系群众的地方，由当地人大负责。您说的事有专人登记，转给该管的单位，\
        盯着到有答复，再回来问您满意不满意。</p>
        <h2>想找人说</h2>
        <p>请打电话：\(Telephone(human.telephone).html)\
        （\(human.hours)，有人接听）。</p>
        """
    }
}
