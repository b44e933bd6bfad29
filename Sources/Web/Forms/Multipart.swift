import Crypto

/// A file that came with a form.
package struct FormFile: Sendable, Hashable {
    package var name: String
    package var bytes: [UInt8]
}

/// A form with files (multipart/form-data, RFC 7578), read strictly. What a browser says of a file, its name and its
/// type, is not believed and not kept.
struct Multipart: Sendable {
    private(set) var form: FormBody
    private(set) var files: [FormFile] = []

    /// More than any form of ours has.
    private static let mostParts = 60
    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    /// The boundary of a body's type; nil where it is another type or none that a browser makes.
    static func boundary(of contentType: String?) -> String? {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let parameter = contentType.split(separator: ";").lazy.map { $0.trimmed }
            .first { $0.lowercased().hasPrefix("boundary=") }
        guard let value = parameter?.dropFirst("boundary=".count) else { return nil }
        let isQuoted = value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
        let boundary = isQuoted ? value.dropFirst().dropLast() : value
        let isPlain = boundary.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isPlain && (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
    }

    /// A form without files.
    init(_ form: FormBody) {
        self.form = form
    }

    init(parsing bytes: [UInt8], boundary: String) throws(Unreadable) {
        form = FormBody()
        let mark = Array(("--" + boundary).utf8)
        var rest = bytes[...]
        guard rest.starts(with: mark) else { throw Unreadable(.form) }
        rest = rest.dropFirst(mark.count)
        var parts = 0
        while !rest.starts(with: [0x2D, 0x2D]) {
            guard rest.starts(with: Multipart.lineEnd), parts < Multipart.mostParts else { throw Unreadable(.form) }
            let body = rest.dropFirst(2)
            guard let end = Multipart.position(of: Multipart.lineEnd + mark, in: body) else { throw Unreadable(.form) }
            try add(body[body.startIndex..<end])
            rest = body[(end + mark.count + 2)...]
            parts += 1
        }
    }

    private mutating func add(_ part: ArraySlice<UInt8>) throws(Unreadable) {
        let gap = Multipart.lineEnd + Multipart.lineEnd
        guard let end = Multipart.position(of: gap, in: part) else { throw Unreadable(.form) }
        guard let head = String(validating: part[part.startIndex..<end], as: UTF8.self) else {
            throw Unreadable(.encoding)
        }
        let content = Array(part[(end + gap.count)...])
        guard let name = Multipart.parameter("name", of: head) else { throw Unreadable(.form) }
        if Multipart.parameter("filename", of: head) != nil {
            // A file field left empty sends a file without bytes.
            if !content.isEmpty { files.append(FormFile(name: name, bytes: content)) }
            // What stands in its place makes the same form sent twice known as the same.
            form.append(name, content.isEmpty ? "" : "sha256:" + SHA256.hash(data: content).hex)
        } else {
            form.append(name, try FormBody.text(ofBytes: content))
        }
    }

    /// A parameter of the part's Content-Disposition. Browsers write a quotation mark in a name as `%22`.
    private static func parameter(_ name: String, of head: String) -> String? {
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let start = line.firstRange(of: "; \(name)=\"") else { return nil }
        let value = line[start.upperBound...]
        return value.firstIndex(of: "\"").map { String(value[..<$0]) }
    }

    private static func position(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = wanted.first else { return nil }
        var from = bytes.startIndex
        while let start = bytes[from...].firstIndex(of: first) {
            if bytes[start...].starts(with: wanted) { return start }
            from = start + 1
        }
        return nil
    }
}
