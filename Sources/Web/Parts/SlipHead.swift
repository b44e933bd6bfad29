import Domain

/// What stands on top of every slip a person takes home: whose it is, number, query code, and the square that has both.
package struct SlipHead: Sendable {
    let station: String
    /// 回执, 补发的回执.
    let title: String
    let number: MatterNumber
    /// Nil where it was shown before.
    let code: QueryCode?
    /// Where people reach this installation.
    let site: String

    package init(station: String, title: String, number: MatterNumber, code: QueryCode?, site: String) {
        self.station = station
        self.title = title
        self.number = number
        self.code = code
        self.site = site
    }

    package var html: HTML {
        """
        <div class="slip-head">
        <div>
        <p><strong>\(station)</strong><br>\(title)</p>
        <p>编号<br><span class="big">\(number.text)</span></p>
        <p>查询码<br>\(codeText)</p>
        </div>
        \(square)
        </div>
        """
    }

    /// How to find the matter again, with the paper alone.
    package var how: HTML {
        """
        \(if: code != nil, "扫二维码；或者")打开 \(site)/my，填编号和查询码；也可以拿这张纸条到联络站，或者打上面的电话。
        """
    }

    private var codeText: HTML {
        code.map { "<span class=\"big\">\($0.shown)</span>" } ?? "已经显示过，不再显示。忘了可以到联络站换一个。"
    }

    private var square: HTML {
        guard let code else { return HTML() }
        let square = SlipCode(number: number, code: code, site: site)
        return "<figure>\(square.html)<figcaption>扫一扫，查这件事</figcaption></figure>"
    }
}
