import Domain

/// The texts that fit a kind of place, each as often as its way is gone.
struct FittingTexts: Sendable {
    /// Of a hundred matters so many are answered on the spot, referred, pointed elsewhere, not taken in.
    private static let shares: [(MatterText.Route, Int)] = [
        (.accept, 66), (.spot, 20), (.refer, 4), (.redirect, 7), (.reject, 3),
    ]

    let all: [MatterText]
    private let byRoute: [MatterText.Route: [MatterText]]

    init(_ texts: [MatterText], _ kind: DivisionKind) {
        all = texts.filter { $0.fits(kind) }
        byRoute = Dictionary(grouping: all, by: \.route)
    }

    func pick(_ dice: inout Dice) -> MatterText {
        dice.pick(byRoute[dice.weighed(FittingTexts.shares)] ?? all)
    }
}

extension MatterText {
    /// A village has no housing estates with property managers, a street no villages.
    fileprivate func fits(_ kind: DivisionKind) -> Bool {
        switch kind {
        case .subdistrict, .specialArea: !body.contains("{村}")
        case .township: !body.contains("{小区}") && !body.contains("{社区}")
        case .province, .city, .district, .countyCity, .county, .town: true
        }
    }
}
