import Hummingbird

extension Response {
    /// A file that somebody sent once. A browser shows it as what it is or saves it, and runs nothing in it, whatever a
    /// reader might find: it gets no rights of this site.
    package static func file(
        _ bytes: [UInt8], _ mediaType: String, named name: String, isShown: Bool = true, caching: String = "no-store"
    ) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: mediaType,
                .contentDisposition: "\(isShown ? "inline" : "attachment"); filename=\"\(name)\"",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
                .init("Cross-Origin-Resource-Policy")!: "same-origin",
                .cacheControl: caching,
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
