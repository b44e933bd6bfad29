import Domain
import Files
import Foundation
import Secrets
import Web

/// Photos and the recording chosen on an earlier screen. Their bytes are kept and sealed at once; from then on the form
/// carries what names them, sealed for this browser, so that neither a mistake elsewhere nor a step back loses them.
struct KeptFiles: Sendable {
    static let fields = ["kept", "recording"]
    static let mostPhotos = 4
    /// What no row names is swept away after a day; earlier than that it counts as gone.
    private static let seconds: Int64 = 23 * 3600

    struct Kept: Sendable {
        let draft: FileDraft
        /// As the form carries it.
        let mark: String
    }

    private(set) var photos: [Kept] = []
    private(set) var voice: Kept?
    private(set) var errors = FormErrors()

    /// All of them, the photos first.
    var drafts: [FileDraft] { (photos + [voice].compactMap(\.self)).map(\.draft) }

    /// How a form carries them on.
    var carried: [FormBody.Field] {
        photos.map { FormBody.Field(name: "kept", value: $0.mark) }
            + [voice].compactMap(\.self).map { FormBody.Field(name: "recording", value: $0.mark) }
    }

    /// None yet.
    init() {}

    /// What a form brought along from this browser, without what was taken out.
    init(_ form: FormBody, from browser: String, at now: Instant, keys: KeyRing) {
        let dropped = Set(form.all("drop"))
        let marks = FileMarks(browser: browser, keys: keys)
        func kept(_ name: String, _ kind: FileKind) -> [Kept] {
            form.all(name).filter { !$0.isEmpty && !dropped.contains($0) }.compactMap { mark in
                guard let draft = marks.draft(mark), draft.kind == kind,
                    draft.keptAt.adding(seconds: Self.seconds) > now
                else {
                    errors.add(kind == .photo ? "photo" : "voice", "隔的时间太久，请重新选一次\(kind == .photo ? "照片" : "录音")")
                    return nil
                }
                return Kept(draft: draft, mark: mark)
            }
        }
        photos = Array(kept("kept", .photo).prefix(Self.mostPhotos))
        voice = kept("recording", .voice).last
    }

    /// Keeps what has just been sent; what is not taken is said at its field, and the others stay.
    mutating func add(_ sent: SentFiles, browser: String, store: FileStore) async throws {
        let marks = FileMarks(browser: browser, keys: sent.keys)
        for file in sent.photos {
            guard photos.count < Self.mostPhotos else {
                errors.add("photo", "照片最多 \(Self.mostPhotos) 张，多出来的没有收")
                break
            }
            guard let draft = try await keep(file, .photo, "photo", store) else { continue }
            // The same picture chosen again is one picture.
            if photos.contains(where: { $0.draft.digest == draft.digest }) { continue }
            photos.append(Kept(draft: draft, mark: marks.mark(draft)))
        }
        if let file = sent.voice, let draft = try await keep(file, .voice, "voice", store) {
            voice = Kept(draft: draft, mark: marks.mark(draft))
        }
    }

    private mutating func keep(
        _ file: FormFile, _ kind: FileKind, _ field: String, _ store: FileStore
    ) async throws -> FileDraft? {
        do {
            return try await store.keep(file.bytes, as: kind)
        } catch let refused as FileRefused {
            errors.add(field, refused.message)
            return nil
        }
    }
}

/// Files as they came with a form.
struct SentFiles: Sendable {
    let photos: [FormFile]
    let voice: FormFile?
    let keys: KeyRing

    init(_ context: AppContext, keys: KeyRing) {
        photos = context.files("photo")
        voice = context.file("voice")
        self.keys = keys
    }

    var isEmpty: Bool { photos.isEmpty && voice == nil }
}

/// Names of kept files, readable for us alone and good in one browser.
struct FileMarks {
    private let row: Int64
    private let keys: KeyRing

    init(browser: String, keys: KeyRing) {
        row = keys.blindIndex("say.browser", browser).suffix(8).reduce(0) { $0 << 8 | Int64($1) }
        self.keys = keys
    }

    func mark(_ draft: FileDraft) -> String {
        FormBody.sealedMark
            + Data(keys.seal(draft.line, table: "say", column: "file", row: row)).base64EncodedString()
    }

    /// Nil for what is not ours or another browser's.
    func draft(_ mark: String) -> FileDraft? {
        guard mark.hasPrefix(FormBody.sealedMark),
            let sealed = Data(base64Encoded: String(mark.dropFirst(FormBody.sealedMark.count))),
            let line = try? keys.openText(Array(sealed), table: "say", column: "file", row: row)
        else { return nil }
        return FileDraft(line: line)
    }
}
