import Directory
import Domain

extension Division {
    /// How an area is called in addresses and in the API: its code, or for a development zone without one its name.
    var key: String { code ?? fullName }
}

extension Atlas {
    /// The area that was asked for, the province where none was; not found where there is no such.
    func area(_ key: String?) throws(NotFound) -> Division {
        let asked = key ?? ""
        let known = asked.isEmpty ? root : division(code: asked) ?? division(code: asked, system: .nbs)
        guard let area = known ?? divisions.first(where: { $0.fullName == asked }) else { throw NotFound() }
        return area
    }
}
