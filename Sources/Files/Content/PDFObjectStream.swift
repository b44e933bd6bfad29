/// A stream of a PDF in which other objects lie folded (ISO 32000-1, 7.5.7): a script in it is not seen from outside.
struct PDFObjectStream {
    private static let begin = Array("stream".utf8)
    private static let end = Array("endstream".utf8)
    /// A dictionary is written right before its stream.
    private static let dictionaryReach = 1_024
    /// All of them together; a scan has a few kilobytes.
    private static let mostPlain = 8 << 20
    /// More than any scanner writes.
    private static let mostStreams = 2_000

    private let content: ArraySlice<UInt8>
    private let isFolded: Bool
    private let isKnown: Bool

    /// All of a file.
    static func all(in bytes: [UInt8]) -> [PDFObjectStream] {
        var found: [PDFObjectStream] = []
        var at = 0
        while found.count <= mostStreams, let start = PDFContent.position(of: begin, in: bytes[at...]) {
            at = start + begin.count
            let dictionary = bytes[max(0, start - dictionaryReach)..<start]
            guard !dictionary.suffix(3).elementsEqual("end".utf8),
                PDFContent.hasName(in: dictionary.suffix(from: lastObject(in: dictionary)), { $0 == "ObjStm" })
            else { continue }
            found.append(PDFObjectStream(bytes[at...], dictionary))
        }
        return found
    }

    private init(_ rest: ArraySlice<UInt8>, _ dictionary: ArraySlice<UInt8>) {
        let start = rest.firstIndex { $0 != 0x0D && $0 != 0x0A } ?? rest.endIndex
        content = rest[start..<(PDFContent.position(of: PDFObjectStream.end, in: rest[start...]) ?? rest.endIndex)]
        isFolded = PDFContent.hasName(in: dictionary) { $0 == "FlateDecode" }
        isKnown = !PDFContent.hasName(in: dictionary) { $0 != "FlateDecode" && $0.hasSuffix("Decode") }
    }

    /// Nil where it cannot be looked into.
    var plain: [UInt8]? {
        guard isKnown else { return nil }
        return isFolded ? Inflate.zlib(content, upTo: PDFObjectStream.mostPlain) : Array(content)
    }

    /// Where the last object before it begins, so that another one's dictionary is not taken for its own.
    private static func lastObject(in bytes: ArraySlice<UInt8>) -> Int {
        var last = bytes.startIndex
        while let next = PDFContent.position(of: Array(" obj".utf8), in: bytes[last...]) { last = next + 4 }
        return last
    }
}
