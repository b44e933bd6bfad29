import Domain
import Files
import Foundation
import TestSupport

@testable import Matters

/// A matter that came with a photo and a recording, and everybody who might look.
struct FileGround {
    static let photo = SampleFiles.upright

    let province: TestProvince
    let play: Play
    let photo: Int64
    let voice: Int64

    init(_ province: TestProvince? = nil, isBypassed: Bool = false, mayBeNamed: Bool = false) async throws {
        let made: TestProvince
        if let province { made = province } else { made = try await TestProvince() }
        self.province = made
        let store = made.app.files
        let kept = [
            try await store.keep(Self.photo, as: .photo),
            try await store.keep(SayFiles.voice(seconds: 2), as: .voice),
        ]
        play = try await Play(made, isBypassed: isBypassed) { draft in
            draft.files = kept
            draft.reporter.mayBeNamed = mayBeNamed
        }
        let matter = play.receipt.id
        let keys = made.installation.keys
        let files = try await made.read { db in try FileTable.files(ofMatter: matter, in: db, keys: keys) }
        photo = files.first { $0.kind == .photo }!.id
        voice = files.first { $0.kind == .voice }!.id
    }

    var staffPage: String { "/matters/" + play.number.text }
    var ownPage: String { "/my/" + play.number.text }
    var publicPage: String { "/m/" + play.number.text }

    func status(_ file: Int64, by person: TestPerson) async throws -> Int {
        try await province.browser(as: person).get("\(staffPage)/files/\(file)").status.code
    }

    /// The reporter before her own matter.
    func reporter() async throws -> Resident {
        let resident = try await Resident(province)
        _ = try await resident.open(Slip(play))
        return resident
    }

    /// Files of the matter besides the first photo and the recording, in their order.
    func later() async throws -> [StoredFile] {
        let (matter, keys) = (play.receipt.id, province.installation.keys)
        return try await province.read { db in
            try FileTable.files(ofMatter: matter, in: db, keys: keys).filter { $0.owner != .matterWords(matter) }
        }
    }

    /// The station shows the handler the first photo.
    func release(by person: TestPerson) async throws -> Answer {
        let browser = try await province.browser(as: person)
        _ = try await browser.get(staffPage)
        // Whoever is shown no such form may still send one.
        return try await browser.post(
            "\(staffPage)/files/\(photo)/release",
            ["version": String(try await play.matter.version), "submission": UUID().uuidString])
    }

    static func pdf(_ object: String = "<</Type/Page>>") -> [UInt8] {
        Array("%PDF-1.4\n1 0 obj \(object) endobj\ntrailer\n%%EOF\n".utf8)
    }
}
