import Domain

extension Division {
    /// How an area is called in addresses and in the API: its code, or for a development zone without one its name.
    package var key: String { code ?? fullName }
}

extension Atlas {
    /// The area of an address; old codes still lead to it.
    package func division(key: String) -> Division? {
        division(code: key) ?? division(code: key, system: .nbs) ?? divisions.first { $0.fullName == key }
    }

    /// The area that was asked for, the province where none was; not found where there is no such.
    package func area(_ key: String?) throws(NotFound) -> Division {
        guard let key, !key.isEmpty else {
            guard let root else { throw NotFound() }
            return root
        }
        guard let division = division(key: key) else { throw NotFound() }
        return division
    }
}

extension Level {
    /// How a level is called in the API.
    package var code: String {
        switch self {
        case .province: "province"
        case .city: "prefecture"
        case .county: "county"
        case .township: "township"
        }
    }
}
