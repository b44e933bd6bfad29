import Domain
import Web

struct LetterFormView {
    let ground: LetterGround
    let kind: Letter
    let text: LetterText
    let parts: FormParts

    var html: HTML {
        """
        \(parts.summary)
        <h1>\(text.title)</h1>
        <p class="lead">\(ground.shown.title)</p>
        <p>下面的文字是按这件事的记录拟的，请逐句看过、改好。给了文号以后不能再改。\
        \(if: !kind.goesToReporter, "承办单位不知道反映人是谁，不要写反映人的姓名、电话和住址。")</p>
        \(parts.form(
            action: LetterAddress(number: ground.matter.number).all.text, submit: "给文号，生成函件", fields))
        <p><a href="\(address: LetterAddress(number: ground.matter.number).all)">不做了，回到函件</a></p>
        """
    }

    private var fields: HTML {
        """
        \(parts.hidden("kind", kind.rawValue))
        \(parts.textField(
            "word", "发文机关代字", value: text.word,
            notes: FieldNotes(hint: "写在年份前面；年份和顺序号自动编，例如 \(text.word)〔\(ground.today.civil.year)〕1号")))
        \(parts.textField("title", "标题", value: text.title))
        \(parts.textField(
            "addressee", kind.goesToReporter ? "给谁" : "主送机关", value: text.addressee,
            notes: FieldNotes(isOptional: true)))
        \(parts.textArea(
            "body", "正文", value: text.body, rows: 16,
            notes: "一行一段；“一、”用黑体，“（一）”用楷体，“1.”和“（1）”用仿宋"))
        \(parts.textField("signer", "签发人", notes: FieldNotes(hint: "上行的公文才写", isOptional: true)))
        <p>落款：<strong>\(text.signature)</strong>，日期是给文号的当天。</p>
        """
    }
}
