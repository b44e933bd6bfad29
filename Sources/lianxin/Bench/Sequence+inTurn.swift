extension Sequence {
    /// One after the other: two measurements at once would slow each other down.
    func inTurn<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
