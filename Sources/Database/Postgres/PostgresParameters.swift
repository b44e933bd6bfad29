/// Parameters as libpq wants them: pointers into one piece of memory.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [SQLValue]) {
        for value in values { append(value) }
    }

    /// The type that a value declares. Null declares none.
    static func type(of value: SQLValue) -> UInt32 {
        switch value {
        case .null: 0
        case .integer: PostgresType.int8
        case .real: PostgresType.float8
        case .text: PostgresType.text
        case .blob: PostgresType.bytea
        }
    }

    /// The same by name; what is null is left to the server.
    static func nameOfType(of value: SQLValue) -> String {
        switch value {
        case .null: "unknown"
        case .integer: "bigint"
        case .real: "double precision"
        case .text: "text"
        case .blob: "bytea"
        }
    }

    typealias Pointers = (
        count: Int32, values: UnsafePointer<UnsafePointer<CChar>?>?, lengths: UnsafePointer<Int32>?,
        formats: UnsafePointer<Int32>?
    )

    func withPointers<T>(_ body: (Pointers) -> T) -> T {
        guard !starts.isEmpty else { return body((0, nil, nil, nil)) }
        return bytes.withUnsafeBytes { memory in
            let base = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = starts.map { start in start.flatMap { start in base.map { UnsafePointer($0 + start) } } }
            return values.withUnsafeBufferPointer { values in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body((Int32(starts.count), values.baseAddress, lengths.baseAddress, formats.baseAddress))
                    }
                }
            }
        }
    }

    /// Numbers go as text, so that the server may take them for the width it wants; texts and bytes go as they are.
    private mutating func append(_ value: SQLValue) {
        switch value {
        case .null: add(nil, isBinary: false)
        case .integer(let number): add(Array(String(number).utf8) + [0], isBinary: false)
        case .real(let number): add(Array("\(number)".utf8) + [0], isBinary: false)
        case .text(let text): add(Array(text.utf8), isBinary: true)
        case .blob(let blob): add(blob, isBinary: true)
        }
    }

    private mutating func add(_ content: [UInt8]?, isBinary: Bool) {
        starts.append(content.map { _ in bytes.count })
        lengths.append(Int32(content?.count ?? 0))
        formats.append(isBinary ? 1 : 0)
        // One more, so that an empty value has an address too: without one it would be null.
        if let content { bytes += content + [0] }
    }
}
