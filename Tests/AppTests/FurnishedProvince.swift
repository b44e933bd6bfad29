import Database
import Domain
import Matters
import TestSupport

/// The small province with matters in many states and a station that shows everything: more rows of each kind than a
/// page may have statements, so that a page that asks once a row is found out.
struct FurnishedProvince: Sendable {
    static let many = 12
    static let reason = "村口到学校的路灯坏了三盏，晚上看不见路。"

    let province: TestProvince
    var numbers: [MatterNumber] = []
    var published: MatterNumber?
    var referred: MatterNumber?
    var reported: RegisterMatter.Receipt?
    var posts: [Int64] = []
    var photos: [Int64] = []
    var receptions: [Int64] = []
    var book: Int64 = 0
    var letters: [(number: MatterNumber, id: Int64)] = []
    var follow = ""
    var answerText: Int64 = 0
    var handled: MatterID?
    var token = ""
    var hook: Int64 = 0
    /// A photo of the reported matter and one of the published matter.
    var files: [(matter: MatterNumber, file: Int64)] = []

    static func make(log: StatementLog) async throws -> FurnishedProvince {
        var furnished = FurnishedProvince(province: try await TestProvince(settings: { $0.statementLog = log }))
        try await furnished.addPlatform()
        try await furnished.addMatters()
        try await furnished.addStationPage()
        try await furnished.addPaper()
        try await furnished.addFollows()
        try await furnished.addAnswerTexts()
        try await furnished.addLink()
        try await furnished.addFiles()
        _ = await furnished.province.work()
        return furnished
    }

    private init(province: TestProvince) {
        self.province = province
    }

    /// A visitor, the reporter of a matter, and one for each kind of office.
    func readers() async throws -> [PageWalk.Reader] {
        var readers = [PageWalk.Reader(name: "visitor", browser: try await province.browser())]
        readers.append(PageWalk.Reader(name: "reporter", browser: try await reporter()))
        let people = [
            province.clerk(of: .town), province.head(of: .town), province.deputy(of: .town),
            province.liaisonOfficer(of: .town), province.officer(of: .town), province.officer(of: .county),
            province.handler(of: .town), province.distributor(of: .county),
            province.handler("transport", of: .county), province.petitionOfficer(of: .county),
            province.systemAdmin, province.securityAdmin, province.auditor,
        ]
        for person in people {
            readers.append(PageWalk.Reader(name: "\(person.role)", browser: try await province.browser(as: person)))
        }
        return readers
    }

    private func reporter() async throws -> Browser {
        let browser = try await province.browser()
        guard let reported else { return browser }
        _ = try await browser.get("/my")
        _ = try await browser.post("/my", ["number": reported.number.text, "code": reported.code.digits])
        return browser
    }
}
