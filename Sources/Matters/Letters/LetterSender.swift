import Directory
import Domain
import Record

/// In whose name somebody writes about a matter: the station's organ to the reporter, one's own office to a handler.
struct LetterSender: Sendable {
    let organ: Organ
    let grant: Grant

    /// Nil where none of the grants lets this person write such a letter. Who wrote the matter down writes none for that.
    init?(_ kind: Letter, of signed: Principal.Signed, about matter: Matter, atlas: Atlas) {
        for grant in signed.grants {
            var alone = signed
            alone.grants = [grant]
            let relations = MatterRelations(matter: matter, registeredBy: nil, atlas: atlas)
                .all(of: .account(alone))
            guard matter.mayWrite(kind, Set(relations.keys)), let organ = Self.organ(of: grant, matter, atlas) else {
                continue
            }
            self.organ = organ
            self.grant = grant
            return
        }
        return nil
    }

    private static func organ(of grant: Grant, _ matter: Matter, _ atlas: Atlas) -> Organ? {
        switch grant.place {
        case .organ(let id): atlas.organ(id)
        case .station: atlas.station(matter.station).flatMap { atlas.organ($0.organ) }
        case .area: nil
        }
    }

    /// The full name under a letter.
    func name(in atlas: Atlas) -> String {
        let division = atlas.division(organ.division)
        let above = division?.parent.flatMap(atlas.division)
        return Wording(organ.kind).signature(
            division: division?.name ?? "", above: above?.name ?? "", ownName: organ.name)
    }

    /// 机关代字 until the organ says otherwise: the place, what the organ is, and 意 for opinions.
    func proposedWord(in atlas: Atlas) -> String {
        let name = atlas.division(organ.division)?.name ?? ""
        let endings = ["街道", "镇", "乡", "自治县", "县", "区", "市", "省"]
        let ending = endings.first { name.count > $0.count + 1 && name.hasSuffix($0) }
        return name.dropLast(ending?.count ?? 0) + Self.kindWord(organ.kind) + "意字"
    }

    private static func kindWord(_ kind: OrganKind) -> String {
        switch kind {
        case .presidium: "人大"
        case .streetCommittee: "人大工委"
        case .deputiesCommittee: "人大代"
        case .standingCommitteeOffice: "人大办"
        case .government, .townGovernment: "政"
        case .subdistrictOffice: "办"
        case .governmentOffice: "政办"
        case .bureau: "局"
        case .villageCommittee: "村"
        case .petitionOffice: "信"
        }
    }
}
