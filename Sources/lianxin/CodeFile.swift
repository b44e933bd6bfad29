import Foundation

/// A new file for activation codes that only its owner can read.
struct CodeFile {
    private let path: String
    private let handle: FileHandle

    init(_ path: String) throws {
        self.path = path
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw Complaint("文件 \(path) 不能新建，它可能已经存在") }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
    }

    /// Takes it away again where no codes were written: the next try would find a file in its way.
    func removeIfEmpty() {
        guard (try? handle.offset()) == 0 else { return }
        try? FileManager.default.removeItem(atPath: path)
    }
}
