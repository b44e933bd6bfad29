import Database
import Directory
import Domain
import Record

/// A place writes its own text for a kind of message and a way; an empty one gives it back to its superior. Only who
/// may settle the rules of the place may do this.
package enum WriteTemplate {
    /// `version` is the one the page was drawn from; somebody else's later one makes it stale.
    package static func run(
        _ db: Transaction, _ text: String, of kind: MessageKind, by channel: ChannelKind, at area: DivisionID,
        version: Int64, signed: Principal.Signed, now: Instant, ids: inout IDs, atlas: Atlas
    ) throws {
        guard PolicyRights.may(.account(signed), setAt: area, atlas: atlas) else { throw NotFound() }
        if !text.isEmpty { try TextCheck.check(text, of: kind, by: channel) }
        let last = try TemplateTable.version(of: kind, by: channel, in: area, in: db)
        guard last == version else { throw Stale() }
        let template = Template(
            id: ids.next(), kind: kind, channel: channel, area: area, version: last + 1, validFrom: now, text: text)
        try TemplateTable.insert(template, by: signed.account, in: db)
    }
}
