import CQRencode

/// A square of dots that a telephone's camera reads, drawn as SVG by the server.
package struct QRCode: Sendable {
    private let width: Int
    private let isDark: [Bool]

    /// Nil where the text is empty or too long (about 2,300 bytes) for one square.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty,
            let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        isDark = (0..<width * width).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// With the four white modules around it that the standard asks for; `label` is read out in its place.
    package func svg(label: String) -> HTML {
        """
        <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(width + 8) \(width + 8)" \
        shape-rendering="crispEdges" xmlns="http://www.w3.org/2000/svg">\
        <path fill="#fff" d="M0 0h\(width + 8)v\(width + 8)H0z"/><path fill="#000" d="\(path)"/></svg>
        """
    }

    /// Runs of dark dots, row by row.
    private var path: String {
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                guard isDark[y * width + x] else {
                    x += 1
                    continue
                }
                let start = x
                while x < width, isDark[y * width + x] { x += 1 }
                path += "M\(start + 4) \(y + 4)h\(x - start)v1H\(start + 4)z"
            }
        }
        return path
    }
}
