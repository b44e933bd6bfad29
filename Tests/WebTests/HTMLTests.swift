import Domain
import Testing

@testable import Web

@Suite("When a page is written")
struct HTMLTests {
    @Test("text is escaped, nested markup is not")
    func escaping() {
        let typed = "<script>alert('x' & \"y\")</script>"
        let inner: HTML = "<b>\(typed)</b>"

        let page: HTML = "<p>\(inner) \(42)</p>"

        #expect(
            page.text
                == "<p><b>&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;</b> 42</p>")
    }

    @Test("a value cannot leave its attribute")
    func attributes() {
        let typed = "\" onfocus=\"x"

        let field: HTML = "<input value=\"\(typed)\"\(flag: "checked", true)\(flag: "disabled", false)>"

        #expect(field.text == "<input value=\"&quot; onfocus=&quot;x\" checked>")
    }

    @Test("an attribute without a value is left out")
    func missingAttribute() {
        let none: String? = nil

        let html: HTML = "<i\(attribute: "id", "a&b")\(attribute: "class", none)></i>"

        #expect(html.text == "<i id=\"a&amp;b\"></i>")
    }

    @Test("lists, conditions and what is not there")
    func pieces() {
        let nothing: HTML? = nil

        let html: HTML = """
            <ul>\(each: ["甲", "<乙>"], { "<li>\($0)</li>" })</ul>\(if: false, "<p></p>")\(nothing)\
            \([1, 2].html { "<b>\($0)</b>" })
            """

        #expect(html.text == "<ul><li>甲</li><li>&lt;乙&gt;</li></ul><b>1</b><b>2</b>")
    }

    @Test(
        "an address that runs or leads elsewhere becomes #",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
            "\njavascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example/", "/\\evil.example/",
            "\\\\evil.example", "/\t/evil.example", "file:/etc/passwd",
        ])
    func harmfulAddresses(_ address: String) {
        #expect(("<a href=\"\(address: address)\">" as HTML).text == "<a href=\"#\">")
    }

    @Test(
        "an address of ours stays, with what has no place in it encoded",
        arguments: [
            ("/matters/1407-2026-000123-7", "/matters/1407-2026-000123-7"),
            ("/search?q=路灯&after=x", "/search?q=%E8%B7%AF%E7%81%AF&amp;after=x"),
            ("/a\"b'<c>", "/a%22b%27%3Cc%3E"), ("/x?q=%E8%B7%AF", "/x?q=%E8%B7%AF"), ("#words", "#words"),
            ("tel:0354-0000000", "tel:0354-0000000"), ("https://example.org/", "https://example.org/"),
            ("/a:b", "/a:b"),
        ])
    func harmlessAddresses(_ address: String, _ drawn: String) {
        #expect(("\(address: address)" as HTML).text == drawn)
    }

    @Test("only a path of this site is a place to return to")
    func localAddresses() {
        #expect(Address.local("/today?late=1") == "/today?late=1")
        #expect(Address.local("https://evil.example/") == nil)
        #expect(Address.local("//evil.example/") == nil)
        #expect(Address.local("/a\r\nSet-Cookie: x=y") == nil)
        #expect(Address.local(nil) == nil)
    }

    @Test("a built address encodes its values and replaces one of the same name")
    func builtAddress() {
        let address = Address("/ledger").with("area", "榆次&区").with("after", "a").with("after", "b").with("x", nil)

        #expect(address.text == "/ledger?area=%E6%A6%86%E6%AC%A1%26%E5%8C%BA&after=b")
    }
}
