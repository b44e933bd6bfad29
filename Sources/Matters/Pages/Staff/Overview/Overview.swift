import Directory
import Domain

/// 全局: what is late below an office and why, by stage, by who has it and by place; and who cannot be reached.
struct Overview: Sendable {
    /// So many late ones, and since when the longest of them.
    struct Share: Hashable, Sendable {
        var name: String
        /// The area's key in addresses, where it is an area one can look into.
        var area: String?
        var late = 0
        var longest: Day
    }

    struct Late: Hashable, Sendable {
        var number: MatterNumber
        var title: String
        var state: MatterState
        var holder: String
        var dueOn: Day
    }

    /// Somebody with a role who has never signed in.
    struct Absent: Hashable, Sendable {
        var name: String
        var role: Role
        var place: String
        var since: Day
    }

    /// A station to which no matter can go, and why.
    struct ClosedStation: Hashable, Sendable {
        enum Reason: Hashable, Sendable {
            case noHead, noClerk, nobody
        }

        var code: String
        var name: String
        var reason: Reason
    }

    var area: Division
    /// Late ones looked at: the longest late, as many as one page looks at.
    var late = 0
    /// There are more than were looked at.
    var isCut = false
    var dueThisWeek = 0
    var isWeekCut = false
    var stages: [Share] = []
    var holders: [Share] = []
    var places: [Share] = []
    var worst: [Late] = []
    var absent: [Absent] = []
    var isAbsentCut = false
    var closed: [ClosedStation] = []
}
