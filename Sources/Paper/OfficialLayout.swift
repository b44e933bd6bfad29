/// 公文格式 (GB/T 9704-2012): the measures of an official letter, in millimetres and points. One place for the editable
/// file, the print page and the tests.
package enum OfficialLayout {
    /// A4.
    package static let width = 210.0
    package static let height = 297.0
    /// 天头 37 mm, 订口 28 mm; the type area (版心) is 156 by 225 mm.
    package static let top = 37.0
    package static let left = 28.0
    package static let right = width - left - 156
    package static let bottom = height - top - 225
    /// The page number stands 7 mm below the type area; this is from the paper's edge to its foot.
    static let numberFoot = bottom - 7 - 5

    /// 每面 22 行，每行 28 字. 3号 is 16 points, 2号 22, 4号 14, 小初 36.
    package static let linesOnPage = 22
    package static let charactersInLine = 28
    package static let linePoints = 28.95
    package static let bodyPoints = 16.0
    package static let titlePoints = 22.0
    package static let numberPoints = 14.0

    /// Twentieths of a point, in which the file measures everything.
    static func twips(millimetres: Double) -> Int { Int((millimetres / 25.4 * 1440).rounded()) }
    static func twips(points: Double) -> Int { Int((points * 20).rounded()) }
    static func halfPoints(_ points: Double) -> Int { Int((points * 2).rounded()) }

    /// What is taken from each character so that 28 of them fill the line, in 4096ths of a point.
    static var characterSpace: Int {
        let line = 156 / 25.4 * 72
        return Int(((line / Double(charactersInLine) - bodyPoints) * 4096).rounded())
    }

    /// 发文机关标志 as large as it fits on one line, 62 points at most: the long name of a working committee is small.
    static func headPoints(_ name: String) -> Double {
        let line = 156 / 25.4 * 72
        return min(62, (line / Double(max(1, name.count))).rounded(.down))
    }
}
