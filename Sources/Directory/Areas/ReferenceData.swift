import Domain
import Foundation

/// The areas the program comes with, from the files in `Resources`.
package enum ReferenceData {
    /// One area as its file has it.
    package struct Entry: Sendable {
        package var code: String
        package var parent: String?
        package var kind: DivisionKind
        package var name: String
    }

    /// A county-level code withdrawn in some year, and the code of the area that took its place.
    package struct FormerCode: Sendable {
        package var code: String
        package var successor: String
        package var year: Int
    }

    /// The province, its cities, counties, and towns; parents before children.
    package static func divisions() throws -> [Entry] {
        try (records("divisions") + records("townships")).map { cells in
            guard cells.count == 4, let kind = DivisionKind(rawValue: cells[2]) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            return Entry(code: cells[0], parent: cells[1].isEmpty ? nil : cells[1], kind: kind, name: cells[3])
        }
    }

    /// Codes on old papers that still find their place.
    package static func formerCodes() throws -> [FormerCode] {
        try records("former-codes").map { cells in
            guard cells.count == 5, let year = Int(cells[0]) else { throw CocoaError(.fileReadCorruptFile) }
            return FormerCode(code: cells[1], successor: cells[3], year: year)
        }
    }

    private static func records(_ name: String) throws -> [[String]] {
        let file = Bundle.module.bundleURL.appendingPathComponent("Resources/\(name).csv")
        return try CSVFile(bytes: [UInt8](Data(contentsOf: file))).records.map(\.cells)
    }
}
