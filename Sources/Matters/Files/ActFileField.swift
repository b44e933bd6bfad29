import Domain
import Files
import Web

/// A field of an act's form in which files are chosen.
struct ActFileField: Sendable {
    let name: String
    let label: String
    let hint: String
    let kind: FileKind
    let most: Int
    /// What is said of each for those who do not see it, where the sender says nothing better.
    let description: String

    static let photos = ActFileField(
        name: "photo", label: "照片", hint: "手机拍的就可以，最多 4 张，可以不选。", kind: .photo, most: 4, description: "补充的照片")
    static let before = ActFileField(
        name: "before", label: "办理前的照片", hint: "最多 3 张。", kind: .photo, most: 3, description: "办理前的照片")
    static let after = ActFileField(
        name: "after", label: "办理后的照片", hint: "最多 3 张。督办代表核对用，审核后告诉反映人。", kind: .photo, most: 3,
        description: "办理后的照片")
    static let scan = ActFileField(
        name: "scan", label: "来函的扫描件", hint: "扫描成的文件，或者一张拍得清楚的照片，10 兆以内。", kind: .document, most: 1,
        description: "盖章的来函")
    static let ownScan = ActFileField(
        name: "scan", label: "盖章的函，扫描件", hint: scan.hint, kind: .document, most: 1, description: scan.description)
    static let paper = ActFileField(
        name: "scan", label: "来信或纸条的扫描件", hint: scan.hint, kind: .document, most: 1, description: "代表的来信或纸条")

    /// What may come with an act: photos, and the paper it stands on where a handler has a stamped letter or a clerk
    /// writes down what the deputy wrote.
    static func all(of act: Act) -> [ActFileField] {
        let own: [ActFileField] = act == .remark ? [photos] : act == .reply ? [before, after] : []
        if act.isHandlers { return own + [scan] }
        return own + (Act.deputysOnBehalf.contains(act) ? [paper] : [])
    }

    /// What the sender may say of her photos: one sentence for all of them.
    static let wordsName = "photo_text"
    static let mostWords = 100

    func html(_ parts: FormParts) -> HTML {
        parts.fileField(
            name, label, accept: kind == .document ? "application/pdf,image/*" : "image/*", isMultiple: most > 1,
            notes: FieldNotes(hint: parts.isShownAgain ? hint + "刚才选的没有留下，请再选一次。" : hint, isOptional: true))
    }

    /// The fields of an act, with the sentence for photos where the resident chooses them.
    static func html(_ fields: [ActFileField], _ parts: FormParts) -> HTML {
        let words = parts.textField(
            wordsName, "照片里是什么", notes: FieldNotes(hint: "给看不见照片的人听，例如：文化路东口的路灯不亮", isOptional: true))
        return "\(each: fields, { $0.html(parts) })\(if: fields.contains { $0.name == photos.name }, words)"
    }

    /// The descriptions of so many files.
    func descriptions(_ count: Int, said words: String) -> [String] {
        let sentence = words.isEmpty || name != Self.photos.name ? description : words
        return (1...max(1, count)).map { count > 1 ? "\(sentence)，第 \($0) 张" : sentence }
    }
}
