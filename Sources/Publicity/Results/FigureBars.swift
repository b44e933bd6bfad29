import Web

/// Bars drawn by the server, with the numbers they stand for as a table beside them: nothing is said by length alone.
struct FigureBars {
    struct Bar {
        let words: String
        let count: Int

        init(_ words: String, _ count: Int) {
            self.words = words
            self.count = count
        }
    }

    private static let height = 22
    private static let gap = 8
    private static let width = 320

    let title: String
    let bars: [Bar]

    init(_ title: String, bars: [Bar]) {
        self.title = title
        self.bars = bars
    }

    var html: HTML {
        """
        <figure class="bars">
        <svg role="img" aria-label="\(title)，数字在下面的表里" viewBox="0 0 \(Self.width) \(bars.count * step)" \
        xmlns="http://www.w3.org/2000/svg">\(each: bars.enumerated(), draw)</svg>
        \(Table(
            title, [.init("多少"), .init("件数", isNumber: true)], rows: rows, isCompact: true,
            isUnderHeading: true).html)
        </figure>
        """
    }

    private var rows: [[HTML]] { bars.map { ["\($0.words)", "\($0.count)"] } }
    private var step: Int { Self.height + Self.gap }
    private var longest: Int { max(1, bars.map(\.count).max() ?? 1) }

    /// The words stand over a light bar of the whole width, so that nothing is cut at 200 %.
    private func draw(_ index: Int, _ bar: Bar) -> HTML {
        let y = index * step
        return """
            <rect class="bar-ground" x="0" y="\(y)" width="\(Self.width)" height="\(Self.height)"/>\
            <rect class="bar" x="0" y="\(y)" width="\(bar.count * Self.width / longest)" height="\(Self.height)"/>\
            <text x="6" y="\(y + 16)">\(bar.words)</text>\
            <text class="bar-count" x="\(Self.width - 6)" y="\(y + 16)">\(bar.count)</text>
            """
    }
}
