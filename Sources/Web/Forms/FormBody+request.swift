import Hummingbird

extension FormBody {
    /// Reads the form of a request; 415 for another kind of body, 413 for too much, 400 for what cannot be read.
    static func read(from request: Request, upTo limit: Int) async throws -> FormBody {
        let buffer = try await request.bytes(upTo: limit)
        if buffer.isEmpty { return FormBody() }
        guard request.mediaType == "application/x-www-form-urlencoded" else { throw UnsupportedMediaType() }
        return try FormBody(parsing: buffer)
    }

    /// The values of a GET form, from the address.
    package static func query(of request: Request) throws(Unreadable) -> FormBody {
        guard let query = request.uri.query else { return FormBody() }
        return try FormBody(parsing: query.utf8)
    }
}

extension Request {
    /// The whole body within a limit of our own.
    func bytes(upTo limit: Int) async throws -> [UInt8] {
        if let announced = headers[.contentLength].flatMap({ Int($0) }), announced > limit { throw PayloadTooLarge() }
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limit else { throw PayloadTooLarge() }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    /// The body up to a limit, and whether that is all of it.
    func bytesBegun(upTo limit: Int) async throws -> (bytes: [UInt8], isWhole: Bool) {
        var bytes: [UInt8] = []
        for try await buffer in body {
            let room = limit - bytes.count
            bytes.append(contentsOf: buffer.readableBytesView.prefix(room))
            if buffer.readableBytes > room { return (bytes, false) }
        }
        return (bytes, true)
    }

    /// The body's type without parameters, in lower case.
    var mediaType: String? {
        headers[.contentType]?.split(separator: ";").first.map { $0.trimmed.lowercased() }
    }
}
