import Database
import Directory
import Domain
import Record
import Web

/// What an act on one matter brings about beside it: merged matters follow their lead, a summary becomes public.
struct Consequences {
    let change: MatterChange
    let action: MatterAction
    let request: ActRequest
    let standing: Standing
    let now: Instant

    func run(in db: Transaction, ids: inout IDs, installation: Installation) throws {
        try MergedFollowers(lead: change).run(in: db, at: now, ids: &ids, installation: installation)
        try BehalfNote(change: change, action: action, request: request, standing: standing, now: now)
            .write(in: db, ids: &ids, installation: installation)
        if request.isTold {
            try LinkMessages(change: change, action: action, now: now)
                .put(in: db, ids: &ids, installation: installation)
        }
        switch action {
        case .publish(let title, let summary, let answer):
            let words = PublishedWords(title: title, summary: summary, answer: answer)
            let reporter = try ReporterTable.reporter(of: change.matter.id, in: db, keys: installation.keys)
            try words.check(against: ReporterTraces(reporter))
            try PublicationTable.put(
                change.matter, words, by: standing.principal, at: now,
                atlas: installation.snapshot(in: db).atlas, in: db)
            try request.files.publish(change.matter.id, at: now, in: db)
        case .support:
            let phone = try telephone(in: db)
            let supporter = phone.map { "telephone " + $0.hex } ?? standing.supporter(browser: request.browser)
            try SupportTable.insert(
                installation.keys.blindIndex("supporter", supporter), hasTelephone: phone != nil,
                for: change.matter.id, at: now, in: db)
        case .unpublish, .refer, .withdraw, .triage, .answerOnSpot:
            // By the lists it had before: a petition is on none afterwards.
            if let before = change.before, before.isPublished, !change.matter.isPublished {
                try PublicationTable.delete(before, atlas: installation.snapshot(in: db).atlas, in: db)
                try ActFiles().publish(before.id, at: now, in: db)
            }
        case .remark, .contest, .rate, .reportRelapse, .accept, .merge,
            .unmerge, .redirect, .reject, .notify, .nameSupervisor, .declineSupervision, .elevate, .returnDown,
            .assign, .subAssign, .decideObjection, .decideExtension, .takeUp, .object, .stateDate, .askExtension,
            .reply, .giveOpinion, .seeReporter, .passCheck, .returnReply, .deliver, .revisit, .orderRework,
            .conveneJointReview, .concludeJointReview, .decideContest, .close, .archive, .setReferralDeadline,
            .recordReferralReply, .remind, .markOverdue, .passSilence, .recompute, .moveUnreachable:
            break
        }
    }

    /// The telephone of a supporter who stands before a matter of her own, as its blind index; nil where she left none.
    private func telephone(in db: Transaction) throws -> [UInt8]? {
        guard case .reporter(let own) = standing.principal else { return nil }
        return try db.value("SELECT phone_index FROM reporter WHERE matter = \(own)")
    }
}

/// Merged matters go where their lead goes, until they have an answer of their own.
struct MergedFollowers {
    let lead: MatterChange

    func run(in db: Transaction, at now: Instant, ids: inout IDs, installation: Installation) throws {
        // A lead that was itself merged hands its members on to the matter it went into.
        guard let before = lead.before,
            before.holder != lead.matter.holder || before.mainClock != lead.matter.mainClock
        else { return }
        for id in try MatterTable.merged(into: lead.matter.id, in: db) {
            guard let member = try MatterTable.matter(id, in: db) else { continue }
            let snapshot = try installation.snapshot(in: db)
            let rules = snapshot.rules(at: member.matter.area, on: Day(of: now))
            guard let change = member.matter.following(LeadMatter(lead.matter), under: rules, at: now) else { continue }
            try MatterSaving(
                stored: member, change: change, author: .system, letter: nil, rules: rules, atlas: snapshot.atlas
            ).run(in: db, at: now, log: installation.log, ids: &ids)
            try MatterTelling(
                change, of: nil, under: rules, atlas: snapshot.atlas, at: now, settings: installation.settings
            ).put(in: db, ids: &ids, installation: installation)
            try change.putBeforePlatforms(in: db, atlas: snapshot.atlas, at: now)
        }
    }
}
