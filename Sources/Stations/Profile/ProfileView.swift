import Domain
import Web

struct ProfileView {
    let duty: StationDuty
    let profile: StationProfile?
    let parts: FormParts
    let publishing: FormParts
    let today: Day

    private var address: DeskAddress { DeskAddress(code: duty.station.code) }
    private var version: Int64 { profile?.version ?? 0 }

    var html: HTML {
        """
        <h1>写联络站概况</h1>
        <p class="lead">\(duty.station.name)</p>
        \(parts.summary)
        \(state)
        \(parts.form(action: address.profile.text, version: version, submit: "保存，等站长审核", keep: "profile", fields))
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private var state: HTML {
        guard let profile else { return HTML() }
        guard let draft = profile.draft else {
            return profile.review.map { ReviewLine(review: $0, today: today).html } ?? HTML()
        }
        guard duty.mayPublish else { return Notice.info("下面的内容在等站长审核，公众页面上还是原来的。") }
        return """
            <h2>等您审核</h2>
            \(DefinitionList([
                ("位置和怎么走", "\(draft.location)"), ("服务范围", "\(draft.surroundings)"), ("制度", "\(draft.systems)"),
            ]).html)
            \(publishing.form(
                action: address.profilePublication.text, version: version, submit: "审核并发布",
                "<p>发布后人人都能看到，并写上审核人：\(duty.signed.name)。</p>"))
            <h2>修改</h2>
            """
    }

    private var fields: HTML {
        let words = profile?.draft ?? profile?.published
        let everybody = "人人都能看到"
        return """
            \(parts.textArea(
                "location", "位置和怎么走", value: words?.location ?? duty.station.address, rows: 3,
                notes: FieldNotes(hint: "在哪栋楼哪一层，坐什么车，有没有坡道", seenBy: everybody)))
            \(parts.textArea(
                "surroundings", "服务范围", value: words?.surroundings ?? "", rows: 3,
                notes: FieldNotes(hint: "服务哪些村、社区，周边是什么情况", seenBy: everybody)))
            \(parts.textArea(
                "systems", "制度", value: words?.systems ?? "", rows: 8,
                notes: FieldNotes(hint: "接待、活动、联系选民怎么安排；全文可以另写一篇“制度”", seenBy: everybody)))
            """
    }
}
