import Directory
import Domain
import Web

struct ScheduleView {
    let shown: SchedulePage.Shown
    let parts: FormParts
    let confirming: FormParts

    private var address: DeskAddress { DeskAddress(code: shown.duty.station.code) }
    /// What the form begins with.
    private var current: StationSchedule? { shown.waiting ?? shown.approved }

    var html: HTML {
        """
        <h1>接待安排的规律</h1>
        <p class="lead">\(shown.duty.station.name)</p>
        \(parts.summary)
        <p>写一次规律，以后 60 天的接待自己排好，轮到哪位代表也排好；站长确认以后，每次提前 3 天自动公告。\
        单独改过的那几次，不会再被改动。</p>
        \(approved)
        \(waiting)
        <h2>\(current == nil ? "写下规律" : "修改规律")</h2>
        \(parts.form(
            action: address.schedule.text, version: shown.waiting?.version ?? 0, submit: "保存，等站长确认",
            keep: "schedule", ScheduleFields(parts: parts, shown: shown, current: current).html))
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private var approved: HTML {
        guard let schedule = shown.approved else {
            return shown.waiting == nil
                ? Notice.empty("还没有规律", "写好以后由站长确认。没有规律也可以一次一次登记。") : HTML()
        }
        return "<h2>现在的规律</h2>\n\(summary(schedule))\(reviewLine(schedule))"
    }

    private var waiting: HTML {
        guard let schedule = shown.waiting else { return HTML() }
        return """
            <h2>等站长确认</h2>
            \(summary(schedule))
            \(if: shown.approved != nil, Notice.info("确认以后，还没有公告、也没有单独改过的接待会移到新的日子。"))
            \(confirm(schedule))
            """
    }

    private func confirm(_ schedule: StationSchedule) -> HTML {
        guard shown.duty.mayPublish else { return "<p>在等站长确认，公众页面上还看不到。</p>" }
        return confirming.form(
            action: address.scheduleConfirmation.text, version: schedule.version, submit: "确认这个规律",
            "<p>以后按这个规律公告，并写上审核人：\(shown.duty.signed.name)。</p>")
    }

    private func reviewLine(_ schedule: StationSchedule) -> HTML {
        schedule.review.map { ReviewLine(review: $0, today: shown.today).html } ?? HTML()
    }

    private func summary(_ schedule: StationSchedule) -> HTML {
        let days = schedule.rule.days(
            from: shown.today, through: shown.today.adding(days: SchedulePlanning.ahead), in: shown.calendar)
        let names = schedule.deputies.compactMap { id in shown.deputies.first { $0.mandate == id }?.name }
        return DefinitionList([
            ("规律", "\(schedule.chinese)"), ("地点", "\(schedule.place)"), ("主题", "\(schedule.scope)"),
            ("轮流接待", "\(names.joined(separator: "、"))，每次 \(schedule.atOnce) 位"),
            ("约时间", schedule.slotMinutes == 0 ? "不用约" : "每人 \(schedule.slotMinutes) 分钟"),
            ("以后 60 天", days.isEmpty ? "没有" : "\(days.map(words).joined(separator: "；"))"),
        ]).html
    }

    private func words(_ date: RecurringDay) -> String {
        let day = ReceptionWords.day(date.day, from: shown.today)
        return date.planned == date.day ? day : "\(day)，原定\(date.planned.chinese(from: shown.today))，遇节假日"
    }
}

/// The questions about a rhythm.
struct ScheduleFields {
    let parts: FormParts
    let shown: SchedulePage.Shown
    let current: StationSchedule?

    var html: HTML {
        """
        \(parts.radios("pattern", "接待的规律", patterns, chosen: pattern))
        \(parts.checkboxes("weekdays", "每周星期几", weekdays, chosen: weekly, notes: "选“每周”的填这一项"))
        \(parts.select("ordinal", "第几个", ordinals, chosen: nth.0, notes: "选“每月第几个星期几”的填这两项"))
        \(parts.select("weekday", "星期几", weekdays, chosen: nth.1))
        \(parts.textField("dates", "每月几日", value: dates, notes: "选“每月几日”的填这一项，例如 10，或者 1、16"))
        \(parts.select("months", "哪些月份", months, chosen: current?.rule.months.rawValue ?? "every", empty: nil))
        \(parts.radios("holiday", "遇到节假日", holidays, chosen: current?.rule.onHoliday.rawValue ?? ""))
        \(parts.textField("from", "开始时间", value: clock(current?.hours.from), notes: "例如 15:00"))
        \(parts.textField("to", "结束时间", value: clock(current?.hours.to), notes: "例如 16:00"))
        \(parts.textField("place", "地点", value: current?.place ?? shown.duty.station.address))
        \(deputies)
        \(parts.textField("at_once", "每次几位代表", value: String(current?.atOnce ?? 1), kind: .number))
        \(parts.textField(
            "scope", "主题", value: current?.scope ?? "", notes: FieldNotes(hint: "不限就不填", isOptional: true)))
        \(parts.select(
            "slot", "要不要先约时间", SlotChoice.choices, chosen: String(current?.slotMinutes ?? 0), empty: nil))
        """
    }

    private var deputies: HTML {
        guard !shown.deputies.isEmpty else { return Notice.warning("还没有代表编入本站，请先请上级导入代表名册。") }
        let choices = shown.deputies.map { Choice(String($0.mandate), $0.name, hint: $0.level.chinese) }
        return parts.checkboxes(
            "deputies", "轮流接待的代表", choices, chosen: Set((current?.deputies ?? []).map { String($0) }),
            notes: "按名单的顺序轮流")
    }

    private var patterns: [Choice] {
        [
            Choice(ScheduleDraft.Pattern.week.rawValue, "每周", hint: "例如每周一"),
            Choice(ScheduleDraft.Pattern.weekday.rawValue, "每月第几个星期几", hint: "例如每月第一个星期五"),
            Choice(ScheduleDraft.Pattern.date.rawValue, "每月几日", hint: "例如每月 10 日，单月 15 日"),
        ]
    }

    private var weekdays: [Choice] {
        ["一", "二", "三", "四", "五", "六", "日"].enumerated().map { Choice(String($0 + 1), "星期" + $1) }
    }

    private var ordinals: [Choice] {
        Recurrence.Ordinal.allCases.map { Choice(String($0.rawValue), $0.chinese) }
    }

    private var months: [Choice] { Recurrence.Months.allCases.map { Choice($0.rawValue, $0.chinese) } }

    private var holidays: [Choice] { HolidayPolicy.allCases.map { Choice($0.rawValue, $0.chinese) } }

    private var pattern: String {
        switch current?.rule.pattern {
        case .weekly: ScheduleDraft.Pattern.week.rawValue
        case .weekday: ScheduleDraft.Pattern.weekday.rawValue
        case .dates: ScheduleDraft.Pattern.date.rawValue
        case nil: ""
        }
    }

    private var weekly: Set<String> {
        guard case .weekly(let days) = current?.rule.pattern else { return [] }
        return Set(days.map { String($0) })
    }

    private var nth: (String, String) {
        guard case .weekday(let ordinal, let weekday) = current?.rule.pattern else { return ("", "") }
        return (String(ordinal.rawValue), String(weekday))
    }

    private var dates: String {
        guard case .dates(let dates) = current?.rule.pattern else { return "" }
        return dates.sorted().map { String($0) }.joined(separator: "、")
    }

    private func clock(_ minute: Int?) -> String { minute.map(ReceptionHours.clock) ?? "" }
}
