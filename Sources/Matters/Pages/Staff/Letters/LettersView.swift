import Domain
import Web

struct LettersView {
    let ground: LetterGround
    let letters: [MadeLetter]

    private var address: LetterAddress { LetterAddress(number: ground.matter.number) }

    var html: HTML {
        """
        <h1>函件</h1>
        <p class="lead">\(ground.shown.title)　<a class="figures" href="\(address: ground.matter.number.staffAddress)">\
        \(ground.matter.number.text)</a></p>
        <h2>已经制作的</h2>
        \(letters.isEmpty ? "<p>还没有。</p>" : made)
        \(if: !ground.kinds.isEmpty, kinds)
        """
    }

    private var made: HTML {
        """
        <ul class="links">\(each: letters, { letter in
            LetterLine(letter: letter, ground: ground.matter.number, today: ground.today).html
        })</ul>
        """
    }

    private var kinds: HTML {
        """
        <h2>可以制作的</h2>
        <p>先看拟好的文字，改好以后再给文号；给了文号就不能改了。</p>
        <ul class="links">\(each: ground.kinds, { kind in
            "<li><a href=\"\(address: address.draft(kind))\">\(title(kind))</a></li>\n"
        })</ul>
        """
    }

    /// In the words of the organ that would write it.
    private func title(_ kind: Letter) -> String {
        let organ = ground.sender(of: kind)?.organ.kind ?? .deputiesCommittee
        return Wording(organ).title(of: kind)
    }
}

/// One letter in a list.
struct LetterLine {
    let letter: MadeLetter
    let ground: MatterNumber
    let today: Day

    var html: HTML {
        """
        <li><a href="\(address: LetterAddress(number: ground).one(letter.id))">\(letter.number)　\(letter.name)</a>\
        （\(letter.day.chinese(from: today))）</li>

        """
    }
}

extension MadeLetter {
    /// What it is, whoever wrote it.
    var name: String {
        switch kind {
        case .receipt: "登记回执"
        case .acceptance: "受理告知书"
        case .answer: "答复书"
        case .redirection: "有关事项告知书"
        case .rejection: "不予受理告知书"
        case .assignment: "交办通知单"
        case .urging: "催办单"
        case .supervisionOrder: "督办通知单"
        case .petitionNotice: "信访告知书"
        case .elevation: "提请研究的报告"
        case .returnDown: "退回通知单"
        case .objection: "退回申请"
        case .extensionRequest: "延期申请"
        case .reply: "办理情况答复"
        case .coHandlerOpinion: "协办意见"
        case .petitionSlip: "信访转送单"
        }
    }
}

/// On the answer screen: the letters of a matter, and the way to write one.
struct LettersBlock {
    let screen: MatterScreen

    var html: HTML {
        let kinds = screen.matter.letters(for: screen.shown.relations)
        guard !screen.letters.isEmpty || !kinds.isEmpty else { return HTML() }
        return """
            <h2>函件</h2>
            \(if: !screen.letters.isEmpty, list)
            \(if: !kinds.isEmpty, write)
            """
    }

    private var list: HTML {
        """
        <ul class="links">\(each: screen.letters, { letter in
            LetterLine(letter: letter, ground: screen.matter.number, today: screen.today).html
        })</ul>
        """
    }

    private var write: HTML {
        "<p><a href=\"\(address: LetterAddress(number: screen.matter.number).all)\">制作函件</a></p>"
    }
}
