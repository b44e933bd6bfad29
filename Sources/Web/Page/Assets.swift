import Crypto
import Domain
import Foundation
import Hummingbird

/// Style sheet, script and icon, read once at start. Their address holds their hash, so browsers may keep them for good.
package struct Assets: Sendable {
    private struct File: Sendable {
        var hash: String
        var type: String
        var bytes: ByteBuffer
    }

    /// What an address may be asked for; nothing else is ever read from the disk.
    private static let names = [
        "lianxin.css": "text/css; charset=utf-8",
        "lianxin.js": "text/javascript; charset=utf-8",
        "lianxin.svg": "image/svg+xml",
        "reply.js": "text/javascript; charset=utf-8",
        "say.js": "text/javascript; charset=utf-8",
        "voice.js": "text/javascript; charset=utf-8",
        "slip.js": "text/javascript; charset=utf-8",
        "copy.js": "text/javascript; charset=utf-8",
        "paper.css": "text/css; charset=utf-8",
    ]

    private let files: [String: File]

    /// Reads the files that lie beside the program.
    package static func load() throws -> Assets {
        try Assets(directory: Bundle.module.bundleURL.appendingPathComponent("Assets"))
    }

    init(directory: URL) throws {
        var files: [String: File] = [:]
        for (name, type) in Assets.names {
            let data = try Data(contentsOf: directory.appendingPathComponent(name))
            let hash = SHA256.hash(data: data).prefix(8).hex
            files[name] = File(hash: hash, type: type, bytes: ByteBuffer(bytes: data))
        }
        self.files = files
    }

    /// Where a page finds a file.
    package func address(_ name: String) -> String {
        "/assets/\(files[name]?.hash ?? "0")/\(name)"
    }

    /// A style sheet of ours inside a page that is printed without a browser and can fetch nothing.
    package func style(_ name: String) -> HTML {
        var element: HTML = "<style>"
        element.bytes += files[name].map { Array($0.bytes.readableBytesView) } ?? []
        return element + "</style>"
    }

    /// A page kept from before an update still asks for the old hash: it gets today's file, not to be kept.
    func response(hash: String, name: String) throws(NotFound) -> Response {
        guard let file = files[name] else { throw NotFound() }
        let isCurrent = file.hash == hash
        return Response(
            status: .ok,
            headers: [
                .contentType: file.type,
                .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
            ],
            body: ResponseBody(byteBuffer: file.bytes))
    }
}
