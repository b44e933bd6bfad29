import Domain
import Foundation

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

extension AppContext {
    /// A reader of the form sent with this request.
    package var reader: FormReader { FormReader(form) }
}
