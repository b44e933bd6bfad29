/// What is a count and not a cost: held by tests, which fail when it is missed.
enum CountedByTests {
    static var table: BenchTable {
        var table = BenchTable("Counted by tests, on both engines", ["what", "hold", "test"])
        table.add(
            "staff forms from the words to the assignment of a street lamp", "≤ 3",
            "Tests/MattersTests/StaffPathTests.swift: a street lamp needs three staff forms")
        table.add(
            "a resident's screens from start to number", "≤ 5",
            "Tests/MattersTests/Resident/ResidentSayTests.swift: five screens lead from the first choice to the number")
        table.add("statements and scans of every page", "≤ 10, none", "Tests/AppTests/PagePlanTests.swift")
        return table
    }
}
