import Database
import Hummingbird
import Logging
import NIOCore

/// The one place that draws errors: as a page, or for a program as problem+json.
struct Errors: RouterMiddleware {
    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            let problem = Problem(Errors.known(error, context)) ?? Errors.unforeseen(error, context)
            return context.isAPI ? problem.json(context) : problem.page(context)
        }
    }

    /// What the libraries below call otherwise.
    private static func known(_ error: any Error, _ context: AppContext) -> any Error {
        if error is NIOTooManyBytesError { return PayloadTooLarge() }
        guard let http = error as? HTTPError, http.status == .notFound else { return error }
        let methods = context.routes.methods(at: context.path)
        guard !methods.isEmpty, !methods.contains(context.method) else { return error }
        return MethodNotAllowed(allowed: methods.map(\.rawValue).joined(separator: ", "))
    }

    /// The log gets the kind of error and the reference, never the request: it may hold personal data.
    private static func unforeseen(_ error: any Error, _ context: AppContext) -> Problem {
        var metadata: Logger.Metadata = [
            "reference": "\(context.reference)",
            "endpoint": "\(context.endpointPath ?? "none")",
            "kind": "\(String(reflecting: type(of: error)))",
        ]
        if let error = error as? DatabaseError { metadata["database"] = "\(withoutValues("\(error)"))" }
        context.logger.error("unforeseen error", metadata: metadata)
        return .fault
    }

    /// An engine may quote a value in its words. Names and addresses here are Chinese, telephones and numbers digits:
    /// without both, what is left tells the fault and nobody's data.
    static func withoutValues(_ words: String) -> String {
        String(String.UnicodeScalarView(words.unicodeScalars.filter { $0.isASCII && !("0"..."9").contains($0) }))
    }
}
