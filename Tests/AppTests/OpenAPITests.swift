import Domain
import Foundation
import TestSupport
import Testing
import Yams

@testable import Matters

@Suite("When the API is described")
struct OpenAPITests {
    @Test("every route for programs is in the description, and everything in it is a route")
    func routes() async throws {
        let description = try Description()
        let routes = try await TestProvince().app.routes.filter { route in
            ["/api/", "/health", "/ready", "/metrics"].contains { route.split(separator: " ")[1].hasPrefix($0) }
        }

        #expect(Set(routes) == description.operations)
    }

    @Test("the body of each act is described as it is read", arguments: Act.allCases.filter { $0.noun != nil })
    func bodies(_ act: Act) throws {
        let description = try Description()
        let schema = try description.body(of: "/api/v1/matters/{number}/" + (act.noun ?? ""))

        try expect(schema, ActBody.fields(of: act) ?? [], description)
    }

    @Test("the body of a registration is described as it is read")
    func opinion() throws {
        let description = try Description()

        try expect(try description.body(of: "/api/v1/matters"), OpinionBody.fields, description)
    }

    @Test("its lists of codes are those of the rules")
    func codes() throws {
        let description = try Description()

        #expect(try description.codes("MatterState") == MatterState.allCases.map(\.rawValue))
        #expect(try description.codes("Category") == Category.allCases.map(\.rawValue))
        #expect(try description.codes("Channel") == Channel.allCases.map(\.rawValue))
        #expect(try description.codes("Outcome") == Outcome.allCases.map(\.rawValue))
    }

    private func expect(_ schema: [String: Any], _ fields: [BodyField], _ description: Description) throws {
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(Set(properties.keys) == Set(fields.map(\.name)))
        #expect(
            Set(schema["required"] as? [String] ?? []) == Set(fields.filter(\.isRequired).map(\.name)))
        for field in fields {
            #expect(try description.kind(properties[field.name] ?? [:]) == field.kind, "\(field.name)")
        }
    }
}

/// `docs/openapi.yaml`, read.
private struct Description {
    let root: [String: Any]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/openapi.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        root = try #require(try Yams.load(yaml: text) as? [String: Any])
    }

    private var paths: [String: [String: Any]] { root["paths"] as? [String: [String: Any]] ?? [:] }
    private var schemas: [String: [String: Any]] {
        (root["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]] ?? [:]
    }

    /// `POST /api/v1/matters`, as the site map writes it.
    var operations: Set<String> {
        Set(
            paths.flatMap { path, item in
                item.keys.filter { ["get", "post", "put", "patch", "delete"].contains($0) }
                    .map { $0.uppercased() + " " + path }
            })
    }

    func body(of path: String) throws -> [String: Any] {
        let operation = paths[path]?["post"] as? [String: Any]
        let content = (operation?["requestBody"] as? [String: Any])?["content"] as? [String: Any]
        let json = content?["application/json"] as? [String: Any]
        return try referred(try #require(json?["schema"] as? [String: Any], "\(path)"))
    }

    func codes(_ schema: String) throws -> [String] {
        try #require(schemas[schema]?["enum"] as? [String])
    }

    /// What JSON a property has to be.
    func kind(_ property: [String: Any]) throws -> BodyField.Kind? {
        let schema = try referred(property)
        if let codes = schema["enum"] as? [String] { return .choice(codes) }
        switch schema["type"] as? String {
        case "string": return schema["format"] as? String == "date" ? .day : .text
        case "boolean": return .flag
        case "integer": return .integer
        case "array": return .integers
        default: return nil
        }
    }

    private func referred(_ schema: [String: Any]) throws -> [String: Any] {
        guard let name = (schema["$ref"] as? String)?.split(separator: "/").last else { return schema }
        return try #require(schemas[String(name)], "\(name)")
    }
}
