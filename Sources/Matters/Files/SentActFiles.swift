import Domain
import Files
import Web

/// The files that came with an act's form, kept before anything is written; what is wrong with one is said at its field.
struct SentActFiles: Sendable {
    private let chosen: [(field: ActFileField, files: [FormFile])]
    private let words: String
    private let published: [Int64]

    /// Nothing to keep, and nothing to publish.
    var isEmpty: Bool { chosen.isEmpty && published.isEmpty }

    init(_ acts: [Act], _ context: AppContext) throws(FormErrors) {
        // Two acts in one form may have the same field; what was chosen in it comes once.
        var names: Set<String> = []
        chosen = acts.flatMap { ActFileField.all(of: $0) }.filter { names.insert($0.name).inserted }
            .map { (field: $0, files: context.files($0.name)) }
            .filter { !$0.files.isEmpty }
        published = acts.contains(.publish) ? context.form.all("published").compactMap { Int64($0) } : []
        var reader = context.reader
        words = reader.text(ActFileField.wordsName, "照片里是什么", most: ActFileField.mostWords, isRequired: false)
        for (field, files) in chosen where files.count > field.most {
            reader.add(field.name, "\(field.label)最多 \(field.most) 张，现在有 \(files.count) 张，请少选几张")
        }
        try reader.finish()
    }

    /// Looks at them, cleans and keeps them. Every one that is not taken is named.
    func kept(in store: FileStore) async throws -> ActFiles {
        var kept = ActFiles(published: published)
        var errors = FormErrors()
        for (field, files) in chosen {
            for (file, description) in zip(files, field.descriptions(files.count, said: words)) {
                do {
                    kept.files.append(
                        ActFile(try await store.keep(file.bytes, as: field.kind), description: description))
                } catch let refused as FileRefused where errors.message(for: field.name) == nil {
                    errors.add(field.name, refused.message)
                } catch is FileRefused {
                    continue
                }
            }
        }
        if !errors.isEmpty { throw errors }
        return kept
    }
}

extension [ActRequest] {
    /// The same with files at the act they belong to; of acts in one form it is the one that has fields for files.
    func with(_ files: ActFiles) -> [ActRequest] {
        var requests = self
        let place = firstIndex { $0.draft.act == .publish || !ActFileField.all(of: $0.draft.act).isEmpty }
        if let place { requests[place].files = files }
        return requests
    }
}
