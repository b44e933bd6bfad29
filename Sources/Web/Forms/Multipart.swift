import Crypto
import Domain

/// A file that came with a form.
package struct FormFile: Sendable, Hashable {
    package var name: String
    package var bytes: [UInt8]
}

/// A form with files (multipart/form-data, RFC 7578), read strictly: what no browser sends is refused as a whole. What
/// a browser says of a file, its name and its type, is not believed and not kept.
struct Multipart: Sendable {
    private(set) var form: FormBody
    private(set) var files: [FormFile] = []

    /// More than any form of ours has.
    private static let mostParts = 60
    private static let mostFiles = 12
    /// Bytes of all texts together: as much as a form without files may have.
    private static let mostText = 256 * 1_024
    private static let lineEnd: [UInt8] = [0x0D, 0x0A]

    /// The boundary of a body's type; nil where it is another type or none that a browser makes.
    static func boundary(of contentType: String?) -> String? {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let parameters = contentType.split(separator: ";").map { $0.trimmed }
            .filter { $0.lowercased().hasPrefix("boundary=") }
        // Said twice, two readers could take different ones.
        guard parameters.count == 1, let value = parameters.first?.dropFirst("boundary=".count) else { return nil }
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
        guard try read(bytes, boundary) else { throw Unreadable(.form) }
    }

    /// The texts in front of what was not read any more, so that nobody loses her words because a photo is too large.
    static func texts(ofBegun bytes: [UInt8], boundary: String) -> FormBody {
        var begun = Multipart(FormBody())
        _ = try? begun.read(bytes, boundary)
        return begun.form
    }

    /// Reads part after part; false where the end is missing.
    private mutating func read(_ bytes: [UInt8], _ boundary: String) throws(Unreadable) -> Bool {
        let mark = Array(("--" + boundary).utf8)
        let separator = Multipart.lineEnd + mark
        guard bytes.starts(with: mark) else { throw Unreadable(.form) }
        var at = mark.count
        var text = 0
        for _ in 0...Multipart.mostParts {
            // Behind the last boundary stands nothing but the end of its line.
            if bytes[at...].starts(with: [0x2D, 0x2D]) {
                return at + 2 == bytes.count || bytes[(at + 2)...].elementsEqual(Multipart.lineEnd)
            }
            guard bytes[at...].starts(with: Multipart.lineEnd) else { throw Unreadable(.form) }
            guard let end = bytes.position(of: separator, from: at + 2) else { return false }
            try add(try MultipartPart(bytes[(at + 2)..<end]), &text)
            at = end + separator.count
        }
        throw Unreadable(.form)
    }

    private mutating func add(_ part: MultipartPart, _ text: inout Int) throws(Unreadable) {
        guard part.isFile else {
            text += part.content.count
            guard text <= Multipart.mostText else { throw Unreadable(.form) }
            form.append(part.name, try FormBody.text(ofBytes: part.content))
            return
        }
        guard files.count < Multipart.mostFiles else { throw Unreadable(.form) }
        let content = Array(part.content)
        // A file field left empty sends a file without bytes.
        if !content.isEmpty { files.append(FormFile(name: part.name, bytes: content)) }
        // What stands in its place makes the same form sent twice known as the same.
        form.append(part.name, content.isEmpty ? "" : Multipart.mark + SHA256.hash(data: content).hex)
    }

    /// What the text in a file's place begins with.
    static let mark = "sha256:"
}
