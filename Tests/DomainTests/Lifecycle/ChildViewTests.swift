import Testing

@testable import Domain

@Suite("When a reporter is a child")
struct ChildViewTests {
    @Test("head, clerk, petition department and the child itself know who it is, and nobody else, agreed or not")
    func restricted() throws {
        let matter = try Life.at(.inHandling).matter

        let knowing = Relation.allCases.filter {
            matter.showsReporter(to: [$0], mayBeNamed: true, isMinor: true)
        }
        #expect(Set(knowing) == [.reporter, .clerk, .head, .petitionOffice])
        // Of a grown-up who agreed the deputy and the handler know as well.
        #expect(matter.showsReporter(to: [.supervisor], mayBeNamed: true))
        #expect(matter.showsReporter(to: [.leadHandler], mayBeNamed: true))
    }
}
