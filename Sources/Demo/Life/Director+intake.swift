import Domain
import Matters

/// 分析、受理、提交、交办.
extension Director {
    mutating func triage(_ matter: Matter, _ now: Instant) -> Step? {
        if fate.silent.contains(.triage) { return nil }
        if fate.route == .spot { return spotAnswer(matter, now) }
        if matter.triage == nil {
            let by = fate.isTriagedByClerk ? cast.clerk(of: matter) : cast.head(of: matter)
            return step(office(now, 0...1), by, .triage(fate.triage, note: ""))
        }
        // Undone mergers are on their own again and come to be accepted.
        let at = fate.isTriagedByClerk ? office(now, 0...1) : now.adding(seconds: 240)
        let head = cast.head(of: matter)
        switch fate.route {
        case .accept, .spot: return step(at, head, .accept)
        case .refer: return step(at, head, .refer(reason: words.notice(&dice)))
        case .redirect: return step(at, head, .redirect(words.redirection(&dice)))
        case .reject: return step(at, head, .reject(reason: words.notice(&dice)))
        }
    }

    private mutating func spotAnswer(_ matter: Matter, _ now: Instant) -> Step? {
        let deputies = cast.deputies(of: matter)
        let by = deputies.isEmpty ? cast.head(of: matter) : dice.pick(deputies).member.principal
        let answer = SpotAnswer(
            words: words.spotAnswer(&dice), hasConsent: true, commonality: fate.triage.commonality,
            category: fate.triage.category)
        return step(office(now, 0...0), by, .answerOnSpot(answer))
    }

    /// 受理以后: a deputy who looks after it, the notice to the reporter, then up or out.
    mutating func deciding(_ matter: Matter, _ now: Instant) -> Step? {
        if let step = beside(matter, now) { return step }
        if fate.silent.contains(.assignment) { return nil }
        let by = cast.office(of: matter)
        if matter.level < fate.level, let next = matter.level.next,
            cast.atlas.division(of: matter.area, at: next) != nil
        {
            return step(
                office(now, 0...2), by, .elevate(to: next, reason: remarks.text(.elevation, &dice), skip: nil))
        }
        if fate.isReturnedDown, matter.state == .submittedUp, matter.level == .county, !matter.isBypassed {
            fate.isReturnedDown = false
            fate.level = .township
            return step(office(now, 1...3), by, .returnDown(reason: Phrases.returnDownReason))
        }
        guard let organ = cast.handler(of: matter, fate.triage.category, isDistributed: fate.isDistributed) else {
            return nil
        }
        var helpers: [OrganPlace] = []
        if fate.coHandlers > 0, let other = cast.otherBureau(of: matter, &dice), other.id != organ.id {
            helpers = [cast.place(other)]
        }
        return step(
            office(now, 0...2), by,
            .assign(Assignment(lead: cast.place(organ), coHandlers: helpers, isWide: fate.coHandlers > 0)))
    }

    /// What must be done besides: somebody looks after it, and the reporter hears that it was taken in.
    private mutating func beside(_ matter: Matter, _ now: Instant) -> Step? {
        let deputies = cast.deputies(of: matter)
        if matter.supervisor == nil, !deputies.isEmpty {
            let place = isDeclined ? deputies.last : deputies.first
            guard let person = (isDeclined ? place : dice.pick(deputies))?.member.signed.person else { return nil }
            return step(
                now.adding(seconds: 300), cast.head(of: matter),
                .nameSupervisor(Candidate(person: person, belongsToStation: true)))
        }
        if fate.declines, !isDeclined, matter.clock(.supervisorDecline) != nil {
            isDeclined = true
            return step(
                office(now, 0...1), cast.supervisor(of: matter), .declineSupervision(reason: Phrases.declineReason))
        }
        if fate.isNoticeGiven, matter.clock(.reporterNotice) != nil {
            return step(
                office(now, 0...0), cast.clerk(of: matter), .notify(matter.hasTelephone ? .phone : .visit))
        }
        return nil
    }
}
