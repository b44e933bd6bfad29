import Foundation

/// A tab-separated file of the demo's own texts, without its header.
enum TextTable {
    static func rows(_ name: String) throws -> [[String]] {
        let file = Bundle.module.bundleURL.appendingPathComponent("Resources/\(name).tsv")
        return try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
