import Directory
import Domain
import Web

/// A book as it comes out of the printer: left of each slip the station's own part, right what the person keeps. Number
/// alone stands on the station's part; code and square lie on the strip that is folded back and stuck down.
struct SlipSheet: Sendable {
    let slips: [PrintedSlip]
    let station: Station
    /// Where people reach this installation.
    let site: String
    let human: Site.HumanLine

    /// On the screen, with what to do.
    var page: HTML {
        """
        <div class="no-print">
        <h1>打印纸条</h1>
        <p class="lead">用 A4 纸打印，边距选“无”，沿虚线裁开。左边留站里，右边给本人；查询码那一条往后折，粘好再发。</p>
        </div>
        \(html)
        """
    }

    var html: HTML {
        "<div class=\"sheet slip-book\">\n\(each: slips, pair)</div>"
    }

    private func pair(_ slip: PrintedSlip) -> HTML {
        """
        <section class="slip-pair">
        <div class="slip-stub">
        <h2>\(station.name)　存根 \(slip.place)</h2>
        <p>编号<br><strong class="figures">\(slip.number.text)</strong></p>
        <p>谁说的：</p><p>电话或住址：</p><p>什么事：</p><p>哪天：　　经手人：</p>
        </div>
        <div class="slip-own">
        <h2>回执　请收好</h2>
        <p>编号 <span class="number figures">\(slip.number.text)</span></p>
        <p class="small">把要说的事交给站里的人写下或录好，凭编号和查询码就能查办到哪一步、评办得好不好。</p>
        <p class="small">\(station.name)，电话 \(contact.telephone)（\(contact.hours)）\(if: !station.address.isEmpty, "，\(station.address)")</p>
        <div class="slip-fold">\(SlipCode(number: slip.number, code: slip.code, site: site).html)
        <div><p class="small">沿上面的虚线往后折，粘好；只有本人打开看</p>
        <p>查询码 <span class="code figures">\(slip.code.shown)</span></p>
        <p class="small">扫二维码，或打开 \(site)/my</p></div></div>
        </div>
        </section>

        """
    }

    private var contact: StationContact { StationContact(station: station, human: human) }
}
