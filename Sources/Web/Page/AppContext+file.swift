import Hummingbird

extension AppContext {
    /// A file to be kept or opened by another program. `name` is what the browser calls it, with its ending.
    package func file(_ bytes: [UInt8], type: String, name: String) -> Response {
        let disposition = "attachment; filename*=UTF-8''\(Address.encoded(name))"
        return Response(
            status: .ok,
            headers: [.contentType: type, .contentDisposition: disposition, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
