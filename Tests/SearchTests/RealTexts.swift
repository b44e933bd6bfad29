import Foundation

/// Real messages lie beside the package where there are any; they are never part of it.
enum RealTexts {
    /// Nil where there are none.
    static let file: String? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = package.deletingLastPathComponent().appending(path: "shared/data/messages/opinions.csv").path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// A message a line, with its number and date as they stand in the file; of long ones the beginning.
    static func read(_ count: Int) -> [String] {
        let data = file.flatMap { FileManager.default.contents(atPath: $0) } ?? Data()
        let lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
        return lines.dropFirst().prefix(count).filter { !$0.isEmpty }.map { String($0.prefix(600)) }
    }
}
