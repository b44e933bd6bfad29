import Directory
import Domain
import Web

/// One screen after the place was chosen: what it asks, who sees each part, and the buttons forwards and back.
struct SayView {
    let screen: SayScreen
    let parts: FormParts
    let isElder: Bool

    var html: HTML {
        """
        \(parts.summary)
        <p class="hint">第 \(screen.step.number) 步，共 4 步</p>
        <h1>\(screen.step.title)</h1>
        \(content)
        """
    }

    private var content: HTML {
        switch screen.step {
        case .what:
            """
            \(DangerLine.short)
            \(PlaceLine(place: screen.place, human: screen.human).html)
            \(if: screen.asksForWords, form(WhatFields(screen: screen, parts: parts).html, "下一步", hasFile: true))
            """
        case .reach: form(ReachFields(parts: parts, isChild: screen.form.speaksOfChild).html, "下一步")
        case .check: form(CheckFields(screen: screen, parts: parts).html, "提交，拿编号")
        }
    }

    /// Within the form, so that nothing typed is lost; behind the way forward, which the Enter key presses.
    private var larger: HTML {
        """
        <button type="submit" class="quiet" id="\(SayStep.larger)" name="elder" value="\(isElder ? "0" : "1")">\
        \(isElder ? "换回标准版" : "字太小？换成大字（长辈版）")</button>
        """
    }

    /// The way forward first: it is what the Enter key presses.
    private func form(_ fields: HTML, _ forward: String, hasFile: Bool = false) -> HTML {
        let back: HTML =
            screen.step.previous == nil
            ? "<button type=\"submit\" class=\"second\" name=\"go\" value=\"place\">换一个地方</button>"
            : "<button type=\"submit\" class=\"second\" name=\"go\" value=\"back\">上一步</button>"
        return parts.form(
            action: "/say",
            buttons: "<button type=\"submit\" name=\"go\" value=\"next\">\(forward)</button>\n\(back)\n\(larger)",
            draft: "say",
            hasFile: hasFile, "\(screen.carried(parts))\n\(fields)")
    }
}

/// Which place, and who takes it in there.
struct PlaceLine {
    let place: SayPlace
    let human: Site.HumanLine

    var html: HTML {
        """
        <p>地方：<strong>\(place.division.fullName)</strong></p>
        \(holder)
        """
    }

    private var holder: HTML {
        guard let station = place.holder else {
            return """
                \(Notice.warning(
                    """
                    这个地方和它上面的联络站现在都没有人值守，网上暂时收不了。请打电话说：\
                    \(Telephone(human.telephone).html)（\(human.hours)）。
                    """))
                <p><a href="/say">换一个地方</a></p>
                """
        }
        let contact: HTML = "\(station.name)\(StationContact(station: station, human: human).inBrackets)"
        if place.isStoodIn {
            let gap = place.named.map { "\($0.name)现在没有人值守" } ?? "这里没有自己的、现在有人值守的联络站"
            return "\(Notice.info("\(gap)，您说的事由<strong>\(contact)</strong>负责。"))\(deputy)"
        }
        return "<p>由\(contact)来看。</p>\(deputy)"
    }

    private var deputy: HTML {
        place.deputy.map { "<p>会告诉联络站，您想请<strong>\($0.name)</strong>代表听这件事。</p>" } ?? HTML()
    }
}

extension StationContact {
    init(station: Station, human: Site.HumanLine) {
        self.init(telephone: station.phone, hours: station.hours, human: human)
    }
}
