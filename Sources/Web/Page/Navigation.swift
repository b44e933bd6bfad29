/// Where the header leads, for each audience.
package struct Navigation: Sendable {
    package struct Item: Sendable {
        package var word: String
        package var path: String

        package init(_ word: String, _ path: String) {
            self.word = word
            self.path = path
        }
    }

    package var resident: [Item]
    package var staff: [Item]

    package init(
        resident: [Item] = [
            Item("说一件事", "/say"), Item("查一件事", "/my"), Item("公开台账", "/ledger"), Item("找联络站", "/stations"),
        ],
        staff: [Item] = [Item("今天", "/today"), Item("事项", "/matters"), Item("搜索", "/search")]
    ) {
        self.resident = resident
        self.staff = staff
    }
}
