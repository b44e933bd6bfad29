import Demo
import Domain
import Foundation
import Testing

/// Real messages lie beside the package where there are any; they are never part of it.
private let folder: String? = {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let path = package.deletingLastPathComponent().appending(path: "shared/data/messages").path
    return FileManager.default.fileExists(atPath: path + "/answered.csv") ? path : nil
}()

@Suite("When real messages go round", .enabled(if: folder != nil, "../shared/data/messages is not there: skipped"))
struct RealMessagesTests {
    @Test("all of them come through, those with a reply get it, and nothing is at fault")
    func goRound() async throws {
        let demo = try await MadeDemo(messages: folder)
        let replies: Int? = try await demo.value(
            "SELECT COUNT(DISTINCT stream_id) FROM event WHERE stream_kind = 'matter' AND name = 'replied'")

        #expect(demo.lives.matters == 5_687)
        #expect(demo.lives.refusals == [:])
        #expect(replies == 2_249)
        #expect(try await demo.faults() == [])
    }
}
