/// What an account may be, by a grant at an organ, a station or over an area.
package enum Role: String, CaseIterable, Sendable {
    /// 站长
    case stationHead
    /// 联络员 of a station
    case stationClerk
    /// 代表 at a station
    case deputy
    /// 民情联络员
    case liaisonOfficer
    /// 交办机关: presidium, street committee, deputies' committee, or whoever its policy names
    case assigningOffice
    /// 政府办 as distributor
    case distributor
    /// 承办单位
    case handler
    /// 信访部门
    case petitionOffice
    /// 系统管理员, 安全管理员, 审计员: three separate persons
    case systemAdmin, securityAdmin, auditor

    package var chinese: String {
        switch self {
        case .stationHead: "站长"
        case .stationClerk: "联络站联络员"
        case .deputy: "人大代表"
        case .liaisonOfficer: "民情联络员"
        case .assigningOffice: "人大交办机关"
        case .distributor: "政府办公室"
        case .handler: "承办单位"
        case .petitionOffice: "信访部门"
        case .systemAdmin: "系统管理员"
        case .securityAdmin: "安全管理员"
        case .auditor: "审计员"
        }
    }
}
