import Domain
import Foundation
import Hummingbird

extension FormReader {
    /// The row's version that the page was drawn from; a page without one is as good as an old one.
    package func version() throws(Stale) -> Int64 {
        guard let version = form[FormParts.versionField].flatMap({ Int64($0) }) else { throw Stale() }
        return version
    }

    /// The id of this submission, made when the page was drawn: a repeated send carries the same one.
    package func submission() throws(Unreadable) -> UUID {
        guard let id = form[FormParts.submissionField].flatMap({ UUID(uuidString: $0) }) else {
            throw Unreadable(.form)
        }
        return id
    }
}

extension FormBody {
    /// Everything in which a repeated sending has to agree with the first. The form token is masked anew in each
    /// answer, so it says nothing about that.
    package func content(at path: String) -> String {
        let fields = fields.filter { $0.name != FormToken.field }.map { "\($0.name)\u{0}\($0.value)" }
        return ([path] + fields).joined(separator: "\u{1}")
    }
}

extension AppContext {
    /// A reader of the form sent with this request.
    package var reader: FormReader { FormReader(form) }

    /// How the form sent with this request is known again: its id, and everything in which a repeated sending has to
    /// agree with the first.
    package func sending(_ request: Request) throws(Unreadable) -> (id: String, content: String) {
        (try reader.submission().uuidString, form.content(at: request.uri.path))
    }
}
