import Database
import Directory
import Domain
import Record
import Web

/// Adjacent acts of one person sent in one form: each its own event, all of them or none.
package enum ActsInOneForm {
    package static func run(
        _ db: Transaction, _ number: MatterNumber, _ requests: [ActRequest], by principal: Principal?, at now: Instant,
        ids: inout IDs, in installation: Installation
    ) throws -> MatterChange {
        guard let first = requests.first else { throw NotFound() }
        var change = try ActOnMatter.run(db, number, first, by: principal, at: now, ids: &ids, in: installation)
        for next in requests.dropFirst() {
            // The page could not know the version that the act before this one has made.
            var next = next
            next.version = nil
            change = try ActOnMatter.run(db, number, next, by: principal, at: now, ids: &ids, in: installation)
        }
        return change
    }
}

extension Act {
    /// The acts that one form asks for, in their order. Example: a head's acceptance carries the analysis and names
    /// the supervising deputy, so it is triage, acceptance, supervisor.
    func withNeighbours(in form: FormBody) -> [Act] {
        func isFilled(_ name: String) -> Bool { form[name]?.isEmpty == false }
        switch self {
        case .accept, .merge, .refer, .redirect, .reject:
            let before: [Act] = isFilled("route") ? [.triage] : []
            return before + [self] + (self == .accept && isFilled("deputy") ? [.nameSupervisor] : [])
        case .answerOnSpot, .revisit: return isFilled("grade") ? [self, .rate] : [self]
        case .takeUp: return isFilled("day") ? [.takeUp, .stateDate] : [self]
        case .passCheck: return isFilled("channel") ? [.passCheck, .deliver] : [self]
        case .remark, .withdraw, .contest, .rate, .support, .reportRelapse, .triage, .unmerge, .notify,
            .nameSupervisor, .declineSupervision, .elevate, .returnDown, .assign, .subAssign, .decideObjection,
            .decideExtension, .object, .stateDate, .askExtension, .reply, .giveOpinion, .seeReporter, .returnReply,
            .deliver, .orderRework, .conveneJointReview, .concludeJointReview, .decideContest, .close, .archive,
            .setReferralDeadline, .recordReferralReply, .publish, .unpublish, .remind, .markOverdue, .passSilence,
            .recompute, .moveUnreachable:
            return [self]
        }
    }

    /// Reads them all; what is wrong in any of them is said at once.
    func requests(in form: FormBody, version: Int64?, today: Day) throws(FormErrors) -> [ActRequest] {
        var requests: [ActRequest] = []
        var errors = FormErrors()
        for act in withNeighbours(in: form) {
            var reader = ActForm(act, form, today: today)
            do throws(FormErrors) {
                requests.append(try reader.request(version: version))
            } catch {
                for field in error.fields where errors.message(for: field.name) == nil {
                    errors.add(field.name, field.message)
                }
            }
        }
        guard errors.isEmpty else { throw errors }
        return requests
    }
}
