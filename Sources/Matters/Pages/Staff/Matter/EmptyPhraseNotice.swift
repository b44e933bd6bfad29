import Domain
import Web

/// 空话套话 in a reply, pointed at for whoever may send it back; she decides.
struct EmptyPhraseNotice {
    let texts: [ShownText]

    var html: HTML {
        let found = EmptyPhrases.found(in: texts.map(\.text).joined(separator: "\n"))
        guard !found.isEmpty else { return HTML() }
        return Notice.warning(
            """
            <p>答复里有空话：\(found.map { "“\($0)”" }.joined(separator: "、"))。没有说清做了什么、哪一天、谁负责的，\
            可以退回一次。</p>
            """)
    }
}
