import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("When a letter is taken in")
struct DocumentTests {
    private func pdf(_ object: String, _ rest: [UInt8] = []) -> [UInt8] {
        Array("%PDF-1.5\n1 0 obj \(object)\n".utf8) + rest + Array("\nendobj\ntrailer\n%%EOF\n".utf8)
    }

    /// A folded stream of objects; the folded bytes were made by zlib.
    private func folded(_ base64: String, filter: String = "/Filter/FlateDecode") -> [UInt8] {
        let bytes = Array(Data(base64Encoded: base64) ?? Data())
        return pdf(
            "<</Type/ObjStm/N 1/First 4\(filter)/Length \(bytes.count)>>\nstream",
            Array("\r\n".utf8) + bytes + Array("\r\nendstream".utf8))
    }

    /// `1 0 <</S/JavaScript/JS(app.alert(1))>>`
    private static let script = "eNozVDBQsLHRD9b3SixLDE4uyiwo0fcK1kgsKNBLzEktKtEw1NS0swMA10ULZA=="
    /// `1 0 <</Type/Page/Contents 7 0 R>>`
    private static let plain = "eNozVDBQsLHRD6ksSNUPSExP1XfOzytJzSspVjAHygTZ2QEAoU4JqQ=="

    @Test("a scan is kept as it came, and a photo of the letter as a photo")
    func taken() async throws {
        let scan = pdf("<</Type/Page>>")
        let content = try await FileContent.look(at: scan, as: .document)
        let photo = try await FileContent.look(at: SampleFiles.upright, as: .document)

        #expect(content.bytes == scan && content.type == .pdf && content.kind == .document)
        #expect(photo.type == .jpeg && photo.kind == .document && !photo.bytes.holds("Huawei"))
        #expect(try await FileContent.look(at: folded(Self.plain), as: .document).type == .pdf)
    }

    @Test("what would do something when it is opened is refused, however it is written")
    func active() async {
        let refusal = FileRefused(.active, of: .document)
        let all = [
            pdf("<</S/JavaScript/JS(app.alert(1))>>"), pdf("<</S /J#61vaScript /JS(app.alert(1))>>"),
            pdf("<</S/Launch/F(cmd.exe)>>"), pdf("<</Type/EmbeddedFile>>"), pdf("<</Encrypt 3 0 R>>"),
            folded(Self.script), folded(Self.script, filter: "/Filter/LZWDecode"), folded("AAAA"),
        ]
        for document in all {
            await #expect(throws: refusal) { try await FileContent.look(at: document, as: .document) }
        }
        #expect(refusal.message.contains("重新扫描"))
    }

    @Test("one without an end is refused, and so is what is neither")
    func broken() async {
        await #expect(throws: FileRefused(.broken, of: .document)) {
            try await FileContent.look(at: Array("%PDF-1.4 and nothing more".utf8), as: .document)
        }
        await #expect(throws: FileRefused(.unknownType, of: .document)) {
            try await FileContent.look(at: Array("MZ program".utf8), as: .document)
        }
    }

    @Test("what is folded is unfolded as far as it may be, and damaged it is nothing, never worse")
    func unfolded() throws {
        let bytes = Array(try #require(Data(base64Encoded: Self.script)))
        #expect(Inflate.zlib(bytes[...], upTo: 1_000) == Array("1 0 <</S/JavaScript/JS(app.alert(1))>>".utf8))
        #expect(Inflate.zlib(bytes[...], upTo: 20) == nil)
        for index in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[index] ^= 1 << bit
                #expect((Inflate.zlib(damaged[...], upTo: 4_000)?.count ?? 0) <= 4_000)
            }
        }
    }
}
