import Domain

/// Where the header leads, for each audience.
package struct Navigation: Sendable {
    package struct Item: Sendable {
        package var word: String
        package var path: String
        /// Whose way it is; nil is everybody's.
        package var roles: Set<Role>?
        /// Whether the number of messages that were not seen yet stands beside it.
        package var tellsUnread: Bool

        package init(_ word: String, _ path: String, for roles: Set<Role>? = nil, tellsUnread: Bool = false) {
            self.word = word
            self.path = path
            self.roles = roles
            self.tellsUnread = tellsUnread
        }
    }

    package var resident: [Item]
    package var staff: [Item]

    package init(
        resident: [Item] = [
            Item("说一件事", "/say"), Item("查一件事", "/my"), Item("公开台账", "/ledger"), Item("找联络站", "/stations"),
        ],
        staff: [Item] = [
            Item("今天", "/today"),
            Item(
                "事项", "/matters",
                for: [.stationHead, .stationClerk, .deputy, .assigningOffice, .distributor, .handler, .auditor]),
            Item("全局", "/overview", for: [.assigningOffice, .auditor]),
            Item("信访转送", "/petitions", for: [.petitionOffice]),
            Item("本站", "/station", for: [.stationHead, .stationClerk]),
            Item("电话告知", "/calls", for: [.stationHead, .stationClerk, .petitionOffice]),
            Item("消息", "/inbox", tellsUnread: true),
            Item("消息发送", "/admin/outbox", for: [.assigningOffice, .systemAdmin]),
            Item("履职记录", "/duty", for: [.deputy]),
            Item("走访", "/villages", for: [.assigningOffice]),
            Item("对接", "/admin/webhooks", for: [.systemAdmin]),
        ]
    ) {
        self.resident = resident
        self.staff = staff
    }

    /// The staff's items that lead this person somewhere.
    func items(for signed: Principal.Signed) -> [Item] {
        staff.filter { item in
            item.roles.map { roles in signed.grants.contains { roles.contains($0.role) } } ?? true
        }
    }
}
