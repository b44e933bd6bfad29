/// First-level categories of matters, our own list. The code is also the field of the bureau in charge.
package enum Category: String, CaseIterable, Sendable {
    case urban, transport, environment, education, health, labour, civil, agriculture
    case commerce, security, market, land, water, housing, culture, emergency
    case other

    package var chinese: String {
        switch self {
        case .urban: "城乡建设与管理"
        case .transport: "交通出行"
        case .environment: "生态环境"
        case .education: "教育"
        case .health: "医疗卫生"
        case .labour: "就业与社会保障"
        case .civil: "民政与养老"
        case .agriculture: "农业农村"
        case .commerce: "经济与商贸"
        case .security: "社会治安"
        case .market: "市场监管与消费"
        case .land: "土地与自然资源"
        case .water: "水利与饮水"
        case .housing: "住房与物业"
        case .culture: "文化体育旅游"
        case .emergency: "安全生产与应急"
        case .other: "其他"
        }
    }

    /// The bureau that usually has this field; nil where the government office must choose.
    package var bureau: String? {
        switch self {
        case .urban: "城市管理局"
        case .transport: "交通运输局"
        case .environment: "生态环境局"
        case .education: "教育局"
        case .health: "卫生健康局"
        case .labour: "人力资源和社会保障局"
        case .civil: "民政局"
        case .agriculture: "农业农村局"
        case .commerce: "工业和信息化与商务局"
        case .security: "公安局"
        case .market: "市场监督管理局"
        case .land: "自然资源局"
        case .water: "水利局"
        case .housing: "住房和城乡建设局"
        case .culture: "文化和旅游局"
        case .emergency: "应急管理局"
        case .other: nil
        }
    }

    /// Whose power matters of this field usually are; a first guess for triage, nothing more.
    package var usualPower: PowerLevel {
        switch self {
        case .agriculture, .civil, .water, .urban: .township
        case .transport, .environment, .education, .health, .labour, .commerce, .security, .market, .land, .housing,
            .culture, .emergency:
            .county
        case .other: .unclear
        }
    }
}
