import Domain
import Hummingbird
import Web

/// What is new somewhere, for programs that follow it (Atom 1.0, RFC 4287). All addresses are absolute.
struct AtomFeed: Sendable {
    struct Entry: Sendable {
        /// Path on this site, for good: it is the entry's name as well.
        var path: String
        var title: String
        var summary: String
        var author: String
        var updated: Instant
    }

    var title: String
    var subtitle: String
    /// Where people read the same.
    var page: Address
    var own: Address
    /// Newest first.
    var entries: [Entry]
    /// What an empty feed was last changed at.
    var since: Instant
    /// Of this installation, without a slash at the end.
    var site: String

    var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/atom+xml; charset=utf-8", .cacheControl: "public, max-age=300"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: xml.text)))
    }

    var xml: HTML {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
        <title>\(XMLText.clean(title))</title>
        <subtitle>\(XMLText.clean(subtitle))</subtitle>
        <id>\(site + own.text)</id>
        <updated>\((entries.map(\.updated).max() ?? since).rfc3339)</updated>
        <link rel="self" type="application/atom+xml" href="\(site + own.text)"/>
        <link rel="alternate" type="text/html" href="\(site + page.text)"/>
        <author><name>连心</name></author>
        \(each: entries, entry)</feed>

        """
    }

    private func entry(_ entry: Entry) -> HTML {
        """
        <entry>
        <title>\(XMLText.clean(entry.title))</title>
        <id>\(site + entry.path)</id>
        <updated>\(entry.updated.rfc3339)</updated>
        <link rel="alternate" type="text/html" href="\(site + entry.path)"/>
        <author><name>\(XMLText.clean(entry.author))</name></author>
        <summary>\(XMLText.clean(entry.summary))</summary>
        </entry>

        """
    }
}

/// Signs that may stand in XML 1.0; others make a whole feed unreadable.
enum XMLText {
    static func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(mayStand)))
    }

    private static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
