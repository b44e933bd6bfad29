import Foundation

/// A machine that hangs: it takes calls and says nothing.
struct SilentHost {
    let port: Int
    private let file: Int32

    init() throws {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(file, $0, size) == 0 && listen(file, 8) == 0 && getsockname(file, $0, &size) == 0
            }
        }
        guard isListening else { throw CocoaError(.fileReadUnknown) }
        self.file = file
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    func leave() { close(file) }
}
