import Domain
import Web

/// Where a published matter stands, told to anybody: who has it and what they must do, never the words of offices.
struct PublicState: Sendable {
    let state: MatterState
    var progress = Progress.underWay
    let holder: String

    var label: StatusLabel {
        if progress == .solved { return StatusLabel(progress.chinese, .done) }
        return switch state {
        case .registered, .accepted, .submittedUp, .objected, .merged: StatusLabel("正在定由谁办", .running)
        case .assigned, .inHandling, .rework, .jointReview, .contested: StatusLabel("正在办", .running)
        case .promised: StatusLabel("已答应办好的日子", .running)
        case .replied: StatusLabel("答复在核对", .running)
        case .answered, .answeredOnSpot, .rated: StatusLabel("已经答复", .done)
        case .referred, .redirected: StatusLabel("到别处去办", .calm)
        case .rejected: StatusLabel("这里不能办", .calm)
        case .withdrawn: StatusLabel("本人已收回", .calm)
        case .closed: StatusLabel("已经了结", .done)
        }
    }

    var sentence: String {
        if progress == .solved { return "办事的单位说已经解决，反映的人也认可。" }
        return switch state {
        case .registered: "\(holder)正在看这件事该由谁来办。"
        case .accepted, .submittedUp, .objected: "\(holder)正在确定由哪个单位去办。"
        case .merged: "和同样的事合在一起办，由\(holder)负责。"
        case .assigned, .inHandling: "\(holder)正在办。"
        case .promised: "\(holder)答应了办好的日子。"
        case .replied: "办事的单位写了答复，\(holder)正在核对。"
        case .answered, .answeredOnSpot: "已经答复反映的人，\(holder)会去问满意不满意。"
        case .rated: "反映的人已经评价，\(holder)正在看是了结还是重新办。"
        case .rework: "反映的人不满意，\(holder)正在重新办。"
        case .jointReview: "\(holder)正在请各方坐到一起商量。"
        case .contested: "反映的人不同意原来的决定，\(holder)正在重新看。"
        case .referred, .redirected: "这件事要到别处去办，已经告诉反映的人该找谁。"
        case .rejected: "这件事联络站不能办，理由已经告诉反映的人。"
        case .withdrawn: "反映的人已经收回这件事。"
        case .closed: "有了结果，已经告诉反映的人。"
        }
    }
}
