import AsyncHTTPClient
import Domain
import NIOCore
import NIOPosix

/// Speaks to one receiver. Where its name leads is looked up and checked once, and then it is that address that is
/// spoken to: a name that leads elsewhere a moment later changes nothing.
struct WebhookCall: Sendable {
    enum Refused: Error {
        /// No such name.
        case unknown
        /// In a network that may not be spoken to.
        case forbidden
    }

    private static let connectSeconds: Int64 = 5
    private static let answerSeconds: Int64 = 10

    private let client: HTTPClient
    private let url: String

    init(_ address: WebhookAddress, allowsPrivate: Bool) async throws(Refused) {
        let found = try await Self.look(up: address)
        guard allowsPrivate || !PrivateNetwork.holds(found), let number = found.ipAddress else { throw .forbidden }
        var settings = HTTPClient.Configuration()
        settings.dnsOverride = [address.host: number]
        settings.redirectConfiguration = .disallow
        settings.timeout = .init(connect: .seconds(Self.connectSeconds), read: .seconds(Self.answerSeconds))
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
        url = address.text
    }

    /// The status of the answer; nil where there was none. What it says is not read.
    func post(_ body: [UInt8], headers: [(String, String)]) async -> Int? {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = .bytes(body)
        let response = try? await client.execute(request, timeout: .seconds(Self.answerSeconds))
        return response.map { Int($0.status.code) }
    }

    func close() async {
        try? await client.shutdown()
    }

    private static func look(up address: WebhookAddress) async throws(Refused) -> SocketAddress {
        let (host, port) = (address.host, address.port)
        let found = try? await NIOThreadPool.singleton.runIfActive {
            try SocketAddress.makeAddressResolvingHost(host, port: port)
        }
        guard let found else { throw .unknown }
        return found
    }
}
