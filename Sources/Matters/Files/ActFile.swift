import Database
import Domain
import Files
import Record
import Secrets

/// A file that comes with an act, kept already; it is named together with the event.
package struct ActFile: Sendable {
    package var draft: FileDraft
    package var description: String

    package init(_ draft: FileDraft, description: String) {
        self.draft = draft
        self.description = description
    }
}

/// What comes with an act beside its words.
package struct ActFiles: Sendable {
    package var files: [ActFile] = []
    /// With a summary: the photos that become public together with it. Nobody else's, and none by itself.
    package var published: [Int64] = []

    package init(files: [ActFile] = [], published: [Int64] = []) {
        self.files = files
        self.published = published
    }

    /// What the event says of them openly: which letter was read, and which photos became public.
    var facts: [Fact] {
        files.map(\.draft).filter { $0.kind == .document }.map { Fact("scan", code: $0.fingerprint) }
            + published.map { Fact("photo", $0) }
    }

    /// Names them with the event that has just been written.
    func attach(
        to matter: MatterID, event sequence: Int64, by principal: Principal?, at now: Instant, in db: Transaction,
        ids: inout IDs, keys: KeyRing
    ) throws {
        do {
            for file in files {
                try FileTable.attach(
                    file.draft, to: .matterEvent(matter, sequence), description: file.description,
                    by: principal?.signed?.account, at: now, in: db, ids: &ids, keys: keys)
            }
        } catch is FileGone {
            throw FileGone.refusal
        }
    }

    /// Exactly the chosen photos are public with a summary.
    func publish(_ matter: MatterID, at now: Instant, in db: Transaction) throws {
        let found = try FileTable.publish(published, ofMatter: matter, at: now, in: db)
        if found < Set(published).count { throw FormErrors("published", "有的照片已经不在了，请重新选择要公开的照片") }
    }
}
