import Domain
import Web

/// What the fields are called: to the one who speaks, and to the one who writes for somebody.
struct SpeakerWords {
    let opinion: String
    let how: String
    let phone: String
    let phoneUse: String
    let name: String
    let named: String
    let told: String
    let child: String
    let together: String
    let minor: String
    let guardian: String
    let agreed: String

    static let oneself = SpeakerWords(
        opinion: "您要说的事", how: "用自己的话说", phone: "电话", phoneUse: "给您回话用",
        name: "怎么称呼您",
        named: "可以告诉办事的单位我是谁，方便上门看", told: "有了结果，怎么告诉您？",
        child: "您还不满 14 岁，或者是在替不满 14 岁的孩子说？", together: "请家里照顾孩子的大人一起看着填，", minor: "是，说话的人不满 14 岁",
        guardian: "家长怎么称呼", agreed: "我是照顾孩子的大人，看过了，同意这样说")
    static let another = SpeakerWords(
        opinion: "本人的原话", how: "照本人的话写", phone: "本人的电话", phoneUse: "给本人回话用",
        name: "怎么称呼本人",
        named: "本人同意让办事的单位知道是谁，方便上门看", told: "有了结果，怎么告诉本人？",
        child: "本人不满 14 岁？", together: "请孩子的监护人在场，或者在电话里一起听着，",
        minor: "是，本人不满 14 岁", guardian: "监护人怎么称呼",
        agreed: "监护人在场或者在电话里听过，同意这样反映")
}

/// What it is about: shared by residents and by those who write for them.
struct OpinionFields {
    let parts: FormParts
    let limit: Int
    let words: SpeakerWords
    /// What a station is for, where the person does not know it by trade.
    var scope = HTML()

    var html: HTML {
        """
        \(parts.textArea(
            "words", words.opinion, rows: 8,
            notes: FieldNotes(
                hint: "\(words.how)：什么事、多久了、影响谁、希望怎么办。最多 \(limit) 个字。",
                seenBy: "联络站和办这件事的单位。别人看不到原话；要公开，先由专人改写，去掉个人信息。")))
        \(scope)
        \(parts.textField(
            "place", "具体在哪里",
            notes: FieldNotes(
                hint: "哪个村、哪条路、什么旁边，例如：文化路菜市场东门往北 50 米", seenBy: "联络站和办这件事的单位。",
                isOptional: true)))
        \(parts.radios(
            "bypass", "反映的是本站、本乡镇的人或单位吗？",
            [
                Choice("no", "不是"),
                Choice("yes", "是", hint: "直接交给县里的中心站，本站、本乡镇的人看不到。"),
            ]))
        """
    }
}

/// Who speaks, as far as the person says so, and how she is told.
struct ReporterFields {
    let parts: FormParts
    let words: SpeakerWords
    let ways: [Choice]

    var html: HTML {
        """
        \(parts.radios("told", words.told, ways, notes: FieldNotes(isOptional: true)))
        \(parts.textField(
            "phone", words.phone, kind: .telephone,
            notes: FieldNotes(
                hint: "手机号，或带区号的座机号，例如 0354-2071234", seenBy: "联络站和盯这件事的代表，\(words.phoneUse)。",
                isOptional: true)))
        \(parts.textField(
            "name", words.name,
            notes: FieldNotes(hint: "例如：张秀英，或者张女士", seenBy: "联络站和盯这件事的代表。", isOptional: true),
            autocomplete: "name"))
        \(parts.checkbox(
            "named", words.named,
            notes: FieldNotes(seenBy: "不勾选，办事的单位只看到事，看不到是谁说的。")))
        """
    }
}

/// 不满十四周岁 (个人信息保护法 28–31): folded, because it is rarely so; open where something of it was filled in.
struct ChildFields {
    let parts: FormParts
    let words: SpeakerWords
    let isOpen: Bool

    var html: HTML {
        """
        <details class="group"\(flag: "open", isOpen)><summary>\(words.child)</summary>
        <p>孩子的事一样管。\(words.together)孩子的称呼和电话只有联络站的站长和联络员看得到。</p>
        \(parts.checkbox("minor", words.minor))
        \(parts.textField(
            "guardian", words.guardian,
            notes: FieldNotes(hint: "例如：妈妈李桂兰", seenBy: "只有联络站的站长和联络员。", isOptional: true)))
        \(parts.checkbox("guardian_agreed", words.agreed))
        </details>
        """
    }
}

extension FormBody {
    /// Something of what is asked for a child was filled in.
    var speaksOfChild: Bool { ["minor", "guardian", "guardian_agreed"].contains { self[$0]?.isEmpty == false } }
}

/// What becomes of personal values (个人信息保护法 17), for whoever wants to know.
enum PrivacyNote {
    static let html: HTML = """
        <details class="group"><summary>我们怎样使用和保护您的信息</summary>
        <p>电话和称呼只用来给您回话，加密存放，不公开，不给无关的人看。依据是联络站听取群众意见的法定职责\
        （地方组织法第六十条、个人信息保护法第十三条）。不填也能反映。您可以打电话给联络站，查看、更正或者删除您的信息，\
        保存多久按档案规定，到期删除。</p>
        </details>
        """
}
