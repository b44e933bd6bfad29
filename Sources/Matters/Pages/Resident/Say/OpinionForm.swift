import Domain
import Web

/// What somebody typed to say something, read into a draft that cannot be wrong.
struct OpinionForm {
    var reader: FormReader
    let place: SayPlace
    /// 意见最多字数 at this place.
    let limit: Int
    /// A recording came with it: then a line and the place are enough, and somebody of the station listens.
    var hasVoice = false

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
        let words = reader.lines("words", hasVoice ? "一句话，说说是什么事" : "您要说的事", most: limit)
        let spot = reader.text("place", hasVoice ? "大概在哪里，好先安排人看" : "具体地点", most: 200, isRequired: hasVoice)
        let bypass = reader.choice("bypass", "反映的是不是本站、本乡镇的人或单位", as: YesNo.self)
        let reporter = who()
        return OpinionDraft(
            area: place.division.id, station: place.named?.id == place.holder?.id ? place.named?.id : nil,
            words: words, place: spot, channel: channel, isBypassed: bypass == .yes, reporter: reporter,
            wantedDeputy: place.deputy?.person, onBehalf: onBehalf)
    }

    private mutating func who() -> ReporterDraft {
        let told = reader.choice("told", "怎么告诉您结果", as: ReporterChannel.Way.self, isRequired: false)
        let phone = telephone()
        let name = reader.text("name", "姓名", most: 30, isRequired: false)
        let address = reader.text("address", "住址", most: 120, isRequired: false)
        let guardian = guardian()
        checkPlace(of: told)
        return ReporterDraft(
            name: name.isEmpty ? nil : Sensitive(name), phone: phone.map(Sensitive.init),
            address: address.isEmpty ? nil : Sensitive(address), mayBeNamed: reader.isChecked("named"),
            toldBy: told, guardian: guardian)
    }

    /// What is chosen must be possible. A mailbox is proved on one's own page, so it is chosen there.
    private mutating func checkPlace(of told: ReporterChannel.Way?) {
        switch told?.place {
        case .telephone where reader.form["phone"]?.isEmpty != false:
            reader.add("phone", "要打电话或者发短信告诉您，请留一个电话；不想留电话，请选别的办法")
        case .home where reader.form["address"]?.isEmpty != false:
            reader.add("address", "要上门说或者寄信，请写下住址；不想写住址，请选别的办法")
        case .mailbox: reader.add("told", "电子邮件要先确认是您的，请提交以后在“查一件事”里选；这里请先选别的办法")
        case .telephone, .home, nil: break
        }
    }

    /// Of a child under fourteen: a grown-up who takes care of it, and that she agrees (个人信息保护法 31). Nothing is asked
    /// of all others.
    private mutating func guardian() -> Sensitive<String>? {
        let name = reader.text("guardian", "家长的称呼", most: 30, isRequired: false)
        guard reader.isChecked("minor") || reader.isChecked("guardian_agreed") || !name.isEmpty else { return nil }
        if name.isEmpty { reader.add("guardian", "不满 14 岁，请家里照顾孩子的大人一起填，写上大人怎么称呼，例如：妈妈李桂兰") }
        if !reader.isChecked("guardian_agreed") {
            reader.add("guardian_agreed", "请家里照顾孩子的大人看过以后，勾选同意。大人不在身边，可以打下面的电话，有人帮着想办法")
        }
        return name.isEmpty ? nil : Sensitive(name)
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
