import Database
import Directory
import Domain
import Record

/// One way out, at one moment.
struct Delivery: Sendable {
    /// What a try needs, read before it.
    struct Prepared: Sendable {
        var content: SendingContent
        var composed: Composer.Composed
        /// Nil when it was erased meanwhile.
        var address: Sensitive<String>?
    }

    struct Tried: Sendable {
        var prepared: Prepared
        var result: SendResult
        var chance: Double
    }

    let kind: ChannelKind
    let channel: any OutgoingChannel
    let installation: Installation
    let now: Instant

    /// Takes a few, sends them side by side, writes down what became of them. False when nothing more can be done now.
    func sendSome(most: Int) async throws -> Bool {
        try Task.checkCancellation()
        guard let width = try await width(most) else { return false }
        var ids = try await installation.ids.take(1)
        let token = ids.salt()
        let taken = try await take(width, token)
        guard !taken.isEmpty else { return false }
        let prepared = try await prepare(taken)
        let tried = await withTaskGroup(of: Tried.self) { group in
            for one in prepared { group.addTask { await attempt(one) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        try await TryRecord(delivery: self, tried: tried, token: token).write()
        return taken.count == width && tried.allSatisfy { !$0.result.pausesTarget }
    }

    /// How many to take: none while the host is paused, one to see whether it works again.
    private func width(_ most: Int) async throws -> Int? {
        let (target, kind, now) = (channel.target, kind, now)
        return try await installation.database.read { db in
            let isDue =
                try db.row(
                    "SELECT id FROM sending WHERE channel = \(kind) AND next_at <= \(now.ms) LIMIT 1") != nil
            guard isDue else { return nil }
            guard let pause = try PauseTable.find(target, in: db) else { return most }
            return pause.until > now ? nil : 1
        }
    }

    private func take(_ most: Int, _ token: [UInt8]) async throws -> [Int64] {
        let (kind, now) = (kind, now)
        return try await installation.database.write { db in
            try SendingTable.take(
                kind, most: most, token: token, until: now.adding(seconds: DeliverMessages.leaseSeconds), at: now,
                in: db)
        }
    }

    private func prepare(_ ids: [Int64]) async throws -> [Prepared] {
        let (installation, kind, now) = (installation, kind, now)
        return try await installation.database.read { db in
            let keys = installation.keys
            let contents = try SendingContent.load(ids, in: db, keys: keys)
            let atlas = try installation.snapshot(in: db).atlas
            let book = try TemplateBook(
                kinds: Set(contents.flatMap { $0.messages.map(\.kind) }), areas: Set(contents.map(\.area)),
                atlas: atlas, at: now, in: db)
            let composer = Composer(atlas: atlas, site: installation.settings.publicURL, book: book)
            return try contents.map { content in
                Prepared(
                    content: content, composed: composer.compose(content.messages, by: kind),
                    address: try AddressBook.address(of: content.lead.recipient, by: kind, in: db, keys: keys))
            }
        }
    }

    private func attempt(_ prepared: Prepared) async -> Tried {
        Tried(prepared: prepared, result: await send(prepared), chance: .random(in: 0...1))
    }

    private func send(_ prepared: Prepared) async -> SendResult {
        let lead = prepared.content.lead
        guard let address = prepared.address else { return .refused("这个联系方式已经没有了") }
        if let lasts = lead.kind.lastsSeconds, lead.notBefore.adding(seconds: lasts) < now {
            return .refused("验证码已经过了有效时间")
        }
        return await channel.send(
            OutgoingMessage(
                reference: Reference.of(prepared.content.id, keys: installation.keys), channel: kind, address: address,
                subject: prepared.composed.subject, text: prepared.composed.text, link: prepared.composed.link,
                at: now))
    }
}

extension SendResult {
    /// Whether nothing else goes there now, either.
    var pausesTarget: Bool {
        switch self {
        case .unreachable: true
        case .sent, .refused, .failed, .unknown: false
        }
    }
}
