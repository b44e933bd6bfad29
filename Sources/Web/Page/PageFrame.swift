import Hummingbird

/// What a page says about itself; AppContext.page draws header, navigation and footer around its body.
package struct PageFrame: Sendable {
    package enum Audience: Sendable {
        case resident, staff
    }

    /// Who may keep an answer.
    package enum Caching: Sendable {
        /// Nobody: the page holds something personal.
        case never
        /// A visitor's browser and proxies, for so many seconds. Signed-in people get `never` all the same.
        case open(seconds: Int)
    }

    package var title: String
    package var audience: Audience
    package var status: HTTPResponse.Status
    package var caching: Caching
    /// Lists and dashboards of offices; texts and forms stay narrow.
    package var isWide: Bool
    /// Modules beside the one every page has, such as `say.js`: each is quicker with them and whole without.
    package var scripts: [String] = []

    /// The id of a button that switches to larger letters within a form, so that what was typed goes along; the switch in
    /// the header then leads there.
    package var elderButton: String?

    package init(
        _ title: String, for audience: Audience = .resident, status: HTTPResponse.Status = .ok,
        caching: Caching = .never, isWide: Bool = false
    ) {
        self.title = title
        self.audience = audience
        self.status = status
        self.caching = caching
        self.isWide = isWide
    }

    /// A form shown again with its mistakes: 422, and the title says so to those who only hear it.
    package func refused() -> PageFrame {
        var frame = self
        frame.status = .unprocessableContent
        return frame
    }
}
