import Directory
import Domain
import Web

/// The screens of saying something once the place is chosen, in their order: one thing at a time.
enum SayStep: String, CaseIterable {
    case what, reach, check

    /// The id of the button for larger letters.
    static let larger = "larger"

    var title: String {
        switch self {
        case .what: "什么事"
        case .reach: "怎么找您"
        case .check: "看一遍，再提交"
        }
    }

    /// What is asked there; all of it goes along through the other screens.
    var fields: [String] {
        switch self {
        case .what: ["words", "place", "bypass"] + KeptFiles.fields
        case .reach: ["told", "phone", "name", "named", "minor", "guardian", "guardian_agreed"]
        case .check: []
        }
    }

    /// The second of four: the place was the first.
    var number: Int { 2 + (SayStep.allCases.firstIndex(of: self) ?? 0) }

    var next: SayStep? { SayStep.allCases.drop { $0 != self }.dropFirst().first }
    var previous: SayStep? { SayStep.allCases.prefix { $0 != self }.last }

    /// What of a form's mistakes is to be put right on this screen or before it.
    func own(_ errors: FormErrors) -> FormErrors {
        let passed = SayStep.allCases.prefix { $0 != self } + [self]
        let names = Set(passed.flatMap(\.fields) + passed.flatMap(\.fileFields))
        return FormErrors(errors.fields.filter { names.contains($0.name) })
    }

    /// The screen on which the first of the mistakes stands.
    static func first(of errors: FormErrors) -> SayStep {
        SayStep.allCases.first { step in
            errors.fields.contains { (step.fields + step.fileFields).contains($0.name) }
        } ?? .check
    }

    private var fileFields: [String] { self == .what ? ["photo", "voice"] : [] }
}

/// What was asked for with the button that was pressed.
enum SayWish {
    case next
    case back
    case show(SayStep)
    /// To choose another place without losing what was typed.
    case choosePlace
    case findPlace
    case moveTo(String)
    /// Larger letters, or the usual ones.
    case turn(String)

    init(_ form: FormBody) {
        if let elder = form["elder"] {
            self = .turn(elder)
        } else if let place = form["to"], !place.isEmpty {
            self = .moveTo(place)
        } else if let step = form["go"].flatMap(SayStep.init) {
            self = .show(step)
        } else {
            switch form["go"] {
            case "back": self = .back
            case "place": self = .choosePlace
            case "find": self = .findPlace
            case _: self = .next
            }
        }
    }

    /// The other place that was chosen with it; nil where none was, or where the words sought fit several.
    func target(_ form: FormBody, _ atlas: Atlas) throws(NotFound) -> String? {
        switch self {
        case .moveTo(let key): key
        case .findPlace: try WhereChoice(form, atlas: atlas).only?.key
        case .next, .back, .show, .choosePlace, .turn: nil
        }
    }
}

extension FormBody {
    /// The fields that say where one is and what was pressed, and not what one has to say.
    private static let passing: Set<String> = ["step", "go", "to", "q", "drop", "photo", "voice", "elder"]

    /// What goes along to the next screen.
    var carried: FormBody { FormBody(fields.filter { !FormBody.passing.contains($0.name) }) }

    func moved(to key: String) -> FormBody {
        let rest = fields.filter { !SayPlace.names.contains($0.name) }
        return FormBody(rest + [FoundPlace.field(of: key)])
    }

    func replacing(_ names: [String], by values: [Field]) -> FormBody {
        FormBody(fields.filter { !names.contains($0.name) } + values)
    }
}
