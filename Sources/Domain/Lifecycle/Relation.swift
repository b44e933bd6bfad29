/// How a person stands to one matter. Permission hangs on this, never on rank.
package enum Relation: String, CaseIterable, Sendable {
    /// The one who spoke, with number and query code.
    case reporter
    /// Anybody, without signing in.
    case visitor
    /// Clerk, head or a deputy of the station that speaks with the reporter.
    case clerk, head, deputy
    /// The deputy named to supervise it.
    case supervisor
    /// The liaison officer who brought it in.
    case liaisonOfficer
    /// The office that decides on it at its present level, or the office above that holds it.
    case assigningOffice
    /// An office above that one.
    case officeAbove
    /// The government office through which it went.
    case distributor
    case leadHandler, coHandler
    /// The petition department to which it was referred.
    case petitionOffice
    /// May read (an office below, an auditor of the area), may not act.
    case reader
    case system

    package var chinese: String {
        switch self {
        case .reporter: "反映人"
        case .visitor: "访客"
        case .clerk: "联络员"
        case .head: "站长"
        case .deputy: "本站代表"
        case .supervisor: "督办代表"
        case .liaisonOfficer: "民情联络员"
        case .assigningOffice: "交办机关"
        case .officeAbove: "上级机关"
        case .distributor: "分办单位"
        case .leadHandler: "主办单位"
        case .coHandler: "协办单位"
        case .petitionOffice: "信访部门"
        case .reader: "只读人员"
        case .system: "系统"
        }
    }
}
