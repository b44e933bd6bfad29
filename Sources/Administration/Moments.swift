import Domain

extension Instant {
    /// `5月25日 09:05`, as the pages of offices put it.
    func spoken(from today: Day) -> String {
        let day = Day(of: self)
        let minutes = (ms - day.start.ms) / 60_000
        let clock = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(day == today ? "今天" : day.chinese(from: today)) \(clock)"
    }
}
