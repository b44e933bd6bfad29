import Database
import Domain
import Record
import Secrets

/// Ends a role after a last day; yesterday means it holds no longer from this moment on.
package enum EndGrant {
    /// Ending a grant that has ended by then changes nothing.
    package static func run(
        _ db: Transaction, grant id: GrantID, lastDay: Day, by principal: Principal, at now: Instant,
        ids: inout IDs, keys: KeyRing, atlas: Atlas
    ) throws {
        guard let dated = try GrantTable.find(id, in: db) else { throw NotFound() }
        let grant = try AccountRights.check(
            .giveRoles, to: dated.account, at: [dated.grant.division], by: principal, atlas: atlas)
        // What was done under the grant yesterday stays rightly done.
        guard lastDay >= Day(of: now).adding(days: -1) else {
            throw FormErrors("last_day", "最后一天不能早于昨天")
        }
        if let to = dated.to, to <= lastDay { return }

        if lastDay < dated.from {
            try GrantTable.remove(id, in: db)
        } else {
            try GrantTable.end(id, on: lastDay, in: db)
        }
        try DirectoryVersion.bumpReach(in: db)
        let facts = [Fact("grant", id), Fact("lastDay", Int64(lastDay.number))]
        try StreamLog(keys: keys, principal: principal, under: grant, at: now).append(
            Stream(kind: .account, id: dated.account), "grantEnded", facts, in: db, ids: &ids)
    }
}
