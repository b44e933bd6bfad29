import Database
import Domain

/// Who numbers the areas. Of 1,221 nine-digit codes that both lists hold in Shanxi, 93 name different places, so a
/// code means nothing without its list.
package enum CodeSystem: String, CaseIterable, Sendable {
    /// 民政部门的行政区划代码
    case mca
    /// 统计用区划代码
    case nbs
}

/// A code of an area, with the days on which it was in force.
package struct DivisionCode: Hashable, Sendable {
    package var system: CodeSystem
    package var code: String
    package var validFrom: Day
    package var validTo: Day?

    package init(system: CodeSystem, code: String, validFrom: Day, validTo: Day? = nil) {
        self.system = system
        self.code = code
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether the code was in force on a day.
    package func isValid(on day: Day) -> Bool {
        validFrom <= day && (validTo.map { day <= $0 } ?? true)
    }
}
