import Database
import Directory
import Domain
import Outbox

extension MatterChange {
    /// What of it everybody may know: that a summary was published, or that a matter with one stands elsewhere.
    func news(of act: Act) -> PublicNews? {
        guard let before, matter.isPublished else { return nil }
        if act == .publish { return PublicNews(.published, of: matter.id, sequence: matter.version) }
        guard before.isPublished, before.state != matter.state else { return nil }
        return PublicNews(.moved, of: matter.id, sequence: matter.version)
    }

    /// Puts it before the platforms of every area that may know of the matter.
    func putBeforePlatforms(in db: Transaction, atlas: Atlas, at now: Instant) throws {
        try WebhookQueue.put(self, knownIn: matter.knowingAreas(in: atlas).map(\.id), at: now, in: db)
    }
}
