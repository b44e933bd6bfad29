import Domain
import Foundation
import Hummingbird

extension FormBody {
    /// An API body as the form with the same fields, so that one reader serves pages and API: texts and numbers as they
    /// are, true and false as `yes` and `no`, a list as several fields of one name, null as nothing. The header
    /// `Idempotency-Key` becomes the submission id.
    package static func json(from request: Request, upTo limit: Int = 256 * 1024) async throws -> FormBody {
        let members = try await JSONBody.decode([String: JSONMember].self, from: request, upTo: limit)
        var fields: [Field] = []
        for (name, member) in members.sorted(by: { $0.key < $1.key }) where name != FormParts.submissionField {
            fields += member.texts.map { Field(name: name, value: FormBody.withPlainLineEnds($0)) }
        }
        if let key = request.headers[.init("Idempotency-Key")!] {
            fields.append(Field(name: FormParts.submissionField, value: key))
        }
        guard fields.count <= mostFields else { throw Unreadable(.json) }
        return FormBody(fields)
    }
}

/// The value of one member: no form of ours nests deeper than a list.
private enum JSONMember: Decodable {
    case nothing
    case one(String)
    case many([String])

    var texts: [String] {
        switch self {
        case .nothing: []
        case .one(let text): [text]
        case .many(let texts): texts
        }
    }

    init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            var texts: [String] = []
            while !list.isAtEnd { texts.append(try list.decode(JSONScalar.self).text) }
            self = .many(texts)
        } else if try decoder.singleValueContainer().decodeNil() {
            self = .nothing
        } else {
            self = .one(try JSONScalar(from: decoder).text)
        }
    }
}

private struct JSONScalar: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let flag = try? value.decode(Bool.self) {
            text = flag ? "yes" : "no"
        } else if let number = try? value.decode(Int64.self) {
            text = String(number)
        } else if let number = try? value.decode(Double.self) {
            text = String(number)
        } else {
            text = try value.decode(String.self)
        }
    }
}
