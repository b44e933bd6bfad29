import Domain
import Hummingbird
import Web

/// When too many sign in at once, a form is shown again as after any other failure, with what was typed.
extension Crowded {
    /// Said at a field of the form.
    func errors(at field: String) -> FormErrors {
        FormErrors(field, "登录的人太多，请过一会儿再试。这次不算输错")
    }
}

extension PageFrame {
    /// Nothing has to be put right, so the title does not ask for it.
    func crowded() -> PageFrame {
        var frame = self
        frame.status = .serviceUnavailable
        return frame
    }
}

extension Response {
    /// The same with the seconds after which it may be tried again.
    func again(after seconds: Int) -> Response {
        var response = self
        response.headers[.retryAfter] = String(seconds)
        return response
    }
}
