import Foundation
import Hummingbird

extension Problem {
    /// RFC 9457, with our code, the fields and the reference beside the standard's members.
    private struct Body: Encodable {
        struct Field: Encodable {
            var field: String
            var message: String
        }

        var type: String
        var title: String
        var status: Int
        var code: String
        var detail: String
        var errors: [Field]
        var reference: String
    }

    func json(_ context: AppContext) -> Response {
        let words = Messages.forPrograms(code, headers[.retryAfter]) ?? (title, detail)
        let body = Body(
            type: "about:blank", title: words.title, status: Int(status.code), code: code, detail: words.detail,
            errors: fields.map { Body.Field(field: $0.name, message: $0.message) }, reference: context.reference)
        var headers = headers
        headers[.contentType] = "application/problem+json; charset=utf-8"
        headers[.cacheControl] = "no-store"
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        let bytes = (try? JSONText.data(body)) ?? Data("{}".utf8)
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
