import Foundation
import NIOCore

/// Where a receiver listens. Only such addresses as lead out of the building, unless the operator allows others: a form
/// must not make this machine speak to what stands behind its firewall (SSRF).
package struct WebhookAddress: Hashable, Sendable {
    package let text: String
    let host: String
    let port: Int
    let isEncrypted: Bool

    /// Nil for what is no address of the web, or one with a password in it. Without encryption only where the own network
    /// is allowed, too.
    package init?(_ typed: String, allowsPrivate: Bool) {
        guard typed.utf8.count <= 500, let parts = URLComponents(string: typed),
            let scheme = parts.scheme?.lowercased(), let host = parts.host, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.fragment == nil,
            scheme == "https" || (scheme == "http" && allowsPrivate)
        else { return nil }
        text = typed
        isEncrypted = scheme == "https"
        self.host = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        port = parts.port ?? (isEncrypted ? 443 : 80)
        guard (1...65_535).contains(port) else { return nil }
    }

    /// As it was stored: it was checked when it was saved, and where it leads is checked at each sending.
    init?(stored: String) {
        self.init(stored, allowsPrivate: true)
    }
}

/// Numbers of the network that lead to nobody outside.
enum PrivateNetwork {
    /// Whether this address may not be spoken to by order of a form.
    static func holds(_ address: SocketAddress) -> Bool {
        switch address {
        case .v4(let inner): holds(v4: withUnsafeBytes(of: inner.address.sin_addr) { [UInt8]($0) })
        case .v6(let inner): holds(v6: withUnsafeBytes(of: inner.address.sin6_addr) { [UInt8]($0) })
        case .unixDomainSocket: true
        }
    }

    /// After the registry of special addresses (RFC 6890).
    static func holds(v4 bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (192, 168, _): true
        case (100, 64...127, _), (172, 16...31, _), (198, 18...19, _): true
        case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): true
        case (224...255, _, _): true
        case _: false
        }
    }

    /// Only what is handed out to the world; an address of the older kind inside one is looked at itself.
    static func holds(v6 bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0x20, 0x02]) { return holds(v4: Array(bytes[2..<6])) }
        if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x20, 0x01, 0x00]) { return true }
        return !(0x20...0x3F).contains(bytes[0])
    }
}
