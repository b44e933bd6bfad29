import Domain

/// The official names of an area's organs, as on their signs and seals.
package struct OrganNames {
    let division: Division
    let parent: Division?

    package init(of division: Division, under parent: Division?) {
        self.division = division
        self.parent = parent
    }

    /// The area as its organs write it: 榆次区; but 阳泉市城区, since 晋城 has a 城区 too; a town with its county.
    var short: String {
        switch division.level {
        case .province, .city: division.name
        case .county: OrganNames.isCommon(division.name) ? division.fullName : division.name
        case .township: parent.map { OrganNames(of: $0, under: nil).short + division.name } ?? division.name
        }
    }

    /// 晋中市生态环境局榆次分局: the county's branch of a bureau of its city.
    func branch(of bureau: String) -> String {
        (parent?.name ?? "") + bureau + stem + "分局"
    }

    /// The name of the organ of a kind; bureaus and village committees are named elsewhere.
    package func name(of kind: OrganKind) -> String {
        let isProvince = division.level == .province
        return switch kind {
        case .presidium: short + "人民代表大会主席团"
        case .townGovernment: short + "人民政府"
        case .streetCommittee:
            (parent.map { OrganNames(of: $0, under: nil).short } ?? "")
                + "人大常委会" + division.name + "工作委员会"
        case .subdistrictOffice: short + "办事处"
        case .deputiesCommittee: short + "人大常委会代表工作委员会"
        case .standingCommitteeOffice: short + (isProvince ? "人大常委会办公厅" : "人大常委会办公室")
        case .government: short + "人民政府"
        case .governmentOffice: short + (isProvince ? "人民政府办公厅" : "人民政府办公室")
        case .petitionOffice: short + "信访局"
        case .bureau, .villageCommittee: short
        }
    }

    // 榆次区 → 榆次, but 盂县 and 城区 keep their last character.
    private var stem: String {
        division.name.count > 2 ? String(division.name.dropLast()) : division.name
    }

    private static func isCommon(_ name: String) -> Bool {
        ["城区", "矿区", "郊区"].contains(name)
    }
}
