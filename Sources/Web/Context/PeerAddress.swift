import Domain

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Whom a rate limit counts together.
enum PeerAddress {
    /// An IPv4 address as it is. Of an IPv6 address the first 64 bits: a household has as many of the rest as it likes.
    /// What is no address stays as it came.
    static func counted(_ text: String) -> String {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return text }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return text }
        let bytes = withUnsafeBytes(of: six) { Array($0) }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped { return bytes.suffix(4).map(String.init).joined(separator: ".") }
        return bytes.prefix(8).hex + "/64"
    }
}
