/// A text with places: `编号 {number} 有新进展[，最迟 {day}]。` What stands in square brackets is left out when one of
/// its places has nothing to say, so that no sentence ever ends in a hole.
package struct MessageText: Hashable, Sendable {
    /// The places there are, with what they say on the page of texts.
    package static let places: [(name: String, chinese: String)] = [
        ("number", "事项编号"), ("station", "联络站"), ("phone", "联络站电话"), ("day", "日期"), ("link", "网址"),
        ("code", "验证码"), ("minutes", "有效分钟数"), ("count", "条数"), ("stop", "退订网址"), ("holder", "现在由谁办"),
        ("asked", "要办的事"),
        ("act", "登记的那一步"), ("time", "钟点"), ("place", "地址"),
    ]

    enum Piece: Hashable {
        case words(String)
        case place(String)
        case group([Piece])
    }

    let pieces: [Piece]

    /// Why a text cannot be used.
    package enum Fault: Error, Hashable, Sendable {
        /// A bracket that is never closed, was never opened, or stands in another one.
        case bracket(Character)
        /// A place that does not exist.
        case unknownPlace(String)
    }

    package init(_ text: String) throws(Fault) {
        var reader = Reader(text: Substring(text))
        pieces = try reader.pieces(until: nil)
    }

    /// The text with its places filled.
    package func filled(with values: [String: String]) -> String {
        MessageText.filled(pieces, values).joined()
    }

    /// The places that stand in it, in or out of brackets.
    package var usedPlaces: Set<String> { MessageText.used(pieces) }

    private static func filled(_ pieces: [Piece], _ values: [String: String]) -> [String] {
        pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .place(let name): values[name] ?? "……"
            case .group(let inner):
                used(inner).allSatisfy { values[$0] != nil } ? filled(inner, values).joined() : ""
            }
        }
    }

    private static func used(_ pieces: [Piece]) -> Set<String> {
        pieces.reduce(into: []) { found, piece in
            switch piece {
            case .words: break
            case .place(let name): found.insert(name)
            case .group(let inner): found.formUnion(used(inner))
            }
        }
    }
}

private struct Reader {
    var text: Substring

    /// Up to the end, or within a group up to its closing bracket.
    mutating func pieces(until end: Character?) throws(MessageText.Fault) -> [MessageText.Piece] {
        var pieces: [MessageText.Piece] = []
        while let sign = text.first {
            switch sign {
            case "{": pieces.append(.place(try place()))
            case "[":
                guard end == nil else { throw .bracket("[") }
                text.removeFirst()
                pieces.append(.group(try self.pieces(until: "]")))
            case "]":
                guard end == "]" else { throw .bracket("]") }
                text.removeFirst()
                return pieces
            case "}": throw .bracket("}")
            case _:
                let words = text.prefix { !"{}[]".contains($0) }
                text = text[words.endIndex...]
                pieces.append(.words(String(words)))
            }
        }
        guard end == nil else { throw .bracket("[") }
        return pieces
    }

    private mutating func place() throws(MessageText.Fault) -> String {
        text.removeFirst()
        let name = text.prefix { !"{}[]".contains($0) }
        guard text[name.endIndex...].first == "}" else { throw .bracket("{") }
        text = text[name.endIndex...].dropFirst()
        guard MessageText.places.contains(where: { $0.name == name }) else { throw .unknownPlace(String(name)) }
        return String(name)
    }
}
