import Domain
import Web

/// What is rarely said at a reception: where somebody lives, how she is told, and who agrees for a child under fourteen
/// (个人信息保护法 31).
struct VisitorHome: Sendable {
    var address: Sensitive<String>?
    var toldBy: Voice.Way?
    var guardian: Sensitive<String>?

    private static let names = ["address", "told", "minor", "guardian", "guardian_agreed"]

    /// Something of it was filled in: the part of the form stands open.
    static func isSaid(_ visitor: VisitorForm, in form: FormBody) -> Bool {
        names.contains { form[visitor.field($0)]?.allSatisfy(\.isWhitespace) == false }
    }

    /// Or every field that is wrong: what is chosen must be possible, and nothing of a child is kept without consent.
    init(_ visitor: VisitorForm, reading reader: inout FormReader) {
        let address = reader.text(visitor.field("address"), visitor.label("住址"), most: 120, isRequired: false)
        toldBy = reader.choice(visitor.field("told"), visitor.label("怎么告诉本人结果"), isRequired: false)
        self.address = address.isEmpty ? nil : Sensitive(address)
        switch toldBy {
        case .sms, .call:
            if reader.form[visitor.field("phone")]?.isEmpty != false {
                reader.add(visitor.field("phone"), "\(visitor.who)：要打电话或者发短信告诉本人，请留一个电话；不想留的，请选别的办法")
            }
        case .visit, .letter:
            if address.isEmpty {
                reader.add(visitor.field("address"), "\(visitor.who)：要上门说或者寄信，请写下住址；不想写的，请选别的办法")
            }
        case .some(.none), nil: break
        }
        guardian = Self.guardian(visitor, &reader)
    }

    private static func guardian(_ visitor: VisitorForm, _ reader: inout FormReader) -> Sensitive<String>? {
        let (name, agreed) = (visitor.field("guardian"), visitor.field("guardian_agreed"))
        let guardian = reader.text(name, visitor.label("监护人怎么称呼"), most: 30, isRequired: false)
        let isAgreed = reader.isChecked(agreed)
        guard reader.isChecked(visitor.field("minor")) || isAgreed || !guardian.isEmpty else { return nil }
        if guardian.isEmpty { reader.add(name, "\(visitor.who)：本人未满 14 周岁，请写上监护人怎么称呼，例如：妈妈李桂兰") }
        if !isAgreed { reader.add(agreed, "\(visitor.who)：请监护人听过以后，勾选同意") }
        return guardian.isEmpty ? nil : Sensitive(guardian)
    }
}

/// Its part of the form, folded, because most leave it empty.
struct VisitorHomeView {
    let form: VisitorForm
    let parts: FormParts
    let isOpen: Bool

    private static let guardians = "只有联络站的站长和联络员"

    var html: HTML {
        """
        <details class="group"\(flag: "open", isOpen)><summary>住址、怎么回话、未满 14 周岁</summary>
        \(parts.textField(
            form.field("address"), "住址",
            notes: FieldNotes(hint: "没有电话的，写下住址，好上门答复或者寄信", seenBy: "联络站和督办代表", isOptional: true),
            autocomplete: "off"))
        \(parts.select(
            form.field("told"), "有了结果，怎么告诉本人？", ways, empty: "没有说", notes: FieldNotes(isOptional: true)))
        \(parts.checkbox(form.field("minor"), "本人未满 14 周岁"))
        \(parts.textField(
            form.field("guardian"), "监护人怎么称呼",
            notes: FieldNotes(hint: "例如：妈妈李桂兰。孩子的称呼和电话也只有他们看得到", seenBy: Self.guardians, isOptional: true),
            autocomplete: "off"))
        \(parts.checkbox(form.field("guardian_agreed"), "监护人在场或者在电话里听过，同意这样反映"))
        </details>
        """
    }

    private var ways: [Choice] {
        Voice.Way.allCases.map { way in
            let label =
                switch way {
                case .sms: "发短信（要有手机）"
                case .call: "打电话（要有电话）"
                case .visit: "上门说（要有住址）"
                case .letter: "寄信（要有住址）"
                case .none: "本人拿纸条到站里来问"
                }
            return Choice(way.rawValue, label)
        }
    }
}
