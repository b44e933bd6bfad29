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
        case .workOrder: [UInt8](try encoder.encode(WorkOrderFields(self)))
        case .gridEvent: [UInt8](try encoder.encode(GridEventFields(self)))
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

private struct WorkOrderFields: Encodable {
    enum CodingKeys: String, CodingKey {
        case number = "工单编号"
        case event = "业务动作"
        case state = "工单状态"
        case category = "诉求类别"
        case division = "行政区划代码"
        case divisionName = "行政区划名称"
        case holder = "承办单位"
        case dueOn = "办理期限"
        case at = "发生时间"
        case sequence = "顺序号"
    }

    var number: String
    var event: String
    var state: String
    var category: String?
    var division: String
    var divisionName: String
    var holder: String?
    var dueOn: String?
    var at: String
    var sequence: Int64

    init(_ content: WebhookContent) {
        number = content.number
        event = content.topic.chinese
        state = StateWords.label(content.state)
        category = content.category?.chinese
        division = content.areaCode
        divisionName = content.areaName
        holder = content.holder
        dueOn = content.dueOn?.iso
        at = content.localMoment
        sequence = content.sequence
    }
}

private struct GridEventFields: Encodable {
    enum CodingKeys: String, CodingKey {
        case number = "事件编号"
        case event = "流转环节"
        case state = "事件状态"
        case category = "事件类型"
        case division = "所属区划代码"
        case divisionName = "所属区划"
        case holder = "处置单位"
        case dueOn = "处置时限"
        case at = "流转时间"
        case sequence = "流转序号"
        case source = "事件来源"
    }

    var number: String
    var event: String
    var state: String
    var category: String?
    var division: String
    var divisionName: String
    var holder: String?
    var dueOn: String?
    var at: String
    var sequence: Int64
    var source = "代表联络站"

    init(_ content: WebhookContent) {
        number = content.number
        event = content.topic.chinese
        state = StateWords.label(content.state)
        category = content.category?.chinese
        division = content.areaCode
        divisionName = content.areaName
        holder = content.holder
        dueOn = content.dueOn?.iso
        at = content.localMoment
        sequence = content.sequence
    }
}
