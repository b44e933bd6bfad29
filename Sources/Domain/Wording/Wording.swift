/// The legal words of one kind of organ. A town or township has a congress with a presidium and a government; a street
/// has neither: a working committee of the county's standing committee (地方组织法 59) and a subdistrict office.
package struct Wording: Hashable, Sendable {
    package let organ: OrganKind
    /// What it is called in a sentence: 主席团.
    package let name: String
    /// The full name of the kind: 乡镇人民代表大会主席团.
    package let formalName: String
    /// What it does when it gives a matter to somebody: 交办, 转交, 分办; nil when it gives nothing on.
    package let assignVerb: String?
    /// To whom: 乡镇人民政府, 街道办事处; nil likewise.
    package let handler: String?
    /// Where it submits what is above its power; nil at the top or when it does not submit.
    package let superior: String?
    /// Where it decides together: 主席团会议.
    package let meeting: String
    /// Who signs: 主席, 主任, 主要负责人.
    package let signer: String

    package init(_ organ: OrganKind) {
        self = Wording.of(organ)
    }

    init(
        organ: OrganKind, name: String, formalName: String, assignVerb: String? = nil, handler: String? = nil,
        superior: String? = nil, meeting: String = "办公会议", signer: String = "主要负责人"
    ) {
        self.organ = organ
        self.name = name
        self.formalName = formalName
        self.assignVerb = assignVerb
        self.handler = handler
        self.superior = superior
        self.meeting = meeting
        self.signer = signer
    }

    /// The action on a button or a time line: `交办给乡镇人民政府`.
    package var assignPhrase: String? {
        guard let assignVerb, let handler else { return nil }
        return "\(assignVerb)给\(handler)"
    }

    /// The name under a letter: `榆次区乌金山镇人民代表大会主席团`. `above` is the division over `division`; an organ
    /// whose name does not follow from its kind signs with its own.
    package func signature(division: String, above: String, ownName: String) -> String {
        switch organ {
        case .presidium: above + division + "人民代表大会主席团"
        case .streetCommittee: above + "人民代表大会常务委员会" + division + "工作委员会"
        case .townGovernment: above + division + "人民政府"
        case .subdistrictOffice: above + "人民政府" + division + "办事处"
        case .deputiesCommittee: division + "人民代表大会常务委员会代表工作委员会"
        case .standingCommitteeOffice: division + "人民代表大会常务委员会办公室"
        case .government: division + "人民政府"
        case .governmentOffice, .bureau, .villageCommittee, .petitionOffice: ownName
        }
    }
}
