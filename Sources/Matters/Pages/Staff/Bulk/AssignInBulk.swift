import Database
import Directory
import Domain
import Record
import Web

/// 批量交办: each matter is assigned by itself, by the same act as one alone; what is refused for one leaves the others
/// as they are.
struct AssignInBulk {
    let form: BulkForm
    let signed: Principal.Signed
    let now: Instant
    let installation: Installation

    /// Thrown to undo what a preview tried.
    private struct OnlyTried: Error {
        var outcomes: [BulkOutcome]
    }

    /// What would become of each line: really tried, and undone, so that the same rules answer.
    func preview(_ leased: IDs) async throws -> [BulkOutcome] {
        do {
            _ = try await installation.database.write { db in
                var ids = leased
                let outcomes = try form.lines.map { try outcome($0, in: db, ids: &ids) }
                throw OnlyTried(outcomes: outcomes)
            }
            return []
        } catch let tried as OnlyTried {
            return tried.outcomes
        }
    }

    /// Each line in a transaction of its own, once however often the form is sent.
    func run(_ sending: Sending) async throws -> [BulkOutcome] {
        var outcomes: [BulkOutcome] = []
        for line in form.lines {
            let leased = try await installation.ids.take()
            var client = sending.client
            client.clientID += "/" + line.number.text
            let named = client
            outcomes.append(
                try await installation.database.write { db in
                    var ids = leased
                    var found: BulkOutcome?
                    let answer = try Idempotency.once(named, at: now, in: db) {
                        let outcome = try outcome(line, in: db, ids: &ids)
                        found = outcome
                        return StoredAnswer(status: 200, result: Array((outcome.refusal ?? "").utf8))
                    }
                    if let found { return found }
                    let refusal = String(decoding: answer.result, as: UTF8.self)
                    return try described(line, refusal: refusal.isEmpty ? nil : refusal, in: db)
                })
        }
        return outcomes
    }

    private func outcome(_ line: BulkLine, in db: Transaction, ids: inout IDs) throws -> BulkOutcome {
        let request = ActRequest(
            .assign(line.organ, coHandlers: [], isWide: false, note: form.note), version: line.version)
        do {
            _ = try ActOnMatter.run(
                db, line.number, request, by: .account(signed), at: now, ids: &ids, in: installation)
            return try described(line, refusal: nil, in: db)
        } catch let refusal as Refusal {
            return try described(line, refusal: refusal.message, in: db)
        } catch is Stale {
            return try described(line, refusal: "这件事刚才有了变化，请打开看看", in: db)
        } catch is NotFound {
            return BulkOutcome(line: line, title: "看不到这件事", organ: "", refusal: "不在您的范围里")
        } catch let errors as FormErrors {
            return try described(line, refusal: errors.fields.first?.message ?? "没有办成", in: db)
        }
    }

    private func described(_ line: BulkLine, refusal: String?, in db: Transaction) throws -> BulkOutcome {
        let title: String? = try db.value(
            """
            SELECT w.title FROM matter m JOIN matter_words w ON w.matter = m.id WHERE m.number = \(line.number.text)
            """)
        let organ = try installation.snapshot(in: db).atlas.organ(line.organ)?.name
        return BulkOutcome(line: line, title: title ?? "", organ: organ ?? "", refusal: refusal)
    }
}
