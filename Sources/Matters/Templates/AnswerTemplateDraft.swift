import Database
import Directory
import Domain
import Record
import Web

/// A template as typed.
struct AnswerTemplateDraft: Sendable {
    var area: DivisionID
    var category: Category?
    var title: String
    var body: String

    init(reading reader: FormReader, desk: AnswerDesk) throws(FormErrors) {
        var reader = reader
        let key = reader.form["area"] ?? ""
        let area = desk.own.first { $0.key == key } ?? (desk.own.count == 1 ? desk.own.first : nil)
        if area == nil { reader.add("area", "请选择用在哪里") }
        category = reader.choice("category", "类别", as: Category.self, isRequired: false)
        title = reader.text("title", "名称", most: 40)
        body = reader.lines("body", "正文", most: 3000)
        let unknown = AnswerTemplate.unknownPlaces(in: body)
        if !unknown.isEmpty {
            let known = TemplatePlace.allCases.map { "{\($0.rawValue)}" }.joined(separator: "、")
            reader.add("body", "程序不认识 {\(unknown[0])}。可以用的有：\(known)；要人来写的地方用【】括起来")
        }
        try reader.finish()
        self.area = area?.id ?? 0
    }
}

/// Writes, changes and takes back templates.
enum KeepAnswerTemplate {
    static func write(
        _ db: Transaction, _ draft: AnswerTemplateDraft, by signed: Principal.Signed, at now: Instant, ids: inout IDs
    ) throws {
        guard try AnswerTemplateTable.count(in: draft.area, in: db) < AnswerTemplate.most else {
            throw FormErrors("title", "这里已经有 \(AnswerTemplate.most) 个模板了，请先撤掉不用的")
        }
        let template = AnswerTemplate(
            id: ids.next(), area: draft.area, category: draft.category, title: draft.title, body: draft.body,
            writtenAt: now, version: 1)
        try AnswerTemplateTable.insert(template, by: signed.account, in: db)
    }

    static func rewrite(
        _ db: Transaction, _ id: Int64, _ draft: AnswerTemplateDraft, version: Int64, by signed: Principal.Signed,
        desk: AnswerDesk, at now: Instant
    ) throws {
        var template = try own(id, version, desk, in: db)
        template.category = draft.category
        template.title = draft.title
        template.body = draft.body
        template.writtenAt = now
        try AnswerTemplateTable.update(template, by: signed.account, in: db)
    }

    static func withdraw(
        _ db: Transaction, _ id: Int64, version: Int64, by signed: Principal.Signed, desk: AnswerDesk, at now: Instant
    ) throws {
        var template = try own(id, version, desk, in: db)
        template.writtenAt = now
        try AnswerTemplateTable.update(template, by: signed.account, isWithdrawn: true, in: db)
    }

    private static func own(
        _ id: Int64, _ version: Int64, _ desk: AnswerDesk, in db: Transaction
    ) throws -> AnswerTemplate {
        guard var template = try AnswerTemplateTable.find(id, in: db), desk.mayChange(template) else {
            throw NotFound()
        }
        template.version = version
        return template
    }
}
