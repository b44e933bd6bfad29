import Database

/// Where what keeps a processor or a disk waiting is done, so that it keeps nobody else waiting.
enum FileDesk {
    /// Pictures: two processors' worth of work, and some hundred megabytes at most.
    static let pictures = Lanes("pictures", atOnce: 2, mostWaiting: 24, refusal: DatabaseError.busy)
    static let disk = Lanes("files", atOnce: 4, mostWaiting: 512, refusal: DatabaseError.busy)
}
