import Directory
import Domain
import Record

/// Who did it, as the reader may know: offices see the person and the office, residents the office alone.
struct EventAuthor {
    let atlas: Atlas
    let names: PeopleNames
    let isForReporter: Bool

    func text(_ author: Author) -> String {
        switch author.kind {
        case .system: return "系统"
        case .reporter: return isForReporter ? "您" : "群众本人"
        case .staff: break
        }
        let office = office(author)
        if isForReporter {
            return author.onBehalf == Attestation.Speaker.reporter.rawValue ? "\(office)代您" : office
        }
        let name = author.account.flatMap { names.accounts[$0] } ?? "工作人员"
        let role = author.role.flatMap(Role.init)?.chinese ?? ""
        return "\(name)（\(office)\(role.isEmpty ? "" : " " + role)\(onBehalf(author))）"
    }

    /// What else offices have to know of how it came about.
    func marks(_ event: RecordedEvent, isDisowned: Bool) -> String {
        (event.facts.code("via") == "link" ? "，通过短信里的链接" : "") + (isDisowned ? "，经异议认定不是本人的意思" : "")
    }

    private func office(_ author: Author) -> String {
        author.organ.flatMap { atlas.organ($0)?.name } ?? author.station.flatMap { atlas.station($0)?.name } ?? "工作人员"
    }

    private func onBehalf(_ author: Author) -> String {
        switch author.onBehalf.flatMap(Attestation.Speaker.init) {
        case .reporter: "，代群众"
        case .handler: "，代承办单位"
        case .deputy: "，代督办代表"
        case nil: ""
        }
    }
}
