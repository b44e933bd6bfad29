/// Kinds of organ that take part in a matter.
package enum OrganKind: String, CaseIterable, Sendable {
    /// 乡镇人大主席团
    case presidium
    /// 乡镇人民政府
    case townGovernment
    /// 街道人大工委, a body of the county's standing committee (地方组织法 59)
    case streetCommittee
    /// 街道办事处
    case subdistrictOffice
    /// 人大常委会代表工作委员会, the office that assigns at county, city and province
    case deputiesCommittee
    /// 人大常委会办公室
    case standingCommitteeOffice
    /// 人民政府
    case government
    /// 政府办公室: hands on to the bureau in charge
    case governmentOffice
    /// 政府部门
    case bureau
    /// 村（居）民委员会
    case villageCommittee
    /// 信访局
    case petitionOffice
}

/// Kinds of station.
package enum StationLevel: String, CaseIterable, Sendable {
    /// 总站 of the province, 总站 of a city, 中心站 of a county, a town's or street's, a village's.
    case province, city, county, township, village
}
