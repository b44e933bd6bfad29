extension Wording {
    static func of(_ organ: OrganKind) -> Wording {
        switch organ {
        case .presidium:
            Wording(
                organ: organ, name: "主席团", formalName: "乡镇人民代表大会主席团", assignVerb: "交办",
                handler: "乡镇人民政府", superior: "县级人大常委会代表工作委员会", meeting: "主席团会议", signer: "主席")
        case .streetCommittee:
            Wording(
                organ: organ, name: "街道人大工委", formalName: "人民代表大会常务委员会街道工作委员会", assignVerb: "转交",
                handler: "街道办事处", superior: "县级人大常委会代表工作委员会", meeting: "工委会议", signer: "主任")
        case .deputiesCommittee:
            Wording(
                organ: organ, name: "代表工作委员会", formalName: "人民代表大会常务委员会代表工作委员会", assignVerb: "交办",
                handler: "本级人民政府及其部门", superior: "上一级人大常委会代表工作委员会", meeting: "委员会会议",
                signer: "主任")
        case .standingCommitteeOffice:
            Wording(
                organ: organ, name: "人大常委会办公室", formalName: "人民代表大会常务委员会办公室", assignVerb: "交办",
                handler: "本级人民政府及其部门", superior: "上一级人大常委会", meeting: "主任会议", signer: "主任")
        case .townGovernment:
            Wording(
                organ: organ, name: "乡镇政府", formalName: "乡镇人民政府", assignVerb: "分办",
                handler: "村（居）民委员会", signer: "乡镇长")
        case .subdistrictOffice:
            Wording(
                organ: organ, name: "街道办", formalName: "街道办事处", assignVerb: "分办", handler: "居（村）民委员会",
                signer: "主任")
        case .government:
            Wording(
                organ: organ, name: "政府", formalName: "人民政府", assignVerb: "分办", handler: "政府部门",
                meeting: "政府常务会议")
        case .governmentOffice:
            Wording(
                organ: organ, name: "政府办", formalName: "人民政府办公室", assignVerb: "分办", handler: "政府部门",
                signer: "主任")
        case .bureau: Wording(organ: organ, name: "部门", formalName: "政府部门")
        case .villageCommittee:
            Wording(organ: organ, name: "村（居）委会", formalName: "村（居）民委员会", meeting: "委员会会议", signer: "主任")
        case .petitionOffice: Wording(organ: organ, name: "信访局", formalName: "信访部门")
        }
    }
}
