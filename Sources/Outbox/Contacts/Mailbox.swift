import Database
import Directory
import Domain
import Record
import Secrets

/// What is known of the own mailbox of a person.
package struct Mailbox: Sendable {
    /// The one that was proved.
    package var proved: EmailAddress?
    /// One that waits for its code.
    package var asked: EmailAddress?

    package init(of person: PersonID, at now: Instant, in db: Transaction, keys: KeyRing) throws {
        proved = try ContactTable.address(of: person, kind: .email, in: db, keys: keys)
            .flatMap { EmailAddress($0.opened) }
        asked = try ProofTable.find(of: person, in: db, keys: keys)
            .flatMap { $0.expiresAt > now ? EmailAddress($0.address.opened) : nil }
    }
}

/// A person names her own mailbox: a code goes to it.
package enum AskMailbox {
    private static let perHour = 5
    private static let minutes: Int64 = 30

    /// Throws `FormErrors` for what is no mailbox, and after too many tries: the codes go to somebody's mailbox.
    package static func run(_ typed: String, of signed: Principal.Signed, in installation: Installation) async throws {
        guard let address = EmailAddress(typed) else {
            throw FormErrors("mailbox", "这不像一个邮箱，请照 name@example.cn 的样子写")
        }
        let now = installation.now()
        let leased = try await installation.ids.take()
        let isTaken = try await installation.database.write { db in
            var ids = leased
            let rule = RateRule("mailbox", most: perHour, seconds: 3600)
            let verdict = try installation.limits.take(rule, key: String(signed.person), at: now, in: db)
            if case .exceeded = verdict { return false }
            let code = ids.digits(6)
            let proof = MailboxProof(
                address: Sensitive(address.text), expiresAt: now.adding(seconds: minutes * 60), tries: 0)
            try ProofTable.set(proof, code: code, of: signed.person, in: db, keys: installation.keys)
            let area = try signed.grants.first?.division ?? installation.snapshot(in: db).atlas.root?.id
            guard let area else { throw NotFound() }
            let draft = MessageDraft(
                .addressCode, to: .address(.email, Sensitive(address.text)), area: area, values: ["code": code],
                key: "mailbox/\(signed.person)/\(ids.next())", isUrgent: true)
            try Outbox.put([draft], in: db, at: now, ids: &ids, keys: installation.keys)
            return true
        }
        guard isTaken else { throw FormErrors("mailbox", "一小时里要了太多次验证码，请过一会儿再试") }
    }
}

/// She types the code that came: the mailbox is hers.
package enum ProveMailbox {
    private static let most = 5

    private enum Outcome: Sendable {
        case proved, wrong, gone
    }

    /// Throws `FormErrors` for a wrong code. Tries are counted, so the answer leaves the transaction as a value.
    package static func run(_ code: String, of person: PersonID, in installation: Installation) async throws {
        let now = installation.now()
        let keys = installation.keys
        let outcome: Outcome = try await installation.database.write { db in
            guard let proof = try ProofTable.find(of: person, in: db, keys: keys), proof.expiresAt > now,
                proof.tries < most
            else { return .gone }
            guard try ProofTable.isCode(code, of: person, in: db, keys: keys) else {
                try ProofTable.countTry(of: person, in: db)
                return .wrong
            }
            try ContactTable.set(proof.address, of: person, kind: .email, at: now, in: db, keys: keys)
            try ProofTable.remove(of: person, in: db)
            return .proved
        }
        switch outcome {
        case .proved: return
        case .wrong: throw FormErrors("code", "验证码不对，请照邮件里的六位数字再输一次")
        case .gone: throw FormErrors("code", "验证码已经过期，或者输错的次数太多，请重新填写邮箱，再要一个")
        }
    }
}

/// She does not want mail any more.
package enum ForgetMailbox {
    package static func run(_ db: Transaction, of person: PersonID) throws {
        try ContactTable.remove(.email, of: person, in: db)
        try ProofTable.remove(of: person, in: db)
    }
}
