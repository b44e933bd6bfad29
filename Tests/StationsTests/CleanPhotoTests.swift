import Testing

@testable import Stations

@Suite("When a picture is taken in")
struct CleanPhotoTests {
    @Test("nothing of where, when and with what it was made is left, and which way up it is held stays")
    func jpeg() throws {
        let raw = TestPictures.jpeg(orientation: 6)
        let photo = try CleanPhoto(raw)

        #expect(TestPictures.holdsSecret(raw) && !TestPictures.holdsSecret(photo.bytes))
        #expect(photo.kind == .jpeg && photo.width == 40 && photo.height == 30)
        #expect(photo.bytes.starts(with: [0xFF, 0xD8, 0xFF, 0xE1]) && photo.bytes.suffix(2) == [0xFF, 0xD9])
        // The scan is as it was, and taken in again it is the same to the byte.
        #expect(photo.bytes.dropLast(2).suffix(7) == [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56])
        #expect(try CleanPhoto(photo.bytes) == photo)
        #expect(try CleanPhoto(TestPictures.jpeg(orientation: 1)).bytes.starts(with: [0xFF, 0xD8, 0xFF, 0xE0]))
    }

    @Test("a PNG keeps its picture only")
    func png() throws {
        let photo = try CleanPhoto(TestPictures.png())

        #expect(photo.kind == .png && photo.width == 20 && photo.height == 10)
        #expect(!TestPictures.holdsSecret(photo.bytes))
        #expect(try CleanPhoto(photo.bytes) == photo)
    }

    @Test("what is no whole picture is refused, wherever it is cut off")
    func unreadable() {
        for whole in [TestPictures.jpeg(hasEnd: false), TestPictures.png(hasEnd: false)] {
            for length in 0...whole.count {
                #expect(throws: CleanPhoto.Fault.unreadable) { try CleanPhoto(Array(whole.prefix(length))) }
            }
        }
        for text in ["<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "GIF89a", "<script>alert(1)</script>"] {
            #expect(throws: CleanPhoto.Fault.unreadable) { try CleanPhoto(Array(text.utf8)) }
        }
    }

    @Test("a small file that would unfold to a huge picture is refused")
    func tooLarge() throws {
        #expect(throws: CleanPhoto.Fault.tooLarge) { try CleanPhoto(TestPictures.png(width: 60_000, height: 10)) }
        #expect(throws: CleanPhoto.Fault.tooLarge) { try CleanPhoto(TestPictures.jpeg(width: 9_000, height: 9_000)) }
        #expect(throws: CleanPhoto.Fault.unreadable) { try CleanPhoto(TestPictures.png(width: 0, height: 10)) }
        #expect(try CleanPhoto(TestPictures.jpeg(width: 8_000, height: 5_000)).width == 8_000)
    }

    @Test("any byte of a file may be another one, and it is refused or read, never worse")
    func damaged() {
        var numbers = SystemRandomNumberGenerator()
        for whole in [TestPictures.jpeg(), TestPictures.png()] {
            for index in whole.indices {
                var damaged = whole
                damaged[index] = UInt8.random(in: 0...255, using: &numbers)
                let photo = try? CleanPhoto(damaged)
                #expect(photo.map { $0.bytes.count <= damaged.count + 40 } ?? true)
            }
        }
    }
}
