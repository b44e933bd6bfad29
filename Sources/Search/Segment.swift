/// A stretch of a text without a change of script: Chinese characters, or one word of letters and digits.
struct Segment: Equatable {
    var isHan: Bool
    var scalars: [Unicode.Scalar]
}

extension Segment {
    /// The stretches of a text that touch each other, group by group: what separates words separates groups.
    static func groups(in text: String) -> [[Segment]] {
        var groups: [[Segment]] = []
        var touches = false
        for scalar in text.unicodeScalars {
            let scalar = Folding.folded(scalar)
            switch Folding.kind(scalar) {
            case .gap:
                touches = false
            case .han:
                add(scalar, isHan: true, to: &groups, touches: &touches)
            case .letter:
                add(scalar, isHan: false, to: &groups, touches: &touches)
            }
        }
        return groups
    }

    private static func add(
        _ scalar: Unicode.Scalar, isHan: Bool, to groups: inout [[Segment]], touches: inout Bool
    ) {
        guard touches else {
            groups.append([Segment(isHan: isHan, scalars: [scalar])])
            touches = true
            return
        }
        let group = groups.count - 1
        let end = groups[group].count - 1
        if groups[group][end].isHan == isHan {
            groups[group][end].scalars.append(scalar)
        } else {
            groups[group].append(Segment(isHan: isHan, scalars: [scalar]))
        }
    }
}
