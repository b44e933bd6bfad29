/// The columns of a file of deputies.
enum DeputyColumn: String, ImportColumn {
    case card = "代表证号"
    case name = "姓名"
    case level = "代表层级"
    case area = "区划代码"
    case station = "所属联络站"
    case term = "届次"
    case from = "任期开始"
    case to = "任期结束"
    case status = "状态"
    case phone = "手机号"
    case leads = "领导的机构"

    var meaning: String {
        switch self {
        case .card: "全省不能重复；证号已有的，按修改处理"
        case .name: "代表姓名，将对外公布"
        case .level: "填写：" + CongressLevel.allCases.map(\.chinese).joined(separator: "、")
        case .area: "所属人民代表大会或选举单位所在行政区划的代码"
        case .station: "编入的联络站编码，每项代表资格一个站；可以以后再编"
        case .term: "届次，如“第十八届”"
        case .from: "任期开始日期"
        case .to: "任期结束日期，在任的不填"
        case .status: "在任、暂停或终止，不填为在任"
        case .phone: "手机号，加密保存，不对外公布；不填则不改。同名同号的各行视为同一人"
        case .leads: "担任负责人的机构全称，该代表不督办该机构的事项；不填则不改"
        }
    }

    var example: String {
        switch self {
        case .card: "SX-140702-0001"
        case .name: "张秀英"
        case .level: "县级人大代表"
        case .area: "140702"
        case .station: "SX140702001"
        case .term: "第六届"
        case .from: "2021-06-01"
        case .to: ""
        case .status: "在任"
        case .phone: "19900001234"
        case .leads: ""
        }
    }

    var isRequired: Bool {
        switch self {
        case .card, .name, .level, .area, .term, .from: true
        case .station, .to, .status, .phone, .leads: false
        }
    }
}
