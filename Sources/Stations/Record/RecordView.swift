import Directory
import Domain
import Web

/// The form of a whole occasion.
struct RecordView {
    let shown: RecordQuery.Shown
    let kind: RecordKind
    let rows: Int
    /// 再加一位 was pressed: the last row is for whoever is to be written down now.
    var hasMore = false
    let parts: FormParts

    private var station: Station { shown.duty.station }
    private var address: DeskAddress { DeskAddress(code: station.code) }

    var html: HTML {
        """
        <h1>\(kind.title)</h1>
        <p class="lead">\(station.name)\(occasion)</p>
        \(parts.summary)
        \(content)
        <p><a href="\(address: address.desk)">回到本站</a></p>
        """
    }

    private var occasion: HTML {
        guard let reception = shown.reception else { return HTML() }
        return """
            ，\(ReceptionWords.dayAndDistance(reception.day, from: shown.today))，\(reception.hours.chinese)，\(reception.place)
            """
    }

    private var content: HTML {
        if let reception = shown.reception {
            if reception.isCancelled { return Notice.info("这次接待已经取消，不用写记录。") }
            if reception.day > shown.today { return Notice.info("接待日还没到，记录在当天或以后写。") }
        }
        guard !shown.deputies.isEmpty else { return Notice.warning("还没有代表编入本站，请先请上级导入代表名册。") }
        return """
            <p>一张表写完：\(who)、说了什么、当场怎么答的。没来人的格子空着就行。\
            提交以后每位群众一个编号，打印给本人。</p>
            \(parts.form(
                action: kind.address(address), submit: "写好了，登记并打印回执", keep: "record", fields))
            """
    }

    private var who: String {
        switch kind {
        case .planned, .paper: "谁接待、谁来了"
        case .visit: "谁去走访、见了谁"
        }
    }

    private var fields: HTML {
        """
        \(parts.hidden("rows", String(rows)))
        \(time)
        \(parts.checkboxes(
            "deputies", "到场的代表", deputies, chosen: Set(shown.announced.map { String($0) }),
            notes: "您亲眼看到的才勾；这就是代表的签到"))
        \(JointDepartments.fields(
            parts, near: station, atlas: shown.atlas, chosen: shown.organs, others: "", label: "到场的部门"))
        \(each: 1...rows, { place in
            VisitorView(place: place, shown: shown, parts: parts, isAsked: place == rows && hasMore).html
        })
        <p class="actions"><button type="submit" name="more" value="yes" class="second">再加一位</button></p>
        """
    }

    private var deputies: [Choice] {
        // Those who were announced first: the others of the station rarely come instead.
        let announced = Set(shown.announced)
        let ordered =
            shown.deputies.filter { announced.contains($0.mandate) }
            + shown.deputies.filter { !announced.contains($0.mandate) }
        return ordered.map { Choice(String($0.mandate), "\($0.name)（\($0.level.chinese)）") }
    }

    private var time: HTML {
        switch kind {
        case .planned: HTML()
        case .paper: "\(occasionFields("地点", station.address, "接待簿上写的那一天"))"
        case .visit:
            """
            \(occasionFields("走访的村、社区", "", "走访那一天"))
            \(parts.textField("households", "走访了几户", kind: .number))
            """
        }
    }

    private func occasionFields(_ placeLabel: String, _ place: String, _ dayHint: String) -> HTML {
        """
        \(parts.date("day", "日期", latest: shown.today.iso, notes: FieldNotes(hint: dayHint)))
        \(parts.textField("from", "开始时间", notes: "例如 9:00"))
        \(parts.textField("to", "结束时间", notes: "例如 11:30"))
        \(parts.textField("place", placeLabel, value: place))
        """
    }
}

/// One visitor's part of the form: as little about the person as possible, and her own words.
struct VisitorView {
    let place: Int
    let shown: RecordQuery.Shown
    let parts: FormParts
    var isAsked = false

    private static let readers = "本站工作人员和督办代表"

    private var form: VisitorForm { VisitorForm(place: place) }

    private var isHomeSaid: Bool { parts.typed.map { VisitorHome.isSaid(form, in: $0) } ?? false }

    /// The first is open; a row that nobody needs yet is one line.
    var html: HTML {
        guard place > 1 else { return fields }
        let isOpen = isAsked || booked != nil || parts.typed.map { !form.isBlank(in: $0) } ?? false
        return """
            <details class="folded-visitor"\(flag: "open", isOpen)><summary>第 \(place) 位</summary>
            \(fields)</details>

            """
    }

    private var fields: HTML {
        """
        <fieldset class="visitor"><legend>第 \(place) 位\(booked.map { "（约了 \(ReceptionHours.clock($0.minute))）" })</legend>
        \(parts.hidden(form.field("expected"), booked?.name ?? ""))
        \(parts.textField(
            form.field("name"), "怎么称呼", value: booked?.name ?? "",
            notes: FieldNotes(seenBy: Self.readers, isOptional: true), autocomplete: "off"))
        \(parts.textField(
            form.field("phone"), "电话", value: "", kind: .telephone,
            notes: FieldNotes(hint: phoneHint, seenBy: Self.readers, isOptional: true), autocomplete: "off"))
        \(parts.textField(
            form.field("village"), "哪个村、哪个社区", notes: FieldNotes(hint: villageHint, isOptional: true)))
        \(VisitorHomeView(form: form, parts: parts, isOpen: isHomeSaid).html)
        \(parts.textArea(form.field("words"), "本人的原话", rows: 4, notes: "照原话写，不加自己的判断"))
        \(parts.checkbox(form.field("read_back"), "已经念给本人听，本人同意"))
        \(parts.checkbox(form.field("bypass"), "反映的是本站、本乡镇的人或单位（由上级联络站处理，本站不留底）"))
        \(parts.radios(form.field("commonality"), "是大家的事还是个人的事", commonalities))
        \(parts.select(form.field("category"), "类别", categories, notes: "当场答复的要填；大家的事填了，就一并写好分析"))
        \(parts.radios(form.field("outcome"), "怎么处理", outcomes))
        \(parts.select(form.field("answerer"), "谁当场说的", answerers, notes: "没有当场说什么就不填"))
        \(parts.textArea(form.field("answer"), "当场说的话", rows: 3, notes: FieldNotes(isOptional: true)))
        </fieldset>

        """
    }

    private var booked: (minute: Int, name: String, phone: String)? {
        shown.expected.indices.contains(place - 1) ? shown.expected[place - 1] : nil
    }

    private var phoneHint: String? {
        booked.flatMap { $0.phone.isEmpty ? nil : "约的时候留的是 \($0.phone)" }
    }

    private var villageHint: String? {
        shown.villages.isEmpty ? nil : "例如 " + shown.villages.prefix(3).joined(separator: "、")
    }

    private var commonalities: [Choice] {
        [
            Choice(Triage.Commonality.common.rawValue, "大家的事"),
            Choice(Triage.Commonality.personal.rawValue, "个人的事"),
        ]
    }

    private var categories: [Choice] { Domain.Category.allCases.map { Choice($0.rawValue, $0.chinese) } }

    private var outcomes: [Choice] {
        [
            Choice(VisitorForm.Outcome.registered.rawValue, "登记下来，由站里转给该管的单位"),
            Choice(VisitorForm.Outcome.answeredOnSpot.rawValue, "当场答复了，本人同意到此为止"),
        ]
    }

    private var answerers: [Choice] {
        let deputies = shown.deputies.map { Choice("d\($0.mandate)", "代表\($0.name)") }
        let organs = shown.organs.sorted().compactMap { id in shown.atlas.organ(id).map { Choice("o\(id)", $0.name) } }
        return deputies + organs + [Choice("x", "到场的部门")]
    }
}
