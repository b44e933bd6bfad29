/// Sentences about dates. Every date on a page says how far it is and why it is that one.
extension WorkCalendar {
    /// `还有 3 个工作日，最迟 5月25日`, `今天到期`, `已超过 2 个工作日（应于 5月25日前）`.
    package func remaining(until due: Day, from today: Day) -> String {
        let date = due.chinese(from: today)
        if due == today { return "今天到期" }
        if today < due {
            let left = workingDays(after: today, through: due)
            return "还有 \(amount(left, orDays: due.number - today.number))，最迟 \(date)"
        }
        let over = workingDays(after: due, through: today)
        return "已超过 \(amount(over, orDays: today.number - due.number))（应于 \(date)前）"
    }

    /// Over a weekend no working day passes; "0 个工作日" would say nothing.
    private func amount(_ workingDays: Int, orDays days: Int32) -> String {
        workingDays > 0 ? "\(workingDays) 个工作日" : "\(days) 天"
    }

    func explanation(of rule: DeadlineRule, from start: Day, to end: End) -> String {
        let due = end.rolled.chinese(from: start)
        let opening = "自 \(start.chinese(from: start))（不计当日）起 \(rule.chinese)"
        let closing = end.isProvisional ? "。放假安排尚未公布的年份暂按周一至周五计算，公布后重新核定" : ""
        switch rule {
        case .on:
            return "约定日期 \(due)"
        case .workingDays:
            return opening + skipped(from: start, to: end.rolled) + "，到 \(due)" + closing
        case .calendarDays, .months:
            let counted = end.counted.chinese(from: start)
            if end.counted == end.rolled { return opening + "，到 \(due)" + closing }
            return opening + "，到 \(counted)；当天\(reasonOff(end.counted))，顺延到 \(due)" + closing
        }
    }

    private func skipped(from start: Day, to end: Day) -> String {
        var holidays: [String] = []
        var made: [String] = []
        var weekend = false
        for number in start.number + 1..<max(end.number, start.number + 1) {
            let day = Day(number: number)
            let works = isWorkingDay(day)
            if works, day.weekday > 5 {
                made.append(day.chinese(from: start))
            } else if !works, let name = name(of: day) ?? (day.weekday <= 5 ? "法定节假日" : nil) {
                if !holidays.contains(name) { holidays.append(name) }
            } else if !works {
                weekend = true
            }
        }
        let off = (weekend ? ["周末"] : []) + holidays
        return (off.isEmpty ? "" : "，跳过" + off.joined(separator: "、"))
            + (made.isEmpty ? "" : "，\(made.joined(separator: "、"))调休上班计入")
    }

    private func reasonOff(_ day: Day) -> String {
        if let name = name(of: day) { return "是\(name)假期" }
        return day.weekday > 5 ? "是周末" : "是法定节假日"
    }
}
