import Directory
import Domain

/// Where matters arise: towns and streets, some more than others, and now and then something of a whole county.
struct AreaChoice: Sendable {
    private static let shownCode = "140702001"

    private let local: [Division]
    private let counties: [Division]
    private let shown: Division?

    init(_ places: DemoPlaces) {
        local = places.areas.filter { $0.level == .township }
        counties = places.areas.filter { $0.level == .county }
        shown = local.first { $0.code == AreaChoice.shownCode }
    }

    func area(_ group: LifeGroup, _ dice: inout Dice) -> Division {
        if group.isShown, let shown { return shown }
        if group.stopsIn == nil, dice.percent(3) { return dice.pick(counties) }
        // Streets have more people than towns; the lower of two throws makes some areas busier than others.
        let throwing = min(dice.below(local.count), dice.below(local.count))
        let street = local[throwing]
        return street.kind == .township && dice.percent(40) ? dice.pick(local) : street
    }
}
