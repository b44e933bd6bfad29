import TestSupport
import Testing

@testable import Files

@Suite("When a photo is taken in")
struct PhotoTests {
    @Test("it stands upright, and nothing of where and with what it was made is left")
    func upright() throws {
        let photo = try PhotoContent(SampleFiles.upright, as: .photo)

        #expect(photo.width == 24 && photo.height == 40)
        for bytes in [photo.bytes, photo.small] {
            #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF]))
            for trace in ["Exif", "Huawei", "GPS", "xmpmeta"] { #expect(!bytes.holds(trace), "\(trace)") }
        }
        #expect(SampleFiles.upright.holds("Exif") && SampleFiles.upright.holds("Huawei"))
        // Taken in again it is the same size and turned no further.
        let again = try PhotoContent(photo.bytes, as: .photo)
        #expect(again.width == 24 && again.height == 40)
    }

    @Test("whatever a telephone makes becomes a JPEG", arguments: ["png", "webp", "gif", "heic"])
    func types(_ name: String) throws {
        let samples = [
            "png": SampleFiles.png, "webp": SampleFiles.webp, "gif": SampleFiles.gif, "heic": SampleFiles.heic,
        ]
        let raw = try #require(samples[name])

        let photo = try PhotoContent(raw, as: .photo)

        #expect(photo.bytes.starts(with: [0xFF, 0xD8, 0xFF]) && photo.bytes.suffix(2) == [0xFF, 0xD9])
        #expect([photo.width, photo.height].sorted() == (name == "png" ? [16, 24] : [24, 40]))
        #expect(!photo.bytes.holds("Huawei"))
    }

    @Test("a large one is made small enough for a screen, and once more for a list")
    func scaled() throws {
        let photo = try PhotoContent(SampleFiles.large, as: .photo)
        let small = try PhotoContent(photo.small, as: .photo)

        #expect(photo.width == 1_600 && photo.height == 1_200)
        #expect(small.width == 320 && small.height == 240)
        #expect(photo.small.count < photo.bytes.count)
    }

    @Test("one that would unfold to a billion pixels is refused by its head, before it is unfolded")
    func bomb() {
        #expect(throws: FileRefused(.tooManyPixels, of: .photo)) { try PhotoContent(SampleFiles.bomb, as: .photo) }
    }

    @Test("cut off anywhere it is none", arguments: [SampleFiles.upright, SampleFiles.webp, SampleFiles.gif])
    func cut(_ whole: [UInt8]) {
        for length in stride(from: 12, to: whole.count * 3 / 4, by: 37) {
            #expect(throws: FileRefused.self) { try PhotoContent(Array(whole.prefix(length)), as: .photo) }
        }
    }

    @Test("any byte may be another one, and it is refused or read, never worse")
    func damaged() {
        var numbers = SystemRandomNumberGenerator()
        for whole in [SampleFiles.upright, SampleFiles.png, SampleFiles.webp, SampleFiles.heic] {
            for index in stride(from: 0, to: whole.count, by: 5) {
                var damaged = whole
                damaged[index] = UInt8.random(in: 0...255, using: &numbers)
                let photo = try? PhotoContent(damaged, as: .photo)
                #expect(photo.map { $0.width <= 1_600 && $0.height <= 1_600 } ?? true)
            }
        }
    }

    @Test(
        "what is no picture is refused in a sentence, whatever it says it is",
        arguments: [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", "%PDF-1.4\n%%EOF",
            "<script>alert(1)</script>", "%!PS-Adobe", "BM6", "II*\u{0}", "#?RADIANCE", "",
        ])
    func strangers(_ text: String) async {
        let refused = await #expect(throws: FileRefused.self) {
            try await FileContent.look(at: Array(text.utf8), as: .photo)
        }
        #expect(refused?.problem == .unknownType)
        #expect(refused?.message == "这个文件不是照片，请选择 JPG、PNG、WebP 或手机拍的照片")
    }

    @Test("every reason to refuse says what to do instead")
    func sentences() {
        for kind in FileKind.allCases {
            for problem in FileRefused.Problem.allCases {
                #expect(FileRefused(problem, of: kind).message.contains("请"))
            }
        }
    }
}

extension [UInt8] {
    func holds(_ text: String) -> Bool { PDFContent.contains(Array(text.utf8), in: self[...]) }
}
