/// What it costs to bring a province in.
enum MakingTable {
    static func make(_ grounds: [BenchGround], deputies: Int) async throws -> BenchTable {
        let imports = try await grounds.inTurn { ground -> Child.Cost in
            Terminal.say("bench: importing deputies, \(ground.engine.name)")
            return try await ground.place.engine.withEmpty("deputies") { place in
                try await DeputyFile.importing(deputies, in: place)
            }
        }
        var table = BenchTable(
            "Making and importing",
            ["what"] + grounds.flatMap { ["\($0.engine.name), s by the clock", "CPU s", "hold", ""] })
        let matters = grounds.first?.matters ?? 0
        table.add(
            ["\(deputies) deputies from CSV, encryption included"] + imports.flatMap { cells($0, .atMost(10)) })
        table.add(
            ["the demo province with \(matters) matters, from nothing"]
                + grounds.flatMap { cells($0.making, .atMost(90)) })
        table.note = "Processor time of a database server included. Making was measured when the province was made."
        return table
    }

    private static func cells(_ cost: Child.Cost?, _ hold: Hold) -> [String] {
        guard let cost else { return ["not noted", "", hold.text, ""] }
        return [cost.wall.short, cost.cpu.short, hold.text, hold.verdict(cost.wall)]
    }
}
