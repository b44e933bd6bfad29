import Foundation

/// One part of a form with files: what its field is called, whether it is a file, and what is in it.
struct MultipartPart {
    let name: String
    let isFile: Bool
    let content: ArraySlice<UInt8>

    /// A browser writes three short lines.
    private static let mostHead = 4_096
    private static let mostName = 100
    private static let gap: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

    init(_ part: ArraySlice<UInt8>) throws(Unreadable) {
        let reach = min(part.endIndex, part.startIndex + MultipartPart.mostHead)
        guard let end = part[..<reach].position(of: MultipartPart.gap, from: part.startIndex) else {
            throw Unreadable(.form)
        }
        let line = try MultipartPart.disposition(in: part[part.startIndex..<end])
        guard let name = try MultipartPart.parameter("name", of: line) else { throw Unreadable(.form) }
        guard let text = String(validating: name, as: UTF8.self) else { throw Unreadable(.encoding) }
        guard (1...MultipartPart.mostName).contains(name.count), name.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw Unreadable(.form)
        }
        self.name = text
        // Its name may be in whatever characters a telephone uses: it is looked for, never read.
        isFile = try MultipartPart.parameter("filename", of: line) != nil
        content = part[(end + MultipartPart.gap.count)...]
    }

    /// The one line that says of what field it is. A line that is folded, has no name or holds a lone line end or a NUL is
    /// none that a browser writes.
    private static func disposition(in head: ArraySlice<UInt8>) throws(Unreadable) -> ArraySlice<UInt8> {
        var found: ArraySlice<UInt8>?
        var at = head.startIndex
        while at < head.endIndex {
            let end = head.position(of: [0x0D, 0x0A], from: at) ?? head.endIndex
            let line = head[at..<end]
            at = min(end + 2, head.endIndex)
            guard !line.contains(where: { $0 == 0 || $0 == 0x0D || $0 == 0x0A }), let colon = line.firstIndex(of: 0x3A),
                let first = line.first, first != 0x20, first != 0x09
            else { throw Unreadable(.form) }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            // Folded once more, a text would get past every reader.
            if name == "content-transfer-encoding" { throw Unreadable(.form) }
            guard name == "content-disposition" else { continue }
            guard found == nil else { throw Unreadable(.form) }
            found = line[(colon + 1)...]
        }
        guard let found, found.starts(with: Array(" form-data;".utf8)) else { throw Unreadable(.form) }
        return found
    }

    /// A parameter; browsers write a quotation mark inside as `%22`. Said twice, two readers could take different ones.
    private static func parameter(_ name: String, of line: ArraySlice<UInt8>) throws(Unreadable) -> ArraySlice<UInt8>? {
        let wanted = Array("; \(name)=\"".utf8)
        guard let start = line.position(of: wanted, from: line.startIndex) else { return nil }
        let value = line[(start + wanted.count)...]
        guard let end = value.firstIndex(of: 0x22), value[end...].position(of: wanted, from: end) == nil else {
            throw Unreadable(.form)
        }
        return value[..<end]
    }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence: ContiguousBytes {
    /// Where some bytes stand first, from a place on. By the library's own search for one byte: files are megabytes.
    func position(of wanted: [UInt8], from start: Int) -> Int? {
        guard start <= endIndex, let first = wanted.first else { return nil }
        return self[start..<endIndex].withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var at = 0
            while bytes.count - at >= wanted.count,
                let found = memchr(base + at, Int32(first), bytes.count - at - wanted.count + 1)
            {
                if memcmp(found, wanted, wanted.count) == 0 { return start + base.distance(to: found) }
                at = base.distance(to: found) + 1
            }
            return nil
        }
    }
}
