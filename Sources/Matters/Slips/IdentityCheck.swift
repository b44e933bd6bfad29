/// How it was made sure that the one who lost a slip is the one who spoke.
enum IdentityCheck: String, CaseIterable, Sendable {
    case paper, known, callback

    var chinese: String {
        switch self {
        case .paper: "看过本人的身份证件"
        case .known: "工作人员认识本人，当面核对过"
        case .callback: "打登记的电话回去核对过"
        }
    }
}
