import App
import Database
import Directory
import Domain
import Foundation

/// A file of deputies as an office would send it, brought into a province that has none yet.
enum DeputyFile {
    private static let surnames = Array("王李张刘陈杨赵郭武高马梁任冯韩")
    private static let given = Array("秀英建国志强桂兰晓东海燕永红春梅立军文华玉林俊杰爱民")

    /// Divisions, organs and stations first; what is measured is `lianxin import deputies` from start to end.
    static func importing(_ count: Int, in place: BenchPlace) async throws -> Child.Cost {
        let rows = try await run(build(place.settings)) { app in
            _ = try await ProvinceSeed.load(into: app.installation.database, ids: app.installation.ids)
            try await addStations(app.installation)
            return try await deputies(count, app.installation.snapshot().atlas)
        }
        let file = place.folder + "/deputies.csv"
        try Data(rows.bytes).write(to: URL(filePath: file))
        return try Child.run("import", ["deputies", file, "--log-level", "error"], over: place)
    }

    private static func addStations(_ installation: Installation) async throws {
        var file = CSVOutput(header: ["站点编码", "名称", "区划代码", "级别"])
        for town in try await towns(installation.snapshot().atlas) {
            guard let code = town.code else { continue }
            file.add(["SX" + code, town.name + "代表联络站", code, StationLevel.township.chinese])
        }
        let report = try await Importer(installation).run(.stations, file.bytes, by: .system, at: .current)
        guard report.faults.isEmpty else { throw Complaint("测量用的联络站导入不了：\(report.faults[0].reason)") }
    }

    /// One after the other at each station: a town's own deputies, in a street those of the county.
    private static func deputies(_ count: Int, _ atlas: Atlas) throws -> CSVOutput {
        var file = CSVOutput(header: ["代表证号", "姓名", "代表层级", "区划代码", "所属联络站", "届次", "任期开始", "手机号"])
        let towns = towns(atlas)
        for number in 0..<count {
            let town = towns[number % towns.count]
            let county = atlas.division(of: town.id, at: .county)
            let level: CongressLevel = town.kind.hasCongress ? .township : .county
            let area = level == .township ? town : county ?? town
            file.add([
                "BM-\(number + 1)", name(number), level.chinese, area.code ?? "", "SX" + (town.code ?? ""), "第十届",
                "2021-11-01", BenchWords.phone(number),
            ])
        }
        return file
    }

    private static func towns(_ atlas: Atlas) -> [Division] {
        atlas.divisions.filter { $0.level == .township && $0.code != nil && !$0.isSpecial }.sorted { $0.id < $1.id }
    }

    private static func name(_ number: Int) -> String {
        let (a, b) = (number / surnames.count, number / surnames.count / given.count)
        return "\(surnames[number % surnames.count])\(given[a % given.count])\(given[b % given.count])（演示）"
    }
}
