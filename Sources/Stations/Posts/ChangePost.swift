import Domain
import Outbox
import Record

/// A new text of the station; nobody outside sees it yet.
enum WritePost {
    static func run(_ write: StationWrite, _ draft: PostDraft, ids: inout IDs) throws -> Int64 {
        let post = StationPost(
            id: ids.next(), station: write.duty.station.id, kind: draft.kind, title: draft.title, body: draft.body,
            writtenBy: write.duty.signed.account, writtenAt: write.now)
        try StationPostTable.insert([post], in: write.db)
        try write.record(post, "postWritten", before: nil, after: "waiting", hasWords: true, ids: &ids)
        return post.id
    }
}

/// Other words. What was public goes off the page until it has been read again.
enum RewritePost {
    static func run(
        _ write: StationWrite, _ id: Int64, _ draft: PostDraft, version: Int64, ids: inout IDs
    ) throws {
        let old = try write.post(id, version: version)
        var post = old
        post.kind = draft.kind
        post.title = draft.title
        post.body = draft.body
        post.writtenBy = write.duty.signed.account
        post.writtenAt = write.now
        try StationPostTable.rewrite(post, in: write.db)
        if old.state == .published { try PostIndex.remove(old, in: write.db) }
        try write.record(post, "postWritten", before: old.state.code, after: "waiting", hasWords: true, ids: &ids)
    }
}

/// 审核发布: the head answers for the text with her name.
enum PublishPost {
    static func run(_ write: StationWrite, _ id: Int64, version: Int64, ids: inout IDs) throws {
        let review = try write.duty.review(at: write.now)
        let post = try write.post(id, version: version)
        guard post.state != .published else {
            throw Refusal(.conflict, code: "post-published", "这一篇已经发布了")
        }
        try StationPostTable.publish(post, review: review, in: write.db)
        try PostIndex.put(post, in: write.db)
        try write.record(post, "postPublished", before: post.state.code, after: "published", ids: &ids)
        try PublicNews(.post, of: post.id, sequence: post.version).put(in: write.db, at: write.now, ids: &ids)
    }
}

/// 撤下: the text goes off the page and stays in the record.
enum WithdrawPost {
    static func run(_ write: StationWrite, _ id: Int64, version: Int64, ids: inout IDs) throws {
        _ = try write.duty.review(at: write.now)
        let post = try write.post(id, version: version)
        guard post.state == .published else {
            throw Refusal(.conflict, code: "post-not-public", "这一篇没有发布，不用撤下")
        }
        try StationPostTable.withdraw(post, at: write.now, in: write.db)
        try PostIndex.remove(post, in: write.db)
        try write.record(post, "postWithdrawn", before: "published", after: "withdrawn", ids: &ids)
    }
}

extension StationPost.State {
    /// What events call it.
    var code: String {
        switch self {
        case .waiting: "waiting"
        case .published: "published"
        case .withdrawn: "withdrawn"
        }
    }
}

extension StationWrite {
    func post(_ id: Int64, version: Int64) throws -> StationPost {
        guard let post = try StationPostTable.find(id, of: duty.station.id, in: db) else { throw NotFound() }
        guard post.version == version else { throw Stale() }
        return post
    }

    fileprivate func record(
        _ post: StationPost, _ name: String, before: String?, after: String, hasWords: Bool = false, ids: inout IDs
    ) throws {
        let words = [TextPart(kind: "title", text: post.title), TextPart(kind: "body", text: post.body)]
        try record(
            name, before: before, after: after, [Fact("post", post.id), Fact("kind", code: post.kind.rawValue)],
            texts: hasWords ? words : [], ids: &ids)
    }
}
