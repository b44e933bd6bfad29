import Web

/// How the state of a post is said.
enum PostWords {
    static func label(_ post: StationPost) -> HTML {
        switch post.state {
        case .waiting: StatusLabel("等站长审核", .soon).html
        case .published: StatusLabel("已发布", .done).html
        case .withdrawn: StatusLabel("已撤下", .calm).html
        }
    }
}

/// A post as typed, checked for form but not yet written.
struct PostDraft: Sendable {
    var kind: StationPostKind
    var title: String
    var body: String
}
