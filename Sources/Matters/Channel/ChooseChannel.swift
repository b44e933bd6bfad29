import Database
import Directory
import Domain
import Outbox
import Record

/// The reporter says how she wants to be told. A mailbox that is not proved yet gets one message, with a code.
enum ChooseChannel {
    /// As long as the message says.
    static let codeSeconds: Int64 = 1800

    static func run(
        _ db: Transaction, _ channel: ReporterChannel, for matter: Matter, at now: Instant, ids: inout IDs,
        in installation: Installation
    ) throws {
        let keys = installation.keys
        let kept = try ReporterChannelTable.kept(of: matter.id, in: db, keys: keys)
        var channel = channel
        channel.isProved = kept?.channel.isProved == true && kept?.channel == provedLike(channel)
        guard channel.way == .email, !channel.isProved, let mailbox = channel.address else {
            return try ReporterChannelTable.put(channel, for: matter.id, at: now, in: db, keys: keys)
        }
        let code = MailboxCode(digits: ids.digits(MailboxCode.length))
        let proof = ReporterChannelTable.Proof(
            digest: code.digest(for: matter, keys: keys), until: now.adding(seconds: codeSeconds), tries: 0)
        try ReporterChannelTable.put(channel, proof: proof, for: matter.id, at: now, in: db, keys: keys)
        try Outbox.put(
            [
                MessageDraft(
                    .addressCode, to: .address(.email, mailbox), area: matter.area, matter: matter.id,
                    values: ["code": code.digits], key: "matter/\(matter.id)/mailbox/\(ids.next())", isUrgent: true)
            ], in: db, at: now, ids: &ids, keys: keys)
    }

    private static func provedLike(_ channel: ReporterChannel) -> ReporterChannel {
        ReporterChannel(channel.way, address: channel.address, isProved: true)
    }
}

/// The code from the mailbox came back: from now on news goes there.
enum ProveMailbox {
    /// Tries at one code; six digits are not guessed in five.
    private static let mostTries = 5

    enum Outcome: Sendable {
        case proved, wrong
        /// Too late, or tried too often: a new code is needed.
        case over
    }

    /// A wrong code is an answer and no error: an error would take the count back.
    static func run(
        _ db: Transaction, _ typed: String, for matter: Matter, at now: Instant, in installation: Installation
    ) throws -> Outcome {
        let keys = installation.keys
        guard let proof = try ReporterChannelTable.kept(of: matter.id, in: db, keys: keys)?.proof,
            now < proof.until, proof.tries < mostTries
        else { return .over }
        guard MailboxCode(digits: typed).digest(for: matter, keys: keys) == proof.digest else {
            try ReporterChannelTable.countTry(of: matter.id, in: db)
            return .wrong
        }
        try ReporterChannelTable.prove(matter.id, at: now, in: db)
        return .proved
    }
}
