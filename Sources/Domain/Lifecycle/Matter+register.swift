/// What is known of a matter before it is one.
package struct Registration: Hashable, Sendable {
    package var id: MatterID
    package var number: MatterNumber
    package var area: DivisionID
    package var isBypassed: Bool
    package var hasTelephone: Bool
    package var relapseOf: MatterID?
    package var channel: Channel

    package init(
        id: MatterID, number: MatterNumber, area: DivisionID, isBypassed: Bool, hasTelephone: Bool,
        relapseOf: MatterID? = nil, channel: Channel
    ) {
        self.id = id
        self.number = number
        self.area = area
        self.isBypassed = isBypassed
        self.hasTelephone = hasTelephone
        self.relapseOf = relapseOf
        self.channel = channel
    }
}

extension Matter {
    /// 登记: the place's own station holds it, the county's central station when it is about the station's own people
    /// or when nobody at the station can be reached. Triage within 5 working days; a matter at 23:00 starts its clock
    /// like one at noon, because the day of the start is never counted.
    package static func register(
        _ registration: Registration, in around: Surroundings, under rules: Rules, at now: Instant
    ) throws(Refusal) -> MatterChange {
        let fit = around.stations.first { $0.isReachable && (!registration.isBypassed || $0.level.isCentral) }
        guard let station = fit else { throw .noOpenPlace }
        let today = Day(of: now)
        let (deadline, policy) = rules.deadline(.triage, from: today)
        let matter = Matter(
            id: registration.id, number: registration.number, registeredAt: now, area: registration.area,
            isBypassed: registration.isBypassed, hasTelephone: registration.hasTelephone, version: 1,
            state: .registered, holder: .station(station.id), onDuty: .station, station: station.id,
            assigningOffice: nil, level: registration.isBypassed ? .county : .township, triage: nil, supervisor: nil,
            handling: Handling(), answering: Answering(), lead: nil, stateBeforeMerger: nil, closure: nil,
            closedOn: nil, timesContested: 0, isArchived: false, isPublished: false, petitionOffice: nil,
            clocks: [Clock(.triage, deadline, policy: policy.key, version: policy.version)])
        var facts: [MatterChange.Fact] = [
            .init(key: "station", value: .integer(station.id)),
            .init(key: "area", value: .integer(registration.area)),
            .init(key: "channel", value: .code(registration.channel.rawValue)),
        ]
        if let earlier = registration.relapseOf { facts.append(.init(key: "relapse-of", value: .integer(earlier))) }
        return MatterChange(before: nil, matter: matter, event: "registered", facts: facts)
    }
}

extension StationLevel {
    /// Above the towns: where by-passed matters go.
    var isCentral: Bool {
        switch self {
        case .county, .city, .province: true
        case .township, .village: false
        }
    }
}
