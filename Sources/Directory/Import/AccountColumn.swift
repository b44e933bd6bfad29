import Domain

/// The columns of a file of accounts; a person with several roles takes several rows with one login.
enum AccountColumn: String, ImportColumn {
    case login = "登录名"
    case name = "姓名"
    case phone = "手机号"
    case role = "角色"
    case organ = "机构名称"
    case station = "站点编码"
    case area = "区划代码"
    case from = "任职开始"
    case to = "任职结束"

    var meaning: String {
        switch self {
        case .login: "3 到 40 个小写字母、数字、点、横线或下划线，全省不能重复"
        case .name: "本人姓名，加密保存"
        case .phone: "手机号，加密保存；同名同号的视为同一人"
        case .role: "填写：" + Role.allCases.map(\.chinese).joined(separator: "、")
        case .organ: "机构角色填写机构全称；机构、站点、区划三项只填一项"
        case .station: "站点角色填写联络站编码"
        case .area: "管理员和审计员填写所管区划的代码"
        case .from: "任职开始日期，不填为今天"
        case .to: "任职结束日期"
        }
    }

    var example: String {
        switch self {
        case .login: "yuci-beiguan-1"
        case .name: "李建国"
        case .phone: "19900001234"
        case .role: "站长"
        case .organ, .area, .to: ""
        case .station: "SX140702001"
        case .from: "2026-01-01"
        }
    }

    var isRequired: Bool {
        switch self {
        case .login, .name, .role: true
        case .phone, .organ, .station, .area, .from, .to: false
        }
    }
}
