import Database
import Domain
import Record

/// What can be brought in from a file, in the order in which a new installation needs it.
package enum ImportKind: String, CaseIterable, Sendable {
    case divisions, organs, stations, points, deputies, accounts

    package var chinese: String {
        switch self {
        case .divisions: "行政区划"
        case .organs: "机构"
        case .stations: "代表联络站"
        case .points: "联络点"
        case .deputies: "人大代表"
        case .accounts: "账号"
        }
    }

    /// A file to fill in: header, one row to look at, the meaning of each column.
    package var template: String {
        switch self {
        case .divisions: DivisionColumn.template
        case .organs: OrganColumn.template
        case .stations: StationColumn.template
        case .points: PointColumn.template
        case .deputies: DeputyColumn.template
        case .accounts: AccountColumn.template
        }
    }

    func plan(_ file: CSVFile, _ ground: ImportGround, in db: Transaction, ids: inout IDs) throws -> ImportPlan {
        switch self {
        case .divisions: try DivisionImport.plan(ImportSheet(file), ground, ids: &ids)
        case .organs: try OrganImport.plan(ImportSheet(file), ground, ids: &ids)
        case .stations: try StationImport.plan(ImportSheet(file), ground, ids: &ids)
        case .points: try PointImport.plan(ImportSheet(file), ground, in: db, ids: &ids)
        case .deputies: try DeputyImport.plan(ImportSheet(file), ground, in: db, ids: &ids)
        case .accounts: try AccountImport.plan(ImportSheet(file), ground, in: db, ids: &ids)
        }
    }
}
