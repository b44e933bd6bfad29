import Database
import Domain
import Foundation
import Web

/// Makes PDF files by WeasyPrint, a program of its own: it gets the page by its input and fetches nothing.
package struct PDFPress: Sendable {
    /// Visitors have a turn of their own, so that they never stand in the way of offices.
    package enum Lane: Sendable {
        case visitors, offices
    }

    /// The lanes of a process; a test has some of its own.
    package struct Lanes: Sendable {
        package static let ofThisProcess = Lanes()

        let visitors = one("visitors")
        let offices = one("offices")

        /// One at a time; a few wait, more are told to come again.
        private static func one(_ name: String) -> Database.Lanes {
            Database.Lanes(
                "pdf.\(name)", atOnce: 1, mostWaiting: 4,
                refusal: Refusal(
                    .conflict, code: "pdf-busy", "现在做 PDF 的人多。请过一会儿再试，或者打开打印页用浏览器打印。"))
        }
    }

    /// One page takes a second or two; a book of slips some more.
    private static let seconds = 60

    private let program: String
    private let lanes: Lanes

    /// `program`: where WeasyPrint is, as the operator set it.
    package init(program: String, lanes: Lanes = .ofThisProcess) {
        self.program = program
        self.lanes = lanes
    }

    /// Refuses where files cannot be made on this machine at all.
    package func check() throws(Refusal) {
        guard FileManager.default.isExecutableFile(atPath: program) else { throw PDFPress.missing }
    }

    /// Refused in words where the program is missing or fails, or too many wait.
    package func print(_ document: PrintedDocument, in lane: Lane) async throws -> [UInt8] {
        try check()
        let turns =
            switch lane {
            case .visitors: lanes.visitors
            case .offices: lanes.offices
            }
        let (program, page) = (program, Data(document.html.text.utf8))
        return try await turns.run { try PDFPress.convert(page, by: program) }
    }

    private static let missing = Refusal(
        .conflict, code: "no-pdf",
        "这台服务器没有装制作 PDF 的程序（WeasyPrint）。请打开打印页，用浏览器的“打印”，在打印机里选“另存为 PDF”。")

    private static let failed = Refusal(
        .conflict, code: "pdf-failed", "PDF 没有做出来。请过一会儿再试，或者打开打印页用浏览器打印。")

    /// Waits for the process: to be called in a turn, which has a thread of its own.
    private static func convert(_ page: Data, by program: String) throws -> [UInt8] {
        // Files without a name instead of pipes: nobody waits for the other side, and nothing is left behind.
        let (input, output) = (try namelessFile(), try namelessFile())
        defer {
            try? input.close()
            try? output.close()
        }
        try input.write(contentsOf: page)
        try input.seek(toOffset: 0)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["--quiet", "--encoding", "utf-8", "--base-url", "about:invalid", "-", "-"]
        process.currentDirectoryURL = FileManager.default.temporaryDirectory
        process.environment = [
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": FileManager.default.temporaryDirectory.path,
        ]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard try finishes(process) else { throw failed }
        try output.seek(toOffset: 0)
        let bytes = [UInt8](try output.readToEnd() ?? Data())
        guard bytes.starts(with: Array("%PDF-".utf8)) else { throw failed }
        return bytes
    }

    private static func finishes(_ process: Process) throws -> Bool {
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + .seconds(seconds)) == .success else {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            return false
        }
        return process.terminationStatus == 0
    }

    private static func namelessFile() throws -> FileHandle {
        let path = FileManager.default.temporaryDirectory.appending(path: "lianxin-\(UUID().uuidString)").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failed }
        unlink(path)
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
