import Database
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

    /// Two parts around one that somebody made up.
    private static func form(_ part: String) -> [UInt8] {
        let field = "--X7\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\n路灯不亮"
        return Array("\(field)\r\n\(part)\r\n--X7--\r\n".utf8)
    }

    @Test(
        "what no browser sends is refused as a whole",
        arguments: [
            // A boundary inside a boundary's line, a line end that is none, a second head.
            "--X7 \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
            "--X7\nContent-Disposition: form-data; name=\"a\"\n\n1",
            "--X7\r\n\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--X7\r\n1",
            "--X7\r\nContent-Disposition: form-data;\r\n name=\"a\"\r\n\r\n1",
            "--X7\r\nX: 1\rContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1",
            // Names: twice, none, NUL, a line of their own, too long.
            "--X7\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=\"a\"; filename=\"1\"; filename=\"2\"\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=\"a\u{0}b\"\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=a\r\n\r\n1",
            "--X7\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1",
            "--X7\r\nContent-Type: text/plain\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=\"\(String(repeating: "a", count: 101))\"\r\n\r\n1",
            // A head that goes on and on, and a content folded once more.
            "--X7\r\nX: \(String(repeating: "a", count: 5_000))\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
            "--X7\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==",
        ])
    func strange(_ part: String) {
        #expect(throws: Unreadable(.form)) { try Multipart(parsing: Self.form(part), boundary: "X7") }
    }

    @Test("several files in one field, the same name twice and any characters in a file's name are what browsers send")
    func usual() throws {
        let field = "--X7\r\nContent-Disposition: form-data; name=\"photo\"; filename=\""
        var bytes = Array(field.utf8) + [0xD5, 0xD5, 0xC6, 0xAC] + Array(".jpg\"\r\n\r\n1\r\n".utf8)
        bytes += Array("\(field)照片;\u{202E}gpj.exe\"\r\n\r\n2\r\n".utf8)
        bytes += Array("--X7\r\nContent-Disposition: form-data; name=\"co\"\r\n\r\n3\r\n".utf8)
        bytes += Array("--X7\r\nContent-Disposition: form-data; name=\"co\"\r\n\r\n4\r\n--X7--".utf8)

        let sent = try Multipart(parsing: bytes, boundary: "X7")

        #expect(sent.files == [FormFile(name: "photo", bytes: [0x31]), FormFile(name: "photo", bytes: [0x32])])
        #expect(sent.form.all("co") == ["3", "4"] && sent.form.all("photo").count == 2)
    }

    @Test("bytes behind the end, too many files and too much text are refused")
    func tooMuch() {
        let field = "--X\r\nContent-Disposition: form-data; name=\"a\""
        let file = field + "; filename=\"1\"\r\n\r\n1\r\n"
        let long = field + "\r\n\r\n" + String(repeating: "1", count: 200_000) + "\r\n"
        for body in [
            file + "--X--\r\nmore", file + "--X--x", String(repeating: file, count: 13) + "--X--",
            long + long + "--X--",
        ] {
            #expect(throws: Unreadable(.form)) { try Multipart(parsing: Array(body.utf8), boundary: "X") }
        }
    }

    @Test("of a form that is too large the words in front of the photo are kept")
    func begun() {
        let bytes = Self.form("--X7\r\nContent-Disposition: form-data; name=\"p\"; filename=\"1\"\r\n\r\n123456789")
        #expect(Multipart.texts(ofBegun: Array(bytes.prefix(bytes.count - 20)), boundary: "X7")["words"] == "路灯不亮")
        #expect(Multipart.texts(ofBegun: Array(bytes.prefix(60)), boundary: "X7").fields.isEmpty)
    }

    @Test("a place beyond the end is found nowhere, and one at the end is")
    func position() {
        let bytes: [UInt8] = [1, 2, 1, 2, 3]
        #expect(bytes.position(of: [1, 2, 3], from: 0) == 2 && bytes.position(of: [1, 2], from: 1) == 2)
        #expect(bytes[2...].position(of: [1, 2], from: 2) == 2 && bytes.position(of: [3, 4], from: 0) == nil)
        #expect(bytes.position(of: [3], from: 5) == nil && [UInt8]().position(of: [3], from: 0) == nil)
    }

    @Test("memory for bodies ends, and comes back when they are answered")
    func budget() async throws {
        let budget = BodyBudget(most: 100)
        try await budget.hold(60) {
            await #expect(throws: DatabaseError.busy) { try await budget.hold(50) {} }
            try await budget.hold(40) {}
        }
        try await budget.hold(100) {}
    }

    @Test(
        "the boundary is taken as a browser writes it, and nothing else is a form with files",
        arguments: [
            ("multipart/form-data; boundary=----WebKitFormBoundary1", "----WebKitFormBoundary1"),
            ("Multipart/Form-Data; charset=utf-8; boundary=\"a'b\"", "a'b"), ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=a; boundary=b", nil),
            ("multipart/form-data; boundary=a b", nil),
            ("application/x-www-form-urlencoded", nil), (nil, nil),
        ] as [(String?, String?)])
    func boundary(_ type: String?, _ boundary: String?) {
        #expect(Multipart.boundary(of: type) == boundary)
    }
}
