import Secrets

/// Follows chains from event to event. Events come in the order of their chains; nothing is kept but the last one.
struct ChainCheck {
    /// What is found beyond this is not told: a broken disk shall not fill the memory too.
    static let most = 10_000

    private(set) var faults: [Fault] = []
    private let keys: KeyRing
    private var last: Last?

    private struct Last {
        let streamKind: String
        let streamID: Int64
        let head: ChainHead
    }

    init(keys: KeyRing) {
        self.keys = keys
    }

    mutating func check(_ event: EventRow, _ content: ContentRow?) {
        checkLink(event)
        checkHash(event)
        if let kind = fault(in: content, of: event) { add(kind, event) }
        last = Last(
            streamKind: event.streamKind, streamID: event.streamID,
            head: ChainHead(sequence: event.sequence, hash: event.hash))
    }

    private mutating func checkLink(_ event: EventRow) {
        var before = ChainHead.none
        if let last, last.streamKind == event.streamKind, last.streamID == event.streamID { before = last.head }
        if event.sequence != before.sequence + 1 {
            add(.missing, event)
        } else if event.previous != before.hash {
            add(.broken, event)
        }
    }

    private mutating func checkHash(_ event: EventRow) {
        guard let hash = try? CanonicalForm.hash(event) else { return add(.unreadable, event) }
        if hash != event.hash { add(.changed, event) }
    }

    private func fault(in content: ContentRow?, of event: EventRow) -> Fault.Kind? {
        guard let commitment = event.commitment else { return content == nil ? nil : .contentStray }
        guard let content else { return .contentMissing }
        guard let sealed = content.sealed else {
            return content.isErased(event: event.id, keys: keys) ? nil : .contentMissing
        }
        guard content.erasedAt == nil, content.mark == nil else { return .contentStray }
        guard let algorithm = try? CanonicalForm.algorithm(of: event.format),
            let plain = try? SealedContent.open(sealed, event: event.id, keys: keys),
            SealedContent.commitment(plain, algorithm) == commitment
        else { return .contentChanged }
        return nil
    }

    private mutating func add(_ kind: Fault.Kind, _ event: EventRow) {
        guard faults.count < ChainCheck.most else { return }
        faults.append(
            Fault(streamKind: event.streamKind, streamID: event.streamID, sequence: event.sequence, kind: kind))
    }
}
