import AsyncHTTPClient
import Foundation
import NIOCore

/// One question to another program's server, and what may have become of it.
struct HTTPPost: Sendable {
    enum Reply: Sendable {
        case answered(status: Int, body: Data, retryAfter: Int?)
        /// Nothing was sent.
        case noConnection
        /// It may have arrived.
        case noAnswer
    }

    private static let seconds: Int64 = 15
    private static let most = 64 * 1024
    /// A host that refuses is not knocked at again for as long as a request may take: our own waiting does that.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    static func post(_ url: String, headers: [(String, String)], body: [UInt8]) async -> Reply {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(body)
        return await ask(request)
    }

    static func get(_ url: String) async -> Reply {
        await ask(HTTPClientRequest(url: url))
    }

    private static func ask(_ request: HTTPClientRequest) async -> Reply {
        do {
            let response = try await client.execute(request, timeout: .seconds(seconds))
            let body = try await response.body.collect(upTo: most)
            return .answered(
                status: Int(response.status.code), body: Data(body.readableBytesView),
                retryAfter: response.headers.first(name: "retry-after").flatMap { Int($0) })
        } catch let error as HTTPClientError {
            switch error {
            case .connectTimeout, .invalidURL, .emptyHost, .emptyScheme, .tlsHandshakeTimeout,
                .getConnectionFromPoolTimeout:
                return .noConnection
            case _: return .noAnswer
            }
        } catch {
            // Refused connections and names that do not exist come as errors of the layer below.
            return isBeforeSending(error) ? .noConnection : .noAnswer
        }
    }

    private static func isBeforeSending(_ error: any Error) -> Bool {
        // An address that is a number is knocked at once, without the names that NIOConnectionError gathers.
        if let error = error as? IOError {
            return [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL].contains(error.errnoCode)
        }
        let name = String(reflecting: type(of: error))
        return name.contains("NIOConnectionError") || name.contains("NIOSSL") || name.contains("SocketAddressError")
    }
}

extension HTTPPost.Reply {
    /// A value out of a JSON answer by its way, such as `data.id`; numbers and booleans as they are written.
    static func value(at path: String, in body: Data) -> String? {
        var found: Any? = try? JSONSerialization.jsonObject(with: body)
        for key in path.split(separator: ".") { found = (found as? [String: Any])?[String(key)] }
        switch found {
        case let text as String: return text
        case let number as NSNumber: return number.stringValue
        case _: return nil
        }
    }
}
