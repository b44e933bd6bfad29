import Domain
import Web

struct DeskView {
    let desk: DeskPage.Desk

    private var address: DeskAddress { DeskAddress(code: desk.duty.station.code) }

    var html: HTML {
        """
        <h1>\(desk.duty.station.name)</h1>
        <p class="lead">\(desk.place) · <a href="\(address: address.publicPage)">看公众页面</a></p>
        <p>\(desk.duty.mayPublish ? "联络员写好的内容由您审核，发布时会写上您的姓名。" : "写好的内容由站长审核后发布。")</p>
        \(StationNowView(now: desk.now, address: address, today: desk.today).html)
        <h2>概况</h2>
        <p>\(profileLabel) <a href="\(address: address.profile)">\(profileAction)</a></p>
        <h2>接待安排</h2>
        \(receptions)
        <p><a class="button second" href="\(address: address.newReception)">登记一次接待</a></p>
        \(StationWaysView(address: address).html)
        <h2>公告、动态和制度</h2>
        \(posts)
        <p><a class="button second" href="\(address: address.newPost)">写一篇</a></p>
        \(paper)
        """
    }

    private var paper: HTML {
        """
        <h2>纸上的</h2>
        <ul class="links">
        <li><a href="\(address: address.lostSlips)">有人丢了纸条</a></li>
        <li><a href="\(address: address.slips)">成册的纸条</a></li>
        <li><a href="\(address: address.intake)">空白登记表</a></li>
        <li><a href="\(address: address.poster)">门口的海报</a></li>
        <li><a href="\(address: address.board)">公示栏、大喇叭、微信群</a></li>
        </ul>
        """
    }

    private var profileLabel: HTML {
        guard let profile = desk.profile else { return StatusLabel("还没写", .soon).html }
        if profile.draft != nil { return StatusLabel("等站长审核", .soon).html }
        return StatusLabel("已发布", .done).html
    }

    private var profileAction: String {
        desk.profile?.draft != nil && desk.duty.mayPublish ? "审核发布" : "修改"
    }

    private var receptions: HTML {
        guard !desk.receptions.isEmpty else {
            return Notice.empty("还没有接待安排", "登记一次接待，站长审核后会出现在公众页面上。公告要提前 3 天。")
        }
        let columns = ["日期和时间", "地点", "情况", "下一步"].map { Table.Column($0) }
        let rows: [[HTML]] = desk.receptions.map { reception in
            [
                "\(ReceptionWords.dayAndDistance(reception.day, from: desk.today)) \(reception.hours.chinese)",
                "\(reception.place)", label(reception),
                "<a href=\"\(address: address.reception(reception.id))\">\(action(reception))</a>",
            ]
        }
        return Table("最近和以后的接待", columns, rows: rows).html
    }

    private func label(_ reception: Reception) -> HTML {
        var label: HTML
        switch reception.state {
        case .waiting: label = StatusLabel("等站长审核", .soon).html
        case .published: label = StatusLabel("已发布", .done).html
        case .cancelled: return StatusLabel("已取消", .calm).html
        }
        if reception.isNoticeShort(on: desk.today), reception.state == .published || reception.day >= desk.today {
            label += " "
            label += StatusLabel("公告不足 3 天", .late).html
        }
        return label
    }

    private func action(_ reception: Reception) -> String {
        switch reception.state {
        case .waiting: desk.duty.mayPublish ? "审核发布" : "修改"
        case .published: "修改或取消"
        case .cancelled: "查看"
        }
    }

    private var posts: HTML {
        guard !desk.posts.isEmpty else {
            return Notice.empty("还没有写过", "可以先把本站的接待、活动、联系选民制度写上来，再写公告和动态。")
        }
        let columns = ["标题", "类别", "写于", "情况", "下一步"].map { Table.Column($0) }
        let rows: [[HTML]] = desk.posts.map { post in
            [
                "\(post.title)", "\(post.kind.chinese)", "\(Day(of: post.writtenAt).chinese(from: desk.today))",
                PostWords.label(post), "<a href=\"\(address: address.post(post.id))\">\(action(post))</a>",
            ]
        }
        return Table("最近写的", columns, rows: rows).html
    }

    private func action(_ post: StationPost) -> String {
        switch post.state {
        case .waiting: desk.duty.mayPublish ? "审核发布" : "修改"
        case .published: "修改或撤下"
        case .withdrawn: "查看"
        }
    }
}
