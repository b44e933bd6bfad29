import Directory
import Domain
import Web

/// 联合接待: the departments that come with the deputies, chosen from those around or written by their name.
struct JointDepartments: Sendable {
    var organs: [OrganID]
    var others: String

    init(organs: [OrganID], others: String) {
        self.organs = organs
        self.others = others
    }

    init(reading reader: inout FormReader) {
        organs = Array(Set(reader.form.all("organs").compactMap { Int64($0) })).sorted()
        others = reader.text("departments", "别的部门", most: 100, isRequired: false)
    }

    /// As the notice and the record say them; an organ that is not from around here is refused.
    func names(near station: Station, atlas: Atlas) throws(FormErrors) -> String {
        let known = Self.around(station, atlas: atlas)
        let chosen = organs.compactMap { id in known.first { $0.id == id }?.name }
        guard chosen.count == organs.count else { throw FormErrors("organs", "有部门不在名单里，请重新选择") }
        return (chosen + (others.isEmpty ? [] : [others])).joined(separator: "、")
    }

    /// Who handles matters at the place itself and in its county.
    static func around(_ station: Station, atlas: Atlas) -> [Organ] {
        let county = atlas.division(of: station.division, at: .county)?.id
        let areas = county == nil || county == station.division ? [station.division] : [station.division, county ?? 0]
        return areas.flatMap { atlas.organs(in: $0) }.filter(\.kind.comesToReceptions)
    }

    /// Folded, because most receptions are of deputies alone.
    static func fields(
        _ parts: FormParts, near station: Station, atlas: Atlas, chosen: Set<OrganID>, others: String, label: String
    ) -> HTML {
        let choices = around(station, atlas: atlas).map { Choice(String($0.id), $0.name) }
        let isOpen = !chosen.isEmpty || !others.isEmpty || parts.isShownAgain
        return """
            <details\(flag: "open", isOpen)><summary>\(label)</summary>
            \(parts.checkboxes("organs", label, choices, chosen: Set(chosen.map { String($0) })))
            \(parts.textField(
                "departments", "别的部门", value: others, notes: FieldNotes(hint: "名单里没有的写在这里", isOptional: true)))
            </details>
            """
    }
}

extension OrganKind {
    /// A department whose people answer beside deputies; those who assign are the station's own side.
    fileprivate var comesToReceptions: Bool {
        switch self {
        case .townGovernment, .subdistrictOffice, .governmentOffice, .bureau, .villageCommittee: true
        case .presidium, .streetCommittee, .deputiesCommittee, .standingCommitteeOffice, .government, .petitionOffice:
            false
        }
    }
}
