import Foundation

/// A new file for activation codes that only its owner can read.
struct CodeFile {
    private let handle: FileHandle

    init(_ path: String) throws {
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw Complaint("文件 \(path) 不能新建，它可能已经存在") }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ bytes: [UInt8]) throws {
        try handle.write(contentsOf: Data(bytes))
    }
}
