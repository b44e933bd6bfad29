import Database
import Directory
import Domain

/// The texts of some kinds along some places, to be looked up without asking again.
package struct TemplateBook: Sendable {
    private struct Key: Hashable {
        var kind: MessageKind
        var channel: ChannelKind
        var area: DivisionID
    }

    /// What holds at a place, and who wrote it.
    package struct Found: Hashable, Sendable {
        package var text: String
        /// Nil for the built-in text.
        package var template: Template?
    }

    private var newest: [Key: Template] = [:]
    private var byID: [Int64: Template] = [:]

    /// One statement for everything that may be asked of these messages.
    package init(
        kinds: Set<MessageKind>, areas: Set<DivisionID>, atlas: Atlas, at now: Instant, in db: Transaction
    ) throws {
        let around = areas.reduce(into: Set<DivisionID>()) { all, area in
            all.formUnion(atlas.lineage(of: area).map(\.id))
        }
        for template in try TemplateTable.all(of: kinds, in: around, at: now, in: db) {
            let key = Key(kind: template.kind, channel: template.channel, area: template.area)
            if newest[key] == nil { newest[key] = template }
            byID[template.id] = template
        }
    }

    /// The text of the nearest place that wrote one, from a place upwards; else the built-in one.
    package func text(_ kind: MessageKind, by channel: ChannelKind, along areas: [DivisionID]) -> Found {
        for area in areas {
            if let own = newest[Key(kind: kind, channel: channel, area: area)], !own.text.isEmpty {
                return Found(text: own.text, template: own)
            }
        }
        return Found(text: BuiltInText.text(kind, by: channel), template: nil)
    }

    /// The newest version that a place wrote itself, an empty one too; 0 before the first.
    package func version(of kind: MessageKind, by channel: ChannelKind, in area: DivisionID) -> Int64 {
        newest[Key(kind: kind, channel: channel, area: area)]?.version ?? 0
    }

    /// A version that was used before, if it is among those read.
    package func template(_ id: Int64) -> Template? { byID[id] }
}
