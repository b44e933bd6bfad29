import Directory
import Domain

/// The areas of the small province: real names and codes.
package enum TestPlace: String, CaseIterable, Sendable {
    case province, city, county, town, street, otherCounty, otherTown

    package var name: String {
        switch self {
        case .province: "山西省"
        case .city: "晋中市"
        case .county: "榆次区"
        case .town: "乌金山镇"
        case .street: "北关街道"
        case .otherCounty: "太谷区"
        case .otherTown: "胡村镇"
        }
    }

    package var code: String {
        switch self {
        case .province: "140000"
        case .city: "140700"
        case .county: "140702"
        case .town: "140702100"
        case .street: "140702001"
        case .otherCounty: "140703"
        case .otherTown: "140703101"
        }
    }

    var kind: DivisionKind {
        switch self {
        case .province: .province
        case .city: .city
        case .county, .otherCounty: .district
        case .town, .otherTown: .town
        case .street: .subdistrict
        }
    }

    var parent: TestPlace? {
        switch self {
        case .province: nil
        case .city: .province
        case .county, .otherCounty: .city
        case .town, .street: .county
        case .otherTown: .otherCounty
        }
    }

    /// The station that stands here. The province has none: what no station takes goes no further than the city's.
    package var station: (code: String, name: String, level: StationLevel)? {
        switch self {
        case .province: nil
        case .city: ("JZ000", "晋中市代表联络总站", .city)
        case .county: ("YC000", "榆次区代表联络中心站", .county)
        case .town: ("YC100", "乌金山镇代表联络站", .township)
        case .street: ("YC001", "北关街道代表联络站", .township)
        case .otherCounty: ("TG000", "太谷区代表联络中心站", .county)
        case .otherTown: ("TG101", "胡村镇代表联络站", .township)
        }
    }
}
