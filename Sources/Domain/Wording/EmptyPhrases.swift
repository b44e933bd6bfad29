/// 空话套话: what an answer says when it says nothing (the complaint that replies are empty phrases). A machine only
/// points at them: the handler while she writes, the deputy while she checks; a person decides (代表可以退回一次).
package enum EmptyPhrases {
    /// Looked for as they stand. Example: “已收到，正在研究，请耐心等待” holds three of them.
    package static let all = [
        "正在研究", "研究研究", "高度重视", "尽快处理", "尽快解决", "尽快落实", "按有关规定", "按照有关规定", "依法依规处理",
        "逐步解决", "逐步完善", "积极协调", "加强管理", "加大力度", "进一步加强", "耐心等待", "敬请谅解", "会同有关部门",
        "列入议事日程", "条件成熟时", "适时解决", "酌情", "已经收到", "已收悉", "感谢您的关心", "感谢关注",
    ]

    /// Those in a text, each once, in the order of the list.
    package static func found(in text: String) -> [String] {
        all.filter { text.contains($0) }
    }
}
