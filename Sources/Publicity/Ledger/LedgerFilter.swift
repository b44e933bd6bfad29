import Domain
import Web

/// What somebody wants to see of the ledger; all of it stands in the address, so that it can be passed on.
struct LedgerFilter: Hashable, Sendable {
    var area: String?
    var category: Category?
    var progress: Progress?
    var period: Period?
    var words = ""

    init(area: String?) {
        self.area = area
    }

    /// What cannot be read in an address is left out, as if it had not been chosen.
    init(_ query: FormBody, area name: String = "area") {
        area = query[name].flatMap { $0.isEmpty ? nil : $0 }
        category = query["category"].flatMap(Category.init)
        progress = query["progress"].flatMap(Progress.init)
        period = query["period"].flatMap(Period.init(code:))
        words = TypedText.sought(query["q"])
    }

    /// Nothing but the place.
    var isPlain: Bool { category == nil && progress == nil && period == nil && words.isEmpty }

    /// What a cursor belongs to.
    var list: String {
        let parts = [area, category?.rawValue, progress?.rawValue, period?.code, words]
        return "ledger " + parts.map { $0 ?? "" }.joined(separator: "\u{1}")
    }

    func address(_ path: String = "/ledger", area key: String?) -> Address {
        Address(path).with("area", key).with("category", category?.rawValue)
            .with("progress", progress?.rawValue).with("period", period?.code).with("q", words)
    }

    /// What was chosen, in words: 「交通出行，已解决，2026年5月」.
    var chinese: String {
        [category?.chinese, progress?.chinese, period?.chinese, words.isEmpty ? nil : "“\(words)”"]
            .compactMap(\.self).joined(separator: "，")
    }
}
