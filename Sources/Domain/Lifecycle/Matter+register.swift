/// What is known of a matter before it is one.
package struct Registration: Hashable, Sendable {
    package var id: MatterID
    package var number: MatterNumber
    package var area: DivisionID
    /// See `Matter.lowestLevel`.
    package var lowestLevel: Level
    package var hasTelephone: Bool
    package var relapseOf: MatterID?
    package var channel: Channel

    package init(
        id: MatterID, number: MatterNumber, area: DivisionID, lowestLevel: Level = .township, hasTelephone: Bool,
        relapseOf: MatterID? = nil, channel: Channel
    ) {
        self.id = id
        self.number = number
        self.area = area
        self.lowestLevel = lowestLevel
        self.hasTelephone = hasTelephone
        self.relapseOf = relapseOf
        self.channel = channel
    }
}

extension Matter {
    /// 登记: the place's own station holds it, a central station above it when it is about the station's own people
    /// or when nobody at the station can be reached. Triage within 5 working days; a matter at 23:00 starts its clock
    /// like one at noon, because the day of the start is never counted.
    package static func register(
        _ registration: Registration, in around: Surroundings, under rules: Rules, at now: Instant
    ) throws(Refusal) -> MatterChange {
        let fit = around.stations.first { $0.isReachable && $0.level.areaLevel >= registration.lowestLevel }
        guard let station = fit else { throw .noOpenPlace }
        let today = Day(of: now)
        let (deadline, policy) = rules.deadline(.triage, from: today)
        let matter = Matter(
            id: registration.id, number: registration.number, registeredAt: now, area: registration.area,
            lowestLevel: registration.lowestLevel, hasTelephone: registration.hasTelephone, version: 1,
            state: .registered, holder: .station(station.id), onDuty: .station, station: station.id,
            assigningOffice: nil, level: registration.lowestLevel, triage: nil, supervisor: nil,
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

extension Level {
    /// 绕开本级: where a matter begins that is about the people of a station or of a place. The level above both, the
    /// county at least; above the province there is nobody.
    package static func above(_ station: StationLevel?, _ place: Level) -> Level {
        let concerned = max(station?.areaLevel ?? .township, place)
        return max(.county, concerned.next ?? .province)
    }
}

extension StationLevel {
    /// The level of the area it works for; a village's station belongs to its town.
    package var areaLevel: Level {
        switch self {
        case .township, .village: .township
        case .county: .county
        case .city: .city
        case .province: .province
        }
    }
}
