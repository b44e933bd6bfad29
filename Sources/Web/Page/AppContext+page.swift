import Hummingbird

extension AppContext {
    /// The whole document as an answer: `return context.page(PageFrame("说一件事"), "<h1>…</h1>")`.
    package func page(_ frame: PageFrame, _ body: HTML) -> Response {
        let document = PageDocument(frame: frame, context: self, session: exchange.read(\.session)).html(body)
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
        headers[.cacheControl] = cacheControl(frame)
        headers[.vary] = "Cookie"
        return Response(
            status: frame.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: document.bytes)))
    }

    /// A page with a form carries this browser's own token, so it is never kept by others.
    private func cacheControl(_ frame: PageFrame) -> String {
        switch frame.caching {
        case .never: return "no-store"
        case .open(let seconds):
            let isPersonal = frame.status != .ok || exchange.read { $0.session != nil || $0.formToken != nil }
            return isPersonal ? "no-store" : "public, max-age=\(seconds)"
        }
    }
}
