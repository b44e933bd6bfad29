import Testing

@testable import Files

@Suite("When a recording is taken in")
struct RecordingTests {
    @Test(
        "its type and its length stand in it",
        arguments: [
            (TestSounds.wav(seconds: 7), FileType.wav), (TestSounds.ogg(seconds: 7), .ogg),
            (TestSounds.webm(seconds: 7), .webm), (TestSounds.m4a(seconds: 7), .m4a),
            (TestSounds.fragments(seconds: 7), .m4a), (TestSounds.mp3(seconds: 7), .mp3),
            (TestSounds.mp3(seconds: 7, hasTag: false), .mp3),
        ])
    func known(_ bytes: [UInt8], _ type: FileType) throws {
        let recording = try Recording(bytes)

        #expect(recording.type == type)
        #expect(recording.seconds == 7)
    }

    @Test(
        "a minute and the moment it takes to stop is taken, more is not",
        arguments: [
            TestSounds.wav, TestSounds.ogg, { TestSounds.webm(seconds: $0) }, { TestSounds.m4a(seconds: $0) },
            TestSounds.fragments,
        ] as [@Sendable (Int) -> [UInt8]])
    func length(_ made: @Sendable (Int) -> [UInt8]) throws {
        #expect(try Recording(made(61)).seconds == 60)
        #expect(throws: FileRefused(.tooLong, of: .voice)) { try Recording(made(63)) }
    }

    @Test("a film is no recording, and neither is another codec")
    func film() {
        let broken = FileRefused(.broken, of: .voice)
        #expect(throws: broken) { try Recording(TestSounds.webm(seconds: 3, codec: "V_VP9", type: 1)) }
        #expect(throws: broken) { try Recording(TestSounds.webm(seconds: 3, codec: "A_VORBIS")) }
        #expect(throws: broken) { try Recording(TestSounds.m4a(seconds: 3, handler: "vide")) }
    }

    @Test("cut off or with another byte anywhere it is refused or read, never worse")
    func damaged() {
        var numbers = SystemRandomNumberGenerator()
        let all = [
            TestSounds.wav(seconds: 1), TestSounds.ogg(seconds: 2), TestSounds.webm(seconds: 1),
            TestSounds.m4a(seconds: 1), TestSounds.fragments(seconds: 2), TestSounds.mp3(seconds: 1),
        ]
        for whole in all {
            for length in 0..<min(whole.count, 300) { _ = try? Recording(Array(whole.prefix(length))) }
            for index in 0..<min(whole.count, 300) {
                var damaged = whole
                damaged[index] = UInt8.random(in: 0...255, using: &numbers)
                let recording = try? Recording(damaged)
                #expect(recording.map { (0...60).contains($0.seconds) } ?? true)
            }
        }
    }

    @Test("what is none is refused in a sentence", arguments: ["", "<html>", "RIFFxxxxAVI ", "fLaC", "#!AMR\n"])
    func strangers(_ text: String) async {
        let refused = await #expect(throws: FileRefused.self) {
            try await FileContent.look(at: Array(text.utf8), as: .voice)
        }
        #expect(refused?.problem == .unknownType && refused?.message.contains("这个文件不是录音") == true)
    }

    @Test("more bytes than a minute has are not looked at")
    func large() async {
        await #expect(throws: FileRefused(.tooLarge, of: .voice)) {
            try await FileContent.look(at: TestSounds.wav(seconds: 300), as: .voice)
        }
    }
}
