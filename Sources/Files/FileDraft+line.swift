import Domain

extension FileDraft {
    /// All of it as one line, for a form that carries it from one screen to the next. Whoever carries it seals it, or
    /// anybody could name what another one sent.
    package var line: String {
        let parts: [String?] = [
            kind.rawValue, type.rawValue, digest.hex, String(size), width.map(String.init),
            height.map(String.init), seconds.map(String.init), small.map { $0.digest.hex },
            small.map { String($0.size) }, String(keptAt.ms),
        ]
        return parts.map { $0 ?? "" }.joined(separator: " ")
    }

    /// Nil for what is no such line.
    package init?(line: String) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 10, let kind = FileKind(rawValue: String(parts[0])),
            let type = FileType(rawValue: String(parts[1])), let digest = ContentDigest.digest(named: parts[2]),
            let size = Int(parts[3]), let ms = Int64(parts[9])
        else { return nil }
        self.kind = kind
        self.type = type
        self.digest = digest
        self.size = size
        width = Int(parts[4])
        height = Int(parts[5])
        seconds = Int(parts[6])
        if let smaller = ContentDigest.digest(named: parts[7]), let size = Int(parts[8]) {
            small = Small(digest: smaller, size: size)
        } else {
            small = nil
        }
        keptAt = Instant(ms: ms)
    }
}
