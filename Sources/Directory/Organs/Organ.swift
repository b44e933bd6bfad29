import Domain

/// An organ that takes part in a matter: a presidium, a government office, a bureau (机关、承办单位).
package struct Organ: Hashable, Sendable {
    package var id: OrganID
    package var division: DivisionID
    package var kind: OrganKind
    package var name: String
    package var superior: OrganID?
    /// What a bureau is in charge of: a first-level category code; nil for every other kind.
    package var field: String?
    package var phone: String
    package var address: String
    package var hours: String

    package init(
        id: OrganID, division: DivisionID, kind: OrganKind, name: String, superior: OrganID? = nil,
        field: String? = nil, phone: String = "", address: String = "", hours: String = ""
    ) {
        self.id = id
        self.division = division
        self.kind = kind
        self.name = name
        self.superior = superior
        self.field = field
        self.phone = phone
        self.address = address
        self.hours = hours
    }
}

extension OrganKind {
    /// The word for the kind in tables that people fill in.
    package var chinese: String {
        switch self {
        case .presidium: "乡镇人大主席团"
        case .townGovernment: "乡镇人民政府"
        case .streetCommittee: "街道人大工委"
        case .subdistrictOffice: "街道办事处"
        case .deputiesCommittee: "代表工作委员会"
        case .standingCommitteeOffice: "人大常委会办公室"
        case .government: "人民政府"
        case .governmentOffice: "政府办公室"
        case .bureau: "政府部门"
        case .villageCommittee: "村（居）民委员会"
        case .petitionOffice: "信访部门"
        }
    }
}
