/// A scan as PDF: whole, and with nothing in it that does something when it is opened.
enum PDFContent {
    static let start = Array("%PDF-".utf8)
    private static let end = Array("%%EOF".utf8)
    /// Behind the end some scanners write on.
    private static let tail = 2_048
    /// Names of what runs, starts programs, brings files along or hides all that behind a password. Looked for in
    /// everything, pictures too, because a stream's end can be faked; none is so short that a picture has it by chance.
    private static let active: Set<String> = [
        "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Encrypt",
    ]
    private static let longest = 48

    static func check(_ bytes: [UInt8]) throws(FileRefused) {
        guard bytes.starts(with: start), contains(end, in: bytes.suffix(tail)) else {
            throw FileRefused(.broken, of: .document)
        }
        guard !isActive(bytes[...]) else { throw FileRefused(.active, of: .document) }
        for stream in PDFObjectStream.all(in: bytes) {
            // What cannot be looked into might hold anything.
            guard let plain = stream.plain else { throw FileRefused(.active, of: .document) }
            guard !isActive(plain[...]) else { throw FileRefused(.active, of: .document) }
        }
    }

    /// Whether a name of what is not taken stands in it. A letter of a name may be written as `#4A`.
    private static func isActive(_ bytes: ArraySlice<UInt8>) -> Bool {
        hasName(in: bytes) { active.contains($0) }
    }

    /// Whether one of the names in it is meant.
    static func hasName(in bytes: ArraySlice<UInt8>, _ isMeant: (String) -> Bool) -> Bool {
        var at = bytes.startIndex
        while let slash = bytes[at...].firstIndex(of: 0x2F) {
            at = slash + 1
            let name = bytes[at...].prefix(longest).prefix { isRegular($0) }
            // A picture is full of slashes; most of what follows is no name.
            if name.count > 5, isMeant(decoded(name)) { return true }
        }
        return false
    }

    private static func decoded(_ name: ArraySlice<UInt8>) -> String {
        var letters: [UInt8] = []
        var at = name.startIndex
        while at < name.endIndex {
            if name[at] == 0x23, at + 2 < name.endIndex,
                let value = UInt8(String(decoding: name[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
            {
                letters.append(value)
                at += 3
            } else {
                letters.append(name[at])
                at += 1
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Neither white nor one of the signs that end a name.
    private static func isRegular(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"()<>[]{}/%".utf8.contains(byte)
    }

    static func contains(_ wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        position(of: wanted, in: bytes) != nil
    }

    static func position(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = wanted.first else { return nil }
        var at = bytes.startIndex
        while let start = bytes[at...].firstIndex(of: first) {
            if bytes[start...].starts(with: wanted) { return start }
            at = start + 1
        }
        return nil
    }
}
