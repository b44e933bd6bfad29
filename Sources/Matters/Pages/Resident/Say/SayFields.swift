import Directory
import Domain
import Web

/// 什么事: the person's own words, with photos and a recording where they say more.
struct WhatFields {
    let screen: SayScreen
    let parts: FormParts

    var html: HTML {
        """
        \(OpinionFields(
            parts: parts, limit: screen.rules.number(.opinionLimit), words: .oneself, scope: Self.scope).html)
        \(photos)
        \(voice)
        \(draftLine)
        """
    }

    /// Below the words, so that they can be begun at once: what is not for here is passed on in any case.
    private static let scope: HTML = """
        <p class="hint">联络站收的是大家共同的事：路、水、电、灯、环境、看病上学、办事难。\
        打官司的事、信访件、举报某个人、只关自己一家的纠纷，这里不能替您办，会告诉您该找谁、电话多少。</p>
        """

    private var photos: HTML {
        let kept = screen.kept.photos
        return """
            \(keptList(
                kept.enumerated().map { ("第 \($0.offset + 1) 张照片", $0.element.mark) },
                // Where no more are taken, a mistake about photos leads here.
                id: kept.count < KeptFiles.mostPhotos ? nil : "photo"))
            \(if: kept.count < KeptFiles.mostPhotos, parts.fileField(
                "photo", kept.isEmpty ? "照片" : "再加照片", accept: "image/*", isMultiple: true,
                notes: FieldNotes(
                    hint: "最多 \(KeptFiles.mostPhotos) 张。照片里的拍摄地点等信息会去掉。请不要拍别人的脸和证件。",
                    seenBy: "联络站。办事的单位要看，由联络站先看过再给。", isOptional: true)))
            """
    }

    /// The browser's own way to pick a recording works everywhere; where the page may record by itself, it offers that.
    private var voice: HTML {
        if let kept = screen.kept.voice { return keptList([("一段录音", kept.mark)]) }
        return """
            <div data-voice>
            \(parts.fileField(
                "voice", "录音", accept: "audio/*", isMultiple: false,
                notes: FieldNotes(
                    hint: "写字不方便，可以说给我们听，最长 60 秒。上面也请写一句是什么事，再写上大概在哪里。",
                    seenBy: "联络站，由工作人员听了写下来。", isOptional: true)))
            </div>
            """
    }

    private func keptList(_ kept: [(name: String, mark: String)], id: String? = nil) -> HTML {
        guard !kept.isEmpty else { return HTML() }
        return """
            <fieldset class="field"\(attribute: "id", id)><legend>已经收好</legend>
            \(each: kept.enumerated(), { index, file in
                let id = (file.name.hasSuffix("照片") ? "drop-photo-" : "drop-voice-") + String(index)
                return """
                    <p class="choice"><input type="checkbox" id="\(id)" name="drop" value="\(file.mark)">\
                    <label for="\(id)">\(file.name)<span class="hint">不要了就勾上</span></label></p>

                    """
            })</fieldset>
            """
    }

    /// Shown where the device keeps what is typed: on a shared one it has to be wiped.
    private var draftLine: HTML {
        """
        <p class="hint" data-draft-line hidden>您写的字先存在这台设备上，断网、没电也丢不了，提交以后自动清掉。\
        用的是别人的手机或公用电脑，不写了请点 <button type="button" class="quiet" data-draft-clear>清除</button></p>
        """
    }
}

/// 怎么找您: nothing of it has to be said.
struct ReachFields {
    let parts: FormParts
    let isChild: Bool

    var html: HTML {
        """
        <p>都可以不填。不填也会给您编号和查询码，凭它随时能查。</p>
        \(ReporterFields(parts: parts, words: .oneself, ways: Self.ways).html)
        \(ChildFields(parts: parts, words: .oneself, isOpen: isChild).html)
        \(PrivacyNote.html)
        """
    }

    private static let ways = [
        Choice(ReporterChannel.Way.sms.rawValue, "发短信告诉我"), Choice(ReporterChannel.Way.call.rawValue, "打电话告诉我"),
        Choice(ReporterChannel.Way.none.rawValue, "不用找我，我自己来查"),
    ]
}

/// 看一遍: everything as it will be sent, each part with the way back to it.
struct CheckFields {
    let screen: SayScreen
    let parts: FormParts

    private var form: FormBody { screen.form }

    var html: HTML {
        """
        <h2>什么事</h2>
        <p class="words">\(form["words"])</p>
        \(DefinitionList([
            ("地方", "\(screen.place.division.fullName)"), ("具体在哪里", typed("place")), ("谁来看", holder),
            ("反映的是本站、本乡镇的人或单位吗", bypass), ("照片和录音", files),
        ]).html)
        \(change(.what, "改上面的"))
        <h2>怎么找您</h2>
        \(DefinitionList([
            ("怎么告诉您结果", told), ("电话", typed("phone", or: "没有留")), ("怎么称呼您", typed("name", or: "没有留")),
            ("办事的单位", form["named"] == nil ? "不知道是谁说的" : "可以知道您是谁"),
            ("不满 14 岁，同意的大人", typed("guardian")),
        ]).html)
        \(change(.reach, "改上面的"))
        \(promise)
        """
    }

    private func change(_ step: SayStep, _ word: String) -> HTML {
        """
        <p><button type="submit" class="quiet" name="go" value="\(step.rawValue)">\(word)\
        <span class="unseen">：\(step.title)</span></button></p>
        """
    }

    private func typed(_ name: String, or missing: String = "") -> HTML {
        let text = form[name] ?? ""
        return "\(text.isEmpty ? missing : text)"
    }

    private var holder: HTML {
        if form["bypass"] == YesNo.yes.rawValue { return "县里的中心站，本站、本乡镇的人看不到" }
        return "\(screen.place.holder?.name)"
    }

    private var bypass: HTML { form["bypass"] == YesNo.yes.rawValue ? "是" : "不是" }

    private var files: HTML {
        let photos = screen.kept.photos.count
        let parts = [photos > 0 ? "照片 \(photos) 张" : nil, screen.kept.voice == nil ? nil : "录音一段"]
        return "\(parts.compactMap(\.self).joined(separator: "，"))"
    }

    private var told: HTML {
        let chosen = form["told"].flatMap(ReporterChannel.Way.init)
        let byDefault = ReporterChannel.byDefault(hasTelephone: form["phone"]?.isEmpty == false)?.way
        return switch chosen ?? byDefault ?? .none {
        case .sms: "发短信"
        case .call: "打电话"
        case .email: "发电子邮件"
        case .visit: "上门说"
        case .letter: "寄信"
        case .none: "您自己来查"
        }
    }

    /// Said before the button: what happens then, and from which day it is counted (row 75).
    private var promise: HTML {
        let (deadline, _) = screen.rules.deadline(.triage, from: screen.today)
        let first = screen.rules.calendar.workingDay(onOrAfter: screen.today.adding(days: 1))
        return """
            <h2>提交以后</h2>
            <p>马上给您一个编号和一个查询码。白天、夜里、节假日都可以提交；时间从下一个工作日\
            （\(first.chinese(from: screen.today))）算起，最迟 \(deadline.dueOn.chinese(from: screen.today))（\(deadline.dueOn.distance(from: screen.today))）\
            定下由谁来办。</p>
            """
    }
}
