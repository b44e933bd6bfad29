import Directory
import Web

/// Where one is, from the province down, with the way back up.
struct AreaPath {
    let path: [Division]
    let address: (Division) -> Address

    var html: HTML {
        """
        <p>现在：\(each: path.enumerated(), { index, area in
            let mark = index == 0 ? HTML() : " › "
            return index == path.count - 1
                ? "\(mark)<strong>\(area.name)</strong>" : "\(mark)<a href=\"\(address: address(area))\">\(area.name)</a>"
        })</p>
        """
    }
}

/// This area as a whole, or one of those in it.
struct AreaChoice {
    let area: Division
    let children: [Division]
    let parts: FormParts

    var html: HTML {
        guard !children.isEmpty else { return area.parent == nil ? HTML() : parts.hidden("area", area.key) }
        let key = area.parent == nil ? "" : area.key
        return parts.select(
            "area", "哪里的", [Choice(key, "\(area.name)全部")] + children.map { Choice($0.key, $0.name) },
            chosen: key, empty: nil)
    }
}
