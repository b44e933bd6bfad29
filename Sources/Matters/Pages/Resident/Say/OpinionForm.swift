import Domain
import Web

/// What somebody typed to say something, read into a draft that cannot be wrong.
struct OpinionForm {
    var reader: FormReader
    let place: SayPlace
    /// 意见最多字数 at this place.
    let limit: Int

    init(_ form: FormBody, at place: SayPlace, under rules: Rules) {
        reader = FormReader(form)
        self.place = place
        limit = rules.number(.opinionLimit)
    }

    /// Said by the person herself.
    mutating func draft() throws(FormErrors) -> OpinionDraft {
        let draft = read(channel: .web, onBehalf: nil)
        try reader.finish()
        return draft
    }

    /// Written down by somebody else: how it was heard, that it was read back and agreed.
    mutating func draftOnBehalf() throws(FormErrors) -> OpinionDraft {
        let heard = reader.channel("heard", "怎么听到的")
        let draft = read(
            channel: heard ?? .onsite, onBehalf: heard.map { Attestation(speaker: .reporter, channel: $0) })
        if !reader.isChecked("read_back") { reader.add("read_back", "请把记下的话念给本人听，本人同意后再勾选") }
        try reader.finish()
        return draft
    }

    private mutating func read(channel: Channel, onBehalf: Attestation?) -> OpinionDraft {
        let words = reader.lines("words", "您要说的事", most: limit)
        let spot = reader.text("place", "具体地点", most: 200, isRequired: false)
        let bypass = reader.choice("bypass", "反映的是不是本站、本乡镇的人或单位", as: YesNo.self)
        let phone = telephone()
        let name = reader.text("name", "姓名", most: 30, isRequired: false)
        let address = reader.text("address", "住址", most: 120, isRequired: false)
        return OpinionDraft(
            area: place.division.id, station: place.named?.id == place.holder?.id ? place.named?.id : nil,
            words: words, place: spot, channel: channel, isBypassed: bypass == .yes,
            reporter: ReporterDraft(
                name: name.isEmpty ? nil : Sensitive(name), phone: phone.map(Sensitive.init),
                address: address.isEmpty ? nil : Sensitive(address), mayBeNamed: reader.isChecked("named"),
                isMinor: reader.isChecked("minor")),
            onBehalf: onBehalf)
    }

    /// A number the masking would not know as a telephone is one we could not call: most often the area code is missing.
    private mutating func telephone() -> String? {
        guard let phone = reader.telephone("phone", "电话", isRequired: false) else { return nil }
        let found = Masker.mask(phone).findings.first
        guard found?.kind == .phone, found?.range == 0..<phone.unicodeScalars.count else {
            reader.add("phone", Messages.badTelephone)
            return nil
        }
        return phone
    }
}
