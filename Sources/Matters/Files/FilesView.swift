import Domain
import Web

/// Photos, voice and documents where they belong: small pictures that lead to the large ones, a player, a link.
struct FilesView {
    let files: [ShownFile]
    /// `/matters/1407-2026-000123-2`: under which page they are asked for.
    let page: String

    var html: HTML {
        guard !files.isEmpty else { return HTML() }
        return "<ul class=\"attached\">\(each: files, { "<li>\(item($0))</li>\n" })</ul>\n"
    }

    static func address(_ file: ShownFile, under page: String) -> Address { Address("\(page)/files/\(file.id)") }

    private func item(_ file: ShownFile) -> HTML {
        let address = Self.address(file, under: page)
        switch file.stored.kind {
        case .photo: return photo(file, address)
        case .voice:
            return """
                <p>\(file.description)\(length(file))</p>
                <audio controls preload="none" src="\(address: address)"></audio>
                """
        case .document:
            // A letter may have been photographed.
            return file.stored.type == .pdf
                ? "<a href=\"\(address: address)\">\(file.description)（PDF，\(size(file))）</a>" : photo(file, address)
        }
    }

    private func photo(_ file: ShownFile, _ address: Address) -> HTML {
        """
        <a href="\(address: address)"><img src="\(address: address.with("small", "yes"))" alt="\(file.description)" \
        loading="lazy"></a>
        <span class="hint">\(file.description)</span>
        """
    }

    private func length(_ file: ShownFile) -> String { file.stored.seconds.map { "，\($0) 秒" } ?? "" }

    private func size(_ file: ShownFile) -> String {
        let kilobytes = max(1, file.stored.size >> 10)
        return kilobytes < 1_024 ? "\(kilobytes) KB" : "\((kilobytes + 512) >> 10) MB"
    }
}
