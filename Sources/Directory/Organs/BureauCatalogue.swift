import Domain

/// The bureaus that every government has, one for each first-level category of opinions, with the names of each level.
package enum BureauCatalogue {
    /// The fields in the order of the catalogue.
    package static let fields = entries.map(\.field)

    /// The bureau that answers where a level has none of its own: a province has no 城市管理 department.
    static func standIn(for field: String) -> String? {
        field == "urban" ? "housing" : nil
    }

    /// The official name of the bureau of a field in an area; nil where that level has none.
    static func name(of field: String, in place: OrganNames) -> String? {
        guard let entry = entries.first(where: { $0.field == field }) else { return nil }
        switch place.division.level {
        case .province: return entry.province.map { place.short + $0 }
        case .city: return place.short + (entry.city ?? entry.county)
        case .county:
            switch entry.branch {
            case .none: return place.short + entry.county
            case .everywhere: return place.branch(of: entry.county)
            case .inDistricts:
                return place.division.kind == .district ? place.branch(of: entry.county) : place.short + entry.county
            }
        case .township: return nil
        }
    }

    private struct Entry {
        var field: String
        var county: String
        var city: String?
        var province: String?
        var branch = Branch.none
    }

    /// Where the county's bureau is a branch (分局) of the city's.
    private enum Branch {
        case none, inDistricts, everywhere
    }

    private static let entries: [Entry] = [
        Entry(field: "urban", county: "城市管理局"),
        Entry(field: "transport", county: "交通运输局", province: "交通运输厅"),
        // Since the reform of 2016 the counties' environment bureaus are branches of the city's.
        Entry(field: "environment", county: "生态环境局", province: "生态环境厅", branch: .everywhere),
        Entry(field: "education", county: "教育局", province: "教育厅"),
        Entry(field: "health", county: "卫生健康局", city: "卫生健康委员会", province: "卫生健康委员会"),
        Entry(field: "labour", county: "人力资源和社会保障局", province: "人力资源和社会保障厅"),
        Entry(field: "civil", county: "民政局", province: "民政厅"),
        Entry(field: "agriculture", county: "农业农村局", province: "农业农村厅"),
        Entry(field: "commerce", county: "商务局", province: "商务厅"),
        Entry(field: "security", county: "公安局", province: "公安厅", branch: .inDistricts),
        Entry(field: "market", county: "市场监督管理局", province: "市场监督管理局"),
        Entry(field: "land", county: "自然资源局", city: "规划和自然资源局", province: "自然资源厅"),
        Entry(field: "water", county: "水利局", city: "水务局", province: "水利厅"),
        Entry(field: "housing", county: "住房和城乡建设局", province: "住房和城乡建设厅"),
        Entry(field: "culture", county: "文化和旅游局", province: "文化和旅游厅"),
        Entry(field: "emergency", county: "应急管理局", province: "应急管理厅"),
    ]
}
