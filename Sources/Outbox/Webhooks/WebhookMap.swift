import Domain
import Foundation

/// In which words a receiver is told (字段对照). Stored, so never renamed.
package enum WebhookMap: String, CaseIterable, Sendable {
    /// As the API says it.
    case native
    /// 12345 热线的工单.
    case workOrder
    /// 网格平台的事件.
    case gridEvent

    package var chinese: String {
        switch self {
        case .native: "本系统的字段"
        case .workOrder: "热线工单"
        case .gridEvent: "网格事件"
        }
    }
}

/// How a matter stands, as another platform may know it: a number, days, states and offices. Nothing that was said and
/// nobody's name is in it.
struct WebhookContent: Hashable, Sendable {
    var topic: WebhookTopic
    var number: String
    var sequence: Int64
    var at: Instant
    var state: MatterState
    var category: Domain.Category?
    var areaCode: String
    var areaName: String
    var holder: String?
    var dueOn: Day?

    func body(_ map: WebhookMap) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return switch map {
        case .native: [UInt8](try encoder.encode(NativeFields(self)))
        case .workOrder: [UInt8](try encoder.encode(NamedFields(self, .workOrder)))
        case .gridEvent: [UInt8](try encoder.encode(NamedFields(self, .gridEvent)))
        }
    }

    fileprivate var moment: String {
        Date(timeIntervalSince1970: Double(at.ms / 1000)).formatted(.iso8601)
    }

    /// As tables of offices have it, in the country's one time.
    fileprivate var localMoment: String {
        let day = Day(of: at)
        let seconds = (at.ms - day.start.ms) / 1000
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return day.iso + " " + parts.joined(separator: ":")
    }
}

private struct NativeFields: Encodable {
    var event: String
    var number: String
    var sequence: Int64
    var at: String
    var state: String
    var category: String?
    var division: String
    var division_name: String
    var holder: String?
    var due_on: String?

    init(_ content: WebhookContent) {
        event = content.topic.rawValue
        number = content.number
        sequence = content.sequence
        at = content.moment
        state = content.state.rawValue
        category = content.category?.rawValue
        division = content.areaCode
        division_name = content.areaName
        holder = content.holder
        due_on = content.dueOn?.iso
    }
}

/// The same in words of offices, under the names that their platform has for it.
private struct NamedFields: Encodable {
    /// What each field is called, and what stands in every message.
    struct Names: Sendable {
        static let workOrder = Names(
            number: "工单编号", event: "业务动作", state: "工单状态", category: "诉求类别", division: "行政区划代码",
            divisionName: "行政区划名称", holder: "承办单位", dueOn: "办理期限", at: "发生时间", sequence: "顺序号")
        static let gridEvent = Names(
            number: "事件编号", event: "流转环节", state: "事件状态", category: "事件类型", division: "所属区划代码",
            divisionName: "所属区划", holder: "处置单位", dueOn: "处置时限", at: "流转时间", sequence: "流转序号",
            fixed: ["事件来源": "代表联络站"])

        var number, event, state, category, division, divisionName, holder, dueOn, at, sequence: String
        var fixed: [String: String] = [:]
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let content: WebhookContent
    let names: Names

    init(_ content: WebhookContent, _ names: Names) {
        self.content = content
        self.names = names
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Name.self)
        func put(_ value: String?, _ name: String) throws {
            try fields.encodeIfPresent(value, forKey: Name(stringValue: name))
        }
        try put(content.number, names.number)
        try put(content.topic.chinese, names.event)
        try put(StateWords.label(content.state), names.state)
        try put(content.category?.chinese, names.category)
        try put(content.areaCode, names.division)
        try put(content.areaName, names.divisionName)
        try put(content.holder, names.holder)
        try put(content.dueOn?.iso, names.dueOn)
        try put(content.localMoment, names.at)
        try fields.encode(content.sequence, forKey: Name(stringValue: names.sequence))
        for (name, value) in names.fixed { try put(value, name) }
    }
}
