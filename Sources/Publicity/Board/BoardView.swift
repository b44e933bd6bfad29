import Directory
import Domain
import Web

struct BoardView {
    let board: BoardQuery.Board
    let site: String
    let human: Site.HumanLine

    var title: String { "\(board.station.name) \(board.month.chinese)公示" }

    var html: HTML {
        """
        <div class="no-print">
        <p class="lead"><a href="\(address: .station(board.station.code))">\(board.station.name)</a>的群众反映过什么，后来怎么样了。</p>
        <p>\(months)</p>
        <p class="actions"><a class="button second" href="\(address: address(board.month).with("as", "pdf"))">下载 PDF（A3）</a></p>
        <p class="hint">也可以用浏览器的打印功能，选 A3 横向打印，贴到公示栏。这里只有专人审核过的摘要，没有姓名、电话和原话；没有留电话的人，有了消息只列编号。</p>
        </div>
        \(sheet)
        <div class="no-print">
        <h2 id="spoken">大喇叭广播稿</h2>
        <p class="hint">念完不到 3 分钟。</p>
        \(copied("spoken", words.spoken))
        <h2 id="group">微信群里发的</h2>
        \(copied("group", words.group))
        </div>
        """
    }

    private var words: BoardWords { BoardWords(board: board, site: site, human: human) }

    private func copied(_ label: String, _ text: String) -> HTML {
        """
        <textarea rows="9" readonly data-copy aria-labelledby="\(label)">
        \(text)</textarea>
        """
    }

    private var months: HTML {
        """
        <a href="\(address: address(board.month.before))">上个月</a>\
        \(if: board.month.after.first <= board.today, "　<a href=\"\(address: address(board.month.after))\">下个月</a>")
        """
    }

    private func address(_ month: BoardMonth) -> Address {
        Address("/s/\(Address.encoded(board.station.code))/board").with("month", month.text)
    }

    /// What leaves the printer.
    var sheet: HTML {
        """
        <article class="sheet a3 board">
        <h1>\(title)</h1>
        \(board.entries.isEmpty ? "<p>这个月还没有可以公布的事。</p>" : table)
        \(if: board.isCut, "<p>还有一些没有印下，请看网上的公开台账。</p>")
        \(if: !board.news.isEmpty, news)
        <div class="board-foot">\(square)
        <div><p>用手机扫一扫，看全部内容，也可以说一件事。</p>
        <p>\(board.station.name)，电话 \(telephone)（\(hours)）\(if: !board.station.address.isEmpty, "，\(board.station.address)")</p>
        <p>公示内容由专人审核，不写姓名和电话。</p></div></div>
        </article>
        """
    }

    private var news: HTML {
        """
        <h2>有新进展的编号</h2>
        <p>没有留电话的，请看有没有自己的编号。有，请拿回执上网查，或者到联络站来问、打电话来问。</p>
        <p class="figures">\(board.news.map(\.text).joined(separator: "　"))</p>
        """
    }

    private var table: HTML {
        """
        <table><thead><tr><th scope="col">反映的事</th><th scope="col">什么时候说的</th><th scope="col">后来怎么样了</th></tr>\
        </thead><tbody>
        \(each: board.entries, row)</tbody></table>
        """
    }

    private func row(_ entry: BoardQuery.Entry) -> HTML {
        """
        <tr><td><strong>\(entry.title)</strong><br>\(entry.summary)</td>\
        <td class="figures" data-label="什么时候说的">\(entry.saidOn.chinese(from: board.month.first))</td>\
        <td data-label="后来怎么样了"><strong>\(entry.state.label.word)</strong>。\(entry.state.sentence)\
        \(if: !entry.answer.isEmpty, "<br>答复：\(entry.answer)")\
        \(entry.closedOn.map { "<br>\($0.chinese(from: board.month.first))了结。" as HTML })</td></tr>

        """
    }

    private var square: HTML {
        QRCode(site + address(board.month).text)?.svg(label: "二维码：用手机扫一扫，看全部内容") ?? HTML()
    }

    private var telephone: String { board.station.phone.isEmpty ? human.telephone : board.station.phone }
    private var hours: String {
        board.station.phone.isEmpty || board.station.hours.isEmpty ? human.hours : board.station.hours
    }
}
