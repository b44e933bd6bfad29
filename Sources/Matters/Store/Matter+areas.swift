import Directory
import Domain

extension Matter {
    /// The areas that may know of it, nearest first: its place and those around it, above whom it is about.
    func knowingAreas(in atlas: Atlas) -> [Division] {
        atlas.lineage(of: area).filter { $0.level >= lowestLevel }
    }
}
