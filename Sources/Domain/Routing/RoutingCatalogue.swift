/// 派单目录: to which organ a matter of one category goes at one level. It suggests; the assigning office decides.
/// Town and 农业农村 → 乡镇人民政府; street and anything → 街道办事处; county and 教育 → the bureau of that field.
package struct RoutingCatalogue: Sendable {
    /// One line of the catalogue.
    package struct Slot: Hashable, Sendable {
        package var category: Category
        package var level: Level

        package init(category: Category, level: Level) {
            self.category = category
            self.level = level
        }
    }

    /// The organ to look for.
    package struct Destination: Hashable, Sendable {
        package var organ: OrganKind
        /// The field a bureau must have.
        package var field: Category?
        /// Who passes it on where the directory knows no such bureau.
        package var otherwise: OrganKind?

        package init(organ: OrganKind, field: Category? = nil, otherwise: OrganKind? = nil) {
            self.organ = organ
            self.field = field
            self.otherwise = otherwise
        }
    }

    package static let standard = RoutingCatalogue()

    private let own: [Slot: Destination]

    /// `own` are the lines a place settled for itself; they go before the standard ones.
    package init(own: [Slot: Destination] = [:]) {
        self.own = own
    }

    package func suggest(_ category: Category, level: Level, isStreet: Bool) -> Destination {
        if let settled = own[Slot(category: category, level: level)] { return settled }
        switch level {
        case .township:
            return Destination(organ: isStreet ? .subdistrictOffice : .townGovernment)
        case .county, .city, .province:
            guard category.bureau != nil else { return Destination(organ: .governmentOffice) }
            return Destination(organ: .bureau, field: category, otherwise: .governmentOffice)
        }
    }
}
