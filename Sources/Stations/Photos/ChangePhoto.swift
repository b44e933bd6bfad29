import Domain
import Files
import Record

/// A picture for a text. What was public goes off the page until it has been looked at again.
enum AddPhoto {
    /// A page on an old telephone is read over an old network.
    static let most = 6

    static func run(
        _ write: StationWrite, to id: Int64, _ picture: FileDraft, _ description: String, version: Int64,
        ids: inout IDs
    ) throws {
        let post = try write.post(id, version: version)
        let there = try StationPhotoTable.photos(of: [id], in: write.db, keys: write.keys)[id] ?? []
        guard there.count < most else {
            throw FormErrors("photo", "一篇最多 \(most) 张照片，请先去掉一张")
        }
        let photo: Int64
        do {
            photo = try FileTable.attach(
                picture, to: .stationPost(id), description: description, by: write.duty.signed.account, at: write.now,
                in: write.db, ids: &ids, keys: write.keys)
        } catch is FileGone {
            throw FileGone.refusal
        }
        try write.waitAgain(
            post, "photoAdded", photo, words: [TextPart(kind: "description", text: description)], &ids)
    }
}

enum RemovePhoto {
    static func run(
        _ write: StationWrite, _ id: Int64, of post: Int64, version: Int64, ids: inout IDs
    ) throws {
        let old = try write.post(post, version: version)
        guard try StationPhotoTable.delete(id, of: post, at: write.now, in: write.db) else { throw NotFound() }
        try write.waitAgain(old, "photoRemoved", id, words: [], &ids)
    }
}

extension StationWrite {
    /// The text waits for the reviewer again, as after other words.
    fileprivate func waitAgain(
        _ old: StationPost, _ name: String, _ photo: Int64, words: [TextPart], _ ids: inout IDs
    ) throws {
        var post = old
        post.writtenBy = duty.signed.account
        post.writtenAt = now
        try StationPostTable.rewrite(post, in: db)
        if old.state == .published { try PostIndex.remove(old, in: db) }
        try record(
            name, before: old.state.code, after: "waiting", [Fact("post", post.id), Fact("photo", photo)], texts: words,
            ids: &ids)
    }
}
