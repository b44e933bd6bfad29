import Database
import Domain
import Hummingbird

/// An error as the outside sees it, before it is drawn as a page or as problem+json.
struct Problem {
    /// What a page may do with the form that was sent.
    enum Sent {
        case forget
        /// Show the words, so that they can be copied.
        case show
        /// Show the words and let them be sent again as they are.
        case offerAgain
    }

    var status: HTTPResponse.Status
    var code: String
    var title: String
    var detail: String
    var fields: [FormErrors.Field] = []
    var headers: HTTPFields = [:]
    var sent = Sent.show

    init(
        _ status: HTTPResponse.Status, _ code: String, _ words: (title: String, detail: String), sent: Sent = .show
    ) {
        self.status = status
        self.code = code
        title = words.title
        detail = words.detail
        self.sent = sent
    }

    /// Nil for what nobody foresaw.
    init?(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self.init(refusal)
        case let errors as FormErrors:
            self.init(.unprocessableContent, "fields", Messages.fields)
            fields = errors.fields
        case is NotFound: self.init(.notFound, "not_found", Messages.notFound)
        case is Stale: self.init(.conflict, "stale", Messages.stale)
        case is Unauthenticated: self.init(.unauthorized, "unauthenticated", Messages.signIn, sent: .offerAgain)
        case let many as TooMany:
            self.init(.tooManyRequests, "too_many", Messages.tooMany(many.retryAfter), sent: .offerAgain)
            headers[.retryAfter] = String(max(1, many.retryAfter))
        case let crowded as Crowded:
            self.init(.serviceUnavailable, "crowded", Messages.crowded, sent: .forget)
            headers[.retryAfter] = String(crowded.retryAfter)
        case is PayloadTooLarge: self.init(.contentTooLarge, "too_large", Messages.tooLarge)
        case let unreadable as Unreadable:
            self.init(.badRequest, "unreadable_\(unreadable.what.rawValue)", Messages.unreadable(unreadable.what))
        case is UnsupportedMediaType:
            self.init(.unsupportedMediaType, "media_type", Messages.unsupported, sent: .forget)
        case let method as MethodNotAllowed:
            self.init(.methodNotAllowed, "method", Messages.notAllowed)
            headers[.allow] = method.allowed
        case let error as DatabaseError: self.init(error)
        case let error as HTTPError: self.init(error)
        default: return nil
        }
    }

    static let fault = Problem(.internalServerError, "fault", Messages.fault)

    private init(_ refusal: Refusal) {
        switch refusal.kind {
        case .forbidden: self.init(refusal.status, refusal.code, (Messages.forbidden, refusal.message))
        case .conflict: self.init(refusal.status, refusal.code, (Messages.conflict, refusal.message))
        }
    }

    private init?(_ error: DatabaseError) {
        switch error {
        case .busy:
            self.init(.serviceUnavailable, "busy", Messages.busy, sent: .offerAgain)
            headers[.retryAfter] = "3"
        case .unreachable:
            self.init(.serviceUnavailable, "busy", Messages.busy, sent: .offerAgain)
            headers[.retryAfter] = "10"
        case .uncertain:
            self.init(.serviceUnavailable, "uncertain", Messages.uncertain, sent: .offerAgain)
            headers[.retryAfter] = "10"
        case .full:
            self.init(.serviceUnavailable, "full", Messages.full, sent: .offerAgain)
            headers[.retryAfter] = "300"
        case .constraint, .corrupt, .other: return nil
        }
    }

    /// Hummingbird's own errors, which only say a status.
    private init?(_ error: HTTPError) {
        switch error.status {
        case .badRequest: self.init(.badRequest, "unreadable_address", Messages.unreadable(.address))
        case .notFound: self.init(.notFound, "not_found", Messages.notFound)
        case .contentTooLarge: self.init(.contentTooLarge, "too_large", Messages.tooLarge, sent: .forget)
        case .unsupportedMediaType:
            self.init(.unsupportedMediaType, "media_type", Messages.unsupported, sent: .forget)
        default: return nil
        }
    }
}

extension Refusal {
    /// The status of the answer that says so.
    package var status: HTTPResponse.Status {
        switch kind {
        case .forbidden: .forbidden
        case .conflict: .conflict
        }
    }
}
