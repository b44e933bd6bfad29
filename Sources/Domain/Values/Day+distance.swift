extension Day {
    /// For whoever does not count days: `还有 19 天`, `明天`, `就是今天`, `已过去 3 天`.
    package func distance(from today: Day) -> String {
        switch number - today.number {
        case 0: "就是今天"
        case 1: "明天"
        case 2...: "还有 \(number - today.number) 天"
        default: "已过去 \(today.number - number) 天"
        }
    }
}
