import Directory
import Web

/// The sheet for a station's door and its village's walls.
struct PosterSheet {
    let station: Station
    let site: String
    let human: Site.HumanLine

    var page: HTML {
        """
        <div class="no-print"><p class="lead">用 A4 纸打印，贴在门口、村口、楼道。<a href="\(address: .station(station.code))">回到联络站</a></p>
        \(PrintWays(file: Address("/s/\(Address.encoded(station.code))/poster")).html)</div>
        \(html)
        """
    }

    var html: HTML {
        """
        <article class="sheet a4 poster">
        <h1>身边的事，说给人大代表听</h1>
        <p class="big-line">\(station.name)</p>
        \(SaySquare(station: station, site: site).html)
        <p>用手机扫一扫，说一件事。不用注册，给您编号，随时能查。</p>
        <p>扫不了？在网上选地方的时候，输入站号 <strong class="figures">\(station.code)</strong> 也行。</p>
        <p>路灯不亮、水管漏水、办事难，都可以说。不会用手机，打电话、到站里来，有人帮您写。</p>
        <p class="big-line">\(PaperContact(station: station, human: human).html)</p>
        </article>
        """
    }
}
