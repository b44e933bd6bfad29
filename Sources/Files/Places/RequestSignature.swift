import Crypto
import Domain

/// Signs a request to an S3-compatible store (AWS Signature Version 4): who asks, for what, on which day, in which region.
struct RequestSignature: Sendable {
    let access: BucketKey
    let region: String

    private static let algorithm = "AWS4-HMAC-SHA256"
    private static let signed = "host;x-amz-content-sha256;x-amz-date"

    /// What a request must carry beside its host. `path` is encoded already, `query` is not.
    func headers(
        _ method: String, host: String, path: String, query: [(name: String, value: String)], body: [UInt8],
        at now: Instant
    ) -> [(name: String, value: String)] {
        let stamp = RequestSignature.stamp(now)
        let content = SHA256.hash(data: body).hex
        let canonical = [
            method, path, RequestSignature.encoded(query),
            "host:\(host)", "x-amz-content-sha256:\(content)", "x-amz-date:\(stamp)", "",
            RequestSignature.signed, content,
        ].joined(separator: "\n")
        let day = String(stamp.prefix(8))
        let scope = "\(day)/\(region)/s3/aws4_request"
        let text = [
            RequestSignature.algorithm, stamp, scope, SHA256.hash(data: Array(canonical.utf8)).hex,
        ].joined(separator: "\n")
        let signature = code(text, key(of: day)).hex
        return [
            ("x-amz-date", stamp), ("x-amz-content-sha256", content),
            (
                "authorization",
                "\(RequestSignature.algorithm) Credential=\(access.name)/\(scope), "
                    + "SignedHeaders=\(RequestSignature.signed), Signature=\(signature)"
            ),
        ]
    }

    /// In the order and the form in which both sides must write it.
    static func encoded(_ query: [(name: String, value: String)]) -> String {
        query.map { (encoded($0.name), encoded($0.value)) }.sorted { $0 < $1 }.map { $0 + "=" + $1 }
            .joined(separator: "&")
    }

    /// Everything but letters, digits and `-._~`.
    static func encoded(_ text: String, keeping kept: String = "") -> String {
        var result = ""
        for byte in text.utf8 {
            let sign = Character(UnicodeScalar(byte))
            let isPlain =
                sign.isASCII && (sign.isLetter || sign.isNumber || "-._~".contains(sign) || kept.contains(sign))
            let digits = String(byte, radix: 16, uppercase: true)
            result += isPlain ? String(sign) : "%" + (byte < 16 ? "0" : "") + digits
        }
        return result
    }

    private func key(of day: String) -> SymmetricKey {
        var key = SymmetricKey(data: Array(("AWS4" + access.secret.opened).utf8))
        for part in [day, region, "s3", "aws4_request"] { key = SymmetricKey(data: code(part, key)) }
        return key
    }

    private func code(_ text: String, _ key: SymmetricKey) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    }

    /// `20130524T000000Z`
    private static func stamp(_ now: Instant) -> String {
        let seconds = now.ms / 1_000
        let day = Day(number: Int32(seconds / 86_400)).iso.filter { $0 != "-" }
        let rest = seconds % 86_400
        let time = [rest / 3_600, rest / 60 % 60, rest % 60].map { ($0 < 10 ? "0" : "") + String($0) }.joined()
        return "\(day)T\(time)Z"
    }
}
