import Directory
import Domain

extension Division {
    /// How an area is called in addresses and in the API: its code, or for a development zone without one its name.
    var key: String { code ?? fullName }
}

extension Atlas {
    /// The area of an address; not found where there is no such.
    func area(_ key: String) throws(NotFound) -> Division {
        let known = division(code: key) ?? division(code: key, system: .nbs)
        guard let division = known ?? divisions.first(where: { $0.fullName == key }) else { throw NotFound() }
        return division
    }
}
