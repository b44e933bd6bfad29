extension ScannedText {
    /// The room within a building, which points at one household: `501室`, `3号楼2单元501`. Street and building stay,
    /// without them nobody could mend the lamp.
    func room(at start: Int) -> MaskMatch? {
        let length = groupLength(at: start, upTo: 5)
        guard (3...4).contains(length) else { return nil }
        let end = start + length
        if self[end] == "室" { return MaskMatch(kind: .room, end: end) }
        let before = isSeparator(at: start - 1) ? start - 1 : start
        guard !continues(at: end, with: ScannedText.units) else { return nil }
        // 2单元501户 is one household, 3栋200户 are two hundred.
        let isRoom =
            ends(with: "单元", at: before)
            || (["号楼", "栋", "幢"].contains { ends(with: $0, at: before) } && self[end] != "户")
        return isRoom ? MaskMatch(kind: .room, end: end) : nil
    }

    private static let units = [
        "平", "米", "元", "人", "多", "余", "年", "个", "家", "层", "台", "辆", "万", "套", "间", "%", ".", "-",
    ]
}
