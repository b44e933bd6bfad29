import Directory
import Web

/// 意见登记表, one side of A4 with boxes as large as handwriting needs. It asks what the form on the web asks.
struct IntakeSheet {
    let station: Station?
    let site: String
    let human: Site.HumanLine

    var page: HTML {
        """
        <div class="no-print"><p class="lead">用 A4 纸打印，手写以后交给联络站的人，由他们照原话录入并给您回执。</p>
        \(if: station == nil, "<p>在联络站的网页上打开这张表，会印上那个站的名称和二维码。</p>")
        \(PrintWays(file: Address("/paper/intake").with("station", station?.code)).html)</div>
        \(html)
        """
    }

    var html: HTML {
        """
        <article class="sheet a4 intake">
        <h1>\(station?.name ?? "人大代表联络站")　意见登记表</h1>
        <div class="intake-box tall"><p><strong>要说的事</strong>　<span class="small">什么事、多久了、影响谁、希望怎么办。\
        联络站收的是大家共同的事，信访件、打官司的事请到相应部门。</span></p></div>
        <div class="intake-box middle"><p><strong>具体在哪里</strong>　<span class="small">例如：文化路菜市场东门往北 50 米</span></p></div>
        <div class="intake-box"><p><strong>反映的是本站、本乡镇的人或单位吗？</strong>　\
        <span class="intake-tick">不是</span>　<span class="intake-tick">是（直接交给县里的中心站，本站的人看不到）</span></p></div>
        <div class="intake-row">
        <div class="intake-box"><p><strong>怎么称呼</strong> <span class="small">可以不写</span></p></div>
        <div class="intake-box"><p><strong>电话</strong> <span class="small">可以不写；写了好回话</span></p></div>
        </div>
        <div class="intake-box middle"><p><strong>住址</strong>　<span class="small">没有电话、要上门或者写信答复的才写</span></p></div>
        <div class="intake-box"><p><span class="intake-tick">可以告诉办事的单位我是谁</span>　\
        <span class="intake-tick">我是家长，替不满 14 岁的孩子说</span></p>
        <p class="small">姓名、电话、住址只有联络站和盯这件事的代表能看，不公开；要公开的内容先去掉个人信息。</p></div>
        <div class="intake-row">
        <div class="intake-box"><p><strong>哪天写的</strong></p></div>
        <div class="intake-box"><p><strong>谁收的（站里填）</strong></p></div>
        <div class="intake-box"><p><strong>编号（站里填）</strong></p></div>
        </div>
        <div class="intake-foot">\(SaySquare(station: station, site: site).html)
        <div><p>会用手机的，扫二维码就能说，不用写这张表。</p><p>\(contact)</p></div></div>
        </article>
        """
    }

    private var contact: HTML {
        PaperContact(station: station, human: human).html
    }
}

/// How a sheet of A4 leaves the screen.
struct PrintWays {
    let file: Address

    var html: HTML {
        """
        <p class="actions"><a class="button second" href="\(address: file.with("as", "pdf"))">下载 PDF（A4）</a></p>
        <p class="hint">也可以用浏览器的打印功能打印。</p>
        """
    }
}

/// Whom to call, as it stands on paper.
struct PaperContact {
    let station: Station?
    let human: Site.HumanLine

    var html: HTML {
        guard let station, !station.phone.isEmpty else { return "电话 \(human.telephone)（\(human.hours)）" }
        return """
            \(station.name)，<span class="whole">电话 \(station.phone)</span>\
            \(if: !station.hours.isEmpty, "<span class=\"whole\">（\(station.hours)）</span>")\
            \(if: !station.address.isEmpty, "<br>\(station.address)")
            """
    }
}
