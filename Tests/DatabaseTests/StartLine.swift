/// Lets nobody go on before all are there.
actor StartLine {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(for count: Int) { missing = count }

    func arrive() async {
        missing -= 1
        guard missing > 0 else {
            for continuation in waiting { continuation.resume() }
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }
}
