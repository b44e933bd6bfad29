import Foundation

/// A folder of sealed files, as it is carried from one place to another. A file is never written again under its name, so
/// what is there already is the same.
struct FilesFolder {
    let path: String

    /// Every file by its name below the folder, without those that are still being written.
    var names: [String] {
        guard let found = FileManager.default.enumerator(atPath: path) else { return [] }
        var names: [String] = []
        while let name = found.nextObject() as? String {
            if found.fileAttributes?[.type] as? FileAttributeType == .typeRegular, !name.hasSuffix(".new") {
                names.append(name)
            }
        }
        return names.sorted()
    }

    /// Carries over what is not there yet. What goes meanwhile was let go by its row.
    func copy(to other: FilesFolder) throws {
        let files = FileManager.default
        for name in names where !files.fileExists(atPath: other.path + "/" + name) {
            let target = other.path + "/" + name
            try files.createDirectory(
                atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            do {
                // Beside it first: half a file must not stand under its name.
                let draft = target + ".new"
                try? files.removeItem(atPath: draft)
                try files.copyItem(atPath: path + "/" + name, toPath: draft)
                try files.moveItem(atPath: draft, toPath: target)
            } catch  where !files.fileExists(atPath: path + "/" + name) {
                continue
            }
        }
    }
}
