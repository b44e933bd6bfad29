import Domain

/// The square on a slip: a telephone that sees it opens the page with number and code filled in. The code stands behind
/// `#`, which browsers keep to themselves: it reaches no server and no log.
package struct SlipCode: Sendable {
    let number: MatterNumber
    let code: QueryCode
    /// Where people reach this installation.
    let site: String

    package init(number: MatterNumber, code: QueryCode, site: String) {
        self.number = number
        self.code = code
        self.site = site
    }

    package var address: String { "\(site)/my#n=\(number.text)&c=\(code.digits)" }

    package var html: HTML { QRCode(address)?.svg(label: "二维码：用手机扫一扫，查这件事") ?? HTML() }
}
