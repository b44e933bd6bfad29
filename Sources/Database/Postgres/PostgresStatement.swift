/// A statement that a connection keeps prepared under a name of its own.
final class PostgresStatement {
    let name: String
    let text: String
    /// The declared types of the parameters; 0 where only null was seen and the server finds out.
    let types: [UInt32]
    var isPrepared = false
    private let bin: Bin

    /// The names of statements nobody keeps any more, to be forgotten by the server as well.
    final class Bin {
        var names: [String] = []
        private var last = 0

        func nextName() -> String {
            last += 1
            return "s\(last)"
        }
    }

    init(_ text: String, types: [UInt32], bin: Bin) {
        name = bin.nextName()
        self.text = text
        self.types = types
        self.bin = bin
    }

    deinit {
        if isPrepared { bin.names.append(name) }
    }

    /// The types it would have, had it seen these parameters too.
    func types(with given: [UInt32]) -> [UInt32] {
        zip(given, types).map { $0 == 0 ? $1 : $0 }
    }

    /// Whether parameters of these types can be given to it.
    func accepts(_ given: [UInt32]) -> Bool {
        given.count == types.count && zip(given, types).allSatisfy { $0 == 0 || $0 == $1 }
    }
}
