import Directory
import Domain
import Web

/// The slip between station and department, and the letter to the person. Neither holds what was said: the letter is
/// handed over or posted by whoever knows her.
struct PetitionPaper {
    let kept: PetitionSlip
    let atlas: Atlas
    let today: Day

    var slip: HTML {
        """
        <h1>\(title(.petitionSlip))</h1>
        <div class="slip">
        <p>编号<br><a class="big" href="\(address: kept.number.staffAddress)">\(kept.number.text)</a></p>
        \(DefinitionList([
            ("转送单位", "\(kept.station.name)"),
            ("接收单位", "\(kept.office.name)"),
            ("登记日期", "\(date(kept.registeredOn))"),
            ("转送日期", "\(date(kept.referredOn))"),
            ("书面告知本人", "\(noticeBy)"),
            ("接收人签字", "　"),
            ("接收日期", "　"),
        ]).html)
        </div>
        <p class="hint no-print">内容由接收单位登录系统查看，不写在纸上。用浏览器的打印功能打印。</p>
        """
    }

    var notice: HTML {
        """
        <h1>\(title(.petitionNotice))</h1>
        <div class="slip">
        <p>＿＿＿＿＿＿：</p>
        <p>您于 \(date(kept.registeredOn))反映的事项（编号 \(number)），\
        属于信访事项，我们已于 \(date(kept.referredOn))转送 <strong>\(kept.office.name)</strong>，由它按照《信访工作条例》办理并答复您。</p>
        \(DefinitionList([
            ("电话", "\(kept.office.phone)"), ("地址", "\(kept.office.address)"), ("时间", "\(kept.office.hours)"),
        ]).html)
        <p>您仍然可以用编号和查询码查看进展。有疑问请联系\
        \(kept.station.name)\(if: !kept.station.phone.isEmpty, "，电话 \(kept.station.phone)")。</p>
        <p>\(kept.station.name)（盖章）<br>\(date(today))</p>
        </div>
        <p class="hint no-print">称呼由经办人手写。用浏览器的打印功能打印，交给或寄给本人以后，回到这件事登记“告知本人”。</p>
        """
    }

    private var number: HTML {
        "<a class=\"figures\" href=\"\(address: kept.number.staffAddress)\">\(kept.number.text)</a>"
    }

    private var noticeBy: String {
        let clock = kept.clocks.first { $0.kind == .referralNotice }
        return clock.map { "最迟 \(date($0.deadline.dueOn))" } ?? "已经告知"
    }

    private func title(_ letter: Letter) -> String { Wording(kept.office.kind).title(of: letter) }

    private func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return "\(year)年\(month)月\(number)日"
    }
}
