import Database
import Directory
import Domain
import Record

/// A person before a matter: every relation, and under which grant.
struct Standing {
    let principal: Principal?
    private let grants: [Relation: Grant?]

    init(of principal: Principal?, to stored: StoredMatter, atlas: Atlas) {
        self.init(of: principal, to: stored.matter, registeredBy: stored.registeredBy, atlas: atlas)
    }

    init(of principal: Principal?, to matter: Matter, registeredBy: AccountID?, atlas: Atlas) {
        self.principal = principal
        grants = MatterRelations(matter: matter, registeredBy: registeredBy, atlas: atlas).all(of: principal)
    }

    var relations: Set<Relation> { Set(grants.keys) }

    /// Whether the matter exists for this person at all. What is not is *not found*.
    func mayKnow(_ matter: Matter) -> Bool { matter.view(for: relations) != .none }

    /// Who stands in the record: the first relation that allows the act gives the grant.
    func author(for act: Act, onBehalf: Attestation?) -> Author {
        switch principal {
        case nil, .reporter: return .reporter
        case .system: return .system
        case .account(let signed):
            let able = Relation.allCases.filter { act.rule.relations.contains($0) && grants[$0] != nil }
            // A handler who names a letter of its own acts for itself all the same.
            let isOwnLetter = onBehalf?.speaker == .handler && able.contains(.leadHandler)
            let speaker = isOwnLetter ? nil : onBehalf?.speaker
            // Who is a clerk beside it and does for herself what a clerk only writes down, does not do it as a clerk.
            let isWrittenDown = act.isDeputysAlone || act.isHandlers
            let own = speaker == nil && isWrittenDown ? able.first { $0 != .clerk } : nil
            let relation = own ?? able.first
            return Author(signed, relation.flatMap { grants[$0] ?? nil }, onBehalf: speaker)
        }
    }

    /// Who decides a dispute: the head of the station, else the office that assigns.
    var authorOfDecision: Author {
        guard let signed = principal?.signed else { return .system }
        return Author(signed, (grants[.head] ?? grants[.assigningOffice]) ?? nil, onBehalf: nil)
    }

    /// A co-handler speaks for its own organ, whoever else still owes an opinion.
    func speaking(_ action: MatterAction) -> MatterAction {
        guard case .giveOpinion(let words, nil) = action, case .organ(let organ)? = grants[.coHandler]??.place
        else { return action }
        return .giveOpinion(words: words, organ: organ)
    }

    /// Who supports a matter, once: the account, the reporter of another matter, or the browser.
    func supporter(browser: String) -> String {
        switch principal {
        case .account(let signed): "account \(signed.account)"
        case .reporter(let matter): "reporter \(matter)"
        case .system, nil: "browser \(browser)"
        }
    }
}
