/// Something in the record that cannot be as it was written.
package struct Fault: Hashable, Sendable {
    /// What is wrong.
    package enum Kind: String, Sendable, CaseIterable {
        /// An event before this one is gone.
        case missing
        /// The event does not follow from the one before it.
        case broken
        /// The event is not the one that was written.
        case changed
        /// The event is of a format this program does not know.
        case unreadable
        /// The texts are gone, and nobody erased them.
        case contentMissing
        /// The texts are not the ones that were written.
        case contentChanged
        /// There are texts where none were written, or where they were erased.
        case contentStray
        /// The row that owns the chain names another last event.
        case headDiffers
        /// The row that owns the chain is gone.
        case ownerMissing
    }

    /// The kind of the chain, as it is stored.
    package let streamKind: String
    /// Of which thing.
    package let streamID: Int64
    /// At which event; the last one for faults of the head.
    package let sequence: Int64
    /// What is wrong.
    package let kind: Kind
}

extension Fault: CustomStringConvertible {
    /// One line for whoever runs the check.
    package var description: String {
        "\(streamKind) \(streamID) 第 \(sequence) 条:\(kind.chinese)"
    }
}

extension Fault.Kind {
    /// What is wrong, in words.
    package var chinese: String {
        switch self {
        case .missing: "前面的记录缺失"
        case .broken: "与前一条记录接不上"
        case .changed: "记录被改动"
        case .unreadable: "记录的格式不认识"
        case .contentMissing: "内容缺失,又没有删除凭据"
        case .contentChanged: "内容被改动"
        case .contentStray: "有不该有的内容"
        case .headDiffers: "登记的最后一条与实际不符"
        case .ownerMissing: "记录所属的事项不存在"
        }
    }
}
