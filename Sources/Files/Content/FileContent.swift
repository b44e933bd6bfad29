/// What is kept of a file that was sent.
struct FileContent: Sendable {
    var kind: FileKind
    var type: FileType
    var bytes: [UInt8]
    var width: Int?
    var height: Int?
    var seconds: Int?
    var small: [UInt8]?
}
