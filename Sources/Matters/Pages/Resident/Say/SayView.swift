import Directory
import Domain
import Web

/// The one form in which something is said, with who sees each part beside it.
struct SayView {
    let place: SayPlace
    let parts: FormParts
    let rules: Rules
    let today: Day
    let human: Site.HumanLine

    var html: HTML {
        """
        \(parts.summary)
        <h1>说一件事</h1>
        \(DangerLine.html)
        \(PlaceLine(place: place, human: human).html)
        <p class="seen-by">联络站收的是大家共同的事：路、水、电、灯、环境、看病上学、办事难。\
        打官司的事、信访件、举报某个人、只关自己一家的纠纷，这里不能替您办，会告诉您该找谁、电话多少。</p>
        \(if: place.holder != nil, form)
        """
    }

    private var form: HTML {
        parts.form(
            action: "/say", submit: "说完了，提交", keep: "say",
            """
            \(parts.hidden(place.key.name, place.key.value))
            <h2>一、什么事</h2>
            \(OpinionFields(parts: parts, limit: rules.number(.opinionLimit), words: .oneself).html)
            <h2>二、怎么找您</h2>
            <p>都可以不填。不填也会给您编号和查询码，凭它随时能查。</p>
            \(ReporterFields(parts: parts, words: .oneself).html)
            \(promise)
            \(PrivacyNote.html)
            """)
    }

    /// Said before the button: what happens then, and from which day it is counted (row 75).
    private var promise: HTML {
        let (deadline, _) = rules.deadline(.triage, from: today)
        let first = rules.calendar.workingDay(onOrAfter: today.adding(days: 1))
        return """
            <h2>三、提交以后</h2>
            <p>马上给您一个编号和一个查询码。白天、夜里、节假日都可以提交；时间从下一个工作日\
            （\(first.chinese(from: today))）算起，最迟 \(deadline.dueOn.chinese(from: today))定下由谁来办。</p>
            """
    }
}

/// Which place, and who takes it in there.
struct PlaceLine {
    let place: SayPlace
    let human: Site.HumanLine

    var html: HTML {
        """
        <p>地方：<strong>\(place.division.fullName)</strong>　<a href="/say">换一个地方</a></p>
        \(holder)
        """
    }

    private var holder: HTML {
        guard let station = place.holder else {
            return Notice.warning(
                """
                这个地方和它上面的联络站现在都没有人值守，网上暂时收不了。请打电话说：\
                <a class="telephone" href="\(address: "tel:" + human.telephone)">\(human.telephone)</a>（\(human.hours)）。
                """)
        }
        let contact: HTML = "\(station.name)\(StationContact(station: station, human: human).inBrackets)"
        guard place.isStoodIn else { return "<p>由\(contact)来看。</p>" }
        let gap = place.named.map { "\($0.name)现在没有人值守" } ?? "这里没有自己的、现在有人值守的联络站"
        return Notice.info("\(gap)，您说的事由<strong>\(contact)</strong>负责。")
    }
}

/// How to reach a human being at a station; where it has no telephone of its own, the site's.
struct StationContact {
    let station: Station
    let human: Site.HumanLine

    var telephone: String { station.phone.isEmpty ? human.telephone : station.phone }
    var hours: String { station.phone.isEmpty || station.hours.isEmpty ? human.hours : station.hours }

    var link: HTML { "<a class=\"telephone\" href=\"\(address: "tel:" + telephone)\">\(telephone)</a>" }
    var inBrackets: HTML { "（电话 \(link)，\(hours)）" }
}

/// What the fields are called: to the one who speaks, and to the one who writes for somebody.
struct SpeakerWords {
    let opinion: String
    let how: String
    let phone: String
    let name: String
    let named: String
    let minor: String

    static let oneself = SpeakerWords(
        opinion: "您要说的事", how: "用自己的话说", phone: "电话", name: "怎么称呼您",
        named: "可以告诉办事的单位我是谁，方便上门看", minor: "我是家长，替不满 14 岁的孩子说，我同意这样填写")
    static let another = SpeakerWords(
        opinion: "本人的原话", how: "照本人的话写", phone: "本人的电话", name: "怎么称呼本人",
        named: "本人同意让办事的单位知道是谁，方便上门看", minor: "不满 14 岁的孩子的事，家长同意这样填写")
}

/// What it is about: shared by residents and by those who write for them.
struct OpinionFields {
    let parts: FormParts
    let limit: Int
    let words: SpeakerWords

    var html: HTML {
        """
        \(parts.textArea(
            "words", words.opinion, rows: 8,
            notes: FieldNotes(
                hint: "\(words.how)：什么事、多久了、影响谁、希望怎么办。最多 \(limit) 个字。",
                seenBy: "联络站和办这件事的单位。别人看不到原话；要公开，先由专人改写，去掉个人信息。")))
        \(parts.textField(
            "place", "具体在哪里",
            notes: FieldNotes(
                hint: "例如：文化路菜市场东门往北 50 米", seenBy: "联络站和办这件事的单位。", isOptional: true)))
        \(parts.radios(
            "bypass", "反映的是本站、本乡镇的人或单位吗？",
            [
                Choice("no", "不是"),
                Choice("yes", "是", hint: "直接交给县里的中心站，本站、本乡镇的人看不到。"),
            ]))
        """
    }
}

/// Who speaks, as far as the person says so.
struct ReporterFields {
    let parts: FormParts
    let words: SpeakerWords

    var html: HTML {
        """
        \(parts.textField(
            "phone", words.phone, kind: .telephone,
            notes: FieldNotes(
                hint: "手机号，或带区号的座机号，例如 0354-2071234", seenBy: "联络站和盯这件事的代表，给您回话用。",
                isOptional: true)))
        \(parts.textField(
            "name", words.name,
            notes: FieldNotes(hint: "例如：张秀英，或者张女士", seenBy: "联络站和盯这件事的代表。", isOptional: true),
            autocomplete: "name"))
        \(parts.checkbox(
            "named", words.named,
            notes: FieldNotes(seenBy: "不勾选，办事的单位只看到事，看不到是谁说的。")))
        \(parts.checkbox("minor", words.minor))
        """
    }
}

/// What becomes of personal values (个人信息保护法 17), for whoever wants to know.
enum PrivacyNote {
    static let html: HTML = """
        <details><summary>我们怎样使用和保护您的信息</summary>
        <p>电话和称呼只用来给您回话，加密存放，不公开，不给无关的人看。依据是联络站听取群众意见的法定职责\
        （地方组织法第六十条、个人信息保护法第十三条）。不填也能反映。您可以打电话给联络站，查看、更正或者删除您的信息，\
        保存多久按档案规定，到期删除。</p>
        </details>
        """
}
