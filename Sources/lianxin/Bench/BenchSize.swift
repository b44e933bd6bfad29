/// How large a demo is made, and under which name it is kept.
struct BenchSize {
    let name: String
    let arguments: [String]

    /// One county, made in seconds.
    static let small = BenchSize(name: "quick", arguments: ["--small"])
    /// The same with more in it, to try how growth is measured.
    static let lessSmall = BenchSize(name: "quick-large", arguments: ["--small", "--matters", "4000"])

    static func province(matters: Int) -> BenchSize {
        BenchSize(name: "\(matters)", arguments: ["--matters", "\(matters)"])
    }
}
