import Directory
import Domain
import Hummingbird
import Web

/// `GET /api/v1/divisions?parent=&name=`: the areas directly below one, or those of a name within it.
struct DivisionsAPI: Sendable {
    private static let limit = 50

    struct Listing: Encodable, Sendable {
        /// The area that was asked for, without `parent=` the province.
        var parent: DivisionJSON
        var items: [DivisionJSON]
    }

    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> JSONResponse<Listing> {
        let query = try FormBody.query(of: request)
        let atlas = try await installation.snapshot().atlas
        let parent = try atlas.area(query["parent"])
        let name = TypedText.sought(query["name"])
        let found =
            name.isEmpty
            ? atlas.children(of: parent.id)
            : atlas.divisions(matching: name, limit: Self.limit).filter { atlas.isWithin($0.id, parent.id) }
        return JSONResponse(
            Listing(parent: DivisionJSON(parent, atlas), items: found.map { DivisionJSON($0, atlas) }))
    }
}

/// An area in an answer.
struct DivisionJSON: Encodable, Sendable {
    var code: String
    var name: String
    var full_name: String
    var level: String
    /// The code of the area around it.
    var parent: String?

    init(_ division: Division, _ atlas: Atlas) {
        code = division.key
        name = division.name
        full_name = division.fullName
        level = division.level.code
        parent = division.parent.flatMap { atlas.division($0)?.key }
    }
}
