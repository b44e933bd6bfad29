import Hummingbird

/// An API answer.
package struct JSONResponse<Value: Encodable & Sendable>: ResponseGenerator, Sendable {
    private let value: Value
    private let status: HTTPResponse.Status
    private let headers: HTTPFields

    package init(_ value: Value, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        self.value = value
        self.status = status
        self.headers = headers
    }

    package func response(from request: Request, context: some RequestContext) throws -> Response {
        let data = try JSONText.data(value)
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}
