import Directory
import Domain
import Web

/// What the owner of a slip out of a book reads before anybody keyed it in.
struct WaitingSlipView {
    let slip: WaitingSlip
    let station: Station
    let human: Site.HumanLine

    var html: HTML {
        """
        <h1>\(slip.isVoid ? "这张纸条作废了" : "纸条有效，正在录入")</h1>
        <p>编号 <strong class="figures">\(slip.number.text)</strong></p>
        \(slip.isVoid ? void : waiting)
        <h2>有事找谁</h2>
        \(DefinitionList([
            ("联络站", "\(station.name)"), ("电话", "\(contact.link)（\(contact.hours)）"), ("地址", "\(station.address)"),
        ]).html)
        <p><a href="/my">再查一次</a></p>
        """
    }

    private var waiting: HTML {
        """
        <p class="lead">您写在纸条上的事，联络站的人还没有录进系统。录好以后，用同样的编号和查询码就能看到进展。</p>
        <p>如果纸条还在您手里没有交，请交给联络站；已经交了、等得久了，请打下面的电话问一声。</p>
        """
    }

    private var void: HTML {
        """
        <p class="lead">这张纸条印坏了或者已经作废，上面的编号和查询码不再有用。</p>
        <p>请打下面的电话，或者到联络站换一张新的；也可以直接 <a href="/say">在网上说</a>。</p>
        """
    }

    private var contact: StationContact { StationContact(station: station, human: human) }
}
