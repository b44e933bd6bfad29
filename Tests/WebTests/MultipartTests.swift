import Testing

@testable import Web

@Suite("When a form brings a file")
struct MultipartTests {
    private static let whole = """
        --X7\r\nContent-Disposition: form-data; name="words"\r\n\r\n第一行\r\n第二行\r\n\
        --X7\r\ncontent-disposition: form-data; name="photo"; filename="../../etc/1.jpg"\r\nContent-Type: text/html\r\n\r\n\
        ab\r\n--X\r\ncd\r\n\
        --X7\r\nContent-Disposition: form-data; name="none"; filename=""\r\n\r\n\r\n--X7--\r\n
        """

    @Test("texts and files are told apart, with what looks like a boundary inside a file")
    func read() throws {
        let sent = try Multipart(parsing: Array(Self.whole.utf8), boundary: "X7")

        #expect(sent.form["words"] == "第一行\n第二行")
        #expect(sent.files == [FormFile(name: "photo", bytes: Array("ab\r\n--X\r\ncd".utf8))])
        #expect(sent.form["none"] == "")
        #expect(sent.form["photo"]?.hasPrefix("sha256:") == true)
    }

    @Test("cut off anywhere it is refused as a whole")
    func cut() {
        let bytes = Array(Self.whole.utf8)
        for length in 0..<(bytes.count - 4) {
            #expect(throws: Unreadable.self) {
                try Multipart(parsing: Array(bytes.prefix(length)), boundary: "X7")
            }
        }
    }

    @Test("what is not UTF-8 is refused, and so are more parts than any form has")
    func refused() {
        let field = "--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
        let wrong = Array(field.utf8) + [0xC2, 0xB7, 0xB5, 0xC6] + Array("\r\n--X--".utf8)
        let many = String(repeating: field + "1\r\n", count: 61) + "--X--"

        #expect(throws: Unreadable(.encoding)) { try Multipart(parsing: wrong, boundary: "X") }
        #expect(throws: Unreadable(.form)) { try Multipart(parsing: Array(many.utf8), boundary: "X") }
    }

    @Test(
        "the boundary is taken as a browser writes it, and nothing else is a form with files",
        arguments: [
            ("multipart/form-data; boundary=----WebKitFormBoundary1", "----WebKitFormBoundary1"),
            ("Multipart/Form-Data; charset=utf-8; boundary=\"a'b\"", "a'b"), ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=a b", nil),
            ("application/x-www-form-urlencoded", nil), (nil, nil),
        ] as [(String?, String?)])
    func boundary(_ type: String?, _ boundary: String?) {
        #expect(Multipart.boundary(of: type) == boundary)
    }
}
