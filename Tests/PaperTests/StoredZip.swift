/// Reads an archive whose files are stored as they are, by its central directory.
struct StoredZip {
    struct Malformed: Error {}

    let files: [(name: String, text: String)]

    init(_ bytes: [UInt8]) throws {
        func number(_ at: Int, _ length: Int) -> Int {
            (0..<length).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
        }
        func text(_ at: Int, _ length: Int) -> String { String(decoding: bytes[at..<at + length], as: UTF8.self) }
        // The end of the central directory has no comment behind it.
        let end = bytes.count - 22
        guard end >= 0, number(end, 4) == 0x0605_4B50 else { throw Malformed() }
        var at = number(end + 16, 4)
        var files: [(String, String)] = []
        for _ in 0..<number(end + 10, 2) {
            guard number(at, 4) == 0x0201_4B50, number(at + 10, 2) == 0 else { throw Malformed() }
            let (size, name) = (number(at + 24, 4), number(at + 28, 2))
            let local = number(at + 42, 4)
            let content = local + 30 + number(local + 26, 2) + number(local + 28, 2)
            files.append((text(at + 46, name), text(content, size)))
            at += 46 + name + number(at + 30, 2) + number(at + 32, 2)
        }
        self.files = files
    }

    subscript(name: String) -> String? { files.first { $0.name == name }?.text }
}
