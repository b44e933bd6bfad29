/// When a station receives people: from minute to minute of the day.
package struct ReceptionHours: Hashable, Sendable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) {
        self.from = from
        self.to = to
    }

    /// 「9:00 至 11:30」
    package var chinese: String { Self.clock(from) + " 至 " + Self.clock(to) }

    /// `9:00`, as people write it.
    package static func clock(_ minute: Int) -> String {
        "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
    }

    /// `09:00`, for programs.
    package static func iso(_ minute: Int) -> String { (minute < 600 ? "0" : "") + clock(minute) }
}
