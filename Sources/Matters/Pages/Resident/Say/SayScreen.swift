import Directory
import Domain
import Web

/// One screen of saying something, with everything that was typed so far.
struct SayScreen: Sendable {
    var step: SayStep
    let place: SayPlace
    /// Whatever was typed, on this screen and on the others.
    var form: FormBody
    var kept: KeptFiles
    var errors = FormErrors()
    let rules: Rules
    let now: Instant
    let human: Site.HumanLine

    var today: Day { Day(of: now) }

    /// Where nobody can be reached the words are only asked for if they were typed already.
    var asksForWords: Bool { place.holder != nil || !form.fields.isEmpty }

    /// What the other screens asked, in hidden fields: no answer stands in an address.
    func carried(_ parts: FormParts) -> HTML {
        let own = Set(step.fields).subtracting(KeptFiles.fields)
        let others = form.carried.spoken.filter {
            !own.contains($0.name) && !SayPlace.names.contains($0.name) && !KeptFiles.fields.contains($0.name)
        }
        return """
            \(parts.hidden(place.key.name, place.key.value))\(parts.hidden("step", step.rawValue))
            \(each: others + kept.carried, { parts.hidden($0.name, $0.value) })
            """
    }
}
