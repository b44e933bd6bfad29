import Foundation

/// What goes to the person in front of the program, apart from what the program was asked for.
enum Terminal {
    /// Whether somebody looks at the messages.
    static let isWatched = isatty(STDERR_FILENO) == 1

    static func complain(_ sentence: String) { write("lianxin: " + sentence + "\n") }

    static func say(_ sentence: String) { write(sentence + "\n") }

    static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
