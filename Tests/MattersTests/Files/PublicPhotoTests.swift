import Domain
import TestSupport
import Testing

@testable import Matters

@Suite("When a head publishes a summary")
struct PublicPhotoTests {
    private static let summary = ["title": "乌金山镇村口三盏路灯不亮", "summary": "村口到学校的路灯坏了三盏。"]

    private func publish(_ ground: FileGround, _ chosen: [String: String]) async throws {
        try await ground.province.desk(ground.province.head(of: .town)).act(
            .publish, Self.summary.merging(chosen) { $1 }, on: ground.play.number)
    }

    @Test("no photo goes with it by itself")
    func none() async throws {
        let ground = try await FileGround()
        try await ground.play.accepted()

        try await publish(ground, [:])

        let visitor = try await ground.province.browser()
        let page = try await visitor.get(ground.publicPage)
        #expect(page.status == .ok && !page.text.contains("/files/"))
        #expect(try await visitor.get("\(ground.publicPage)/files/\(ground.photo)").status == .notFound)
    }

    @Test("a chosen one everybody sees, its description with it, until it is withdrawn; the voice is not to be chosen")
    func chosen() async throws {
        let ground = try await FileGround()
        try await ground.play.accepted()
        let province = ground.province

        try await publish(ground, ["published": String(ground.photo)])

        let visitor = try await province.browser()
        let path = "\(ground.publicPage)/files/\(ground.photo)"
        let page = try await visitor.get(ground.publicPage)
        #expect(
            page.text.contains("<img class=\"photo\" src=\"\(path)\" alt=\"反映人的照片，第 1 张\" width=\"24\" height=\"40\""))
        let photo = try await visitor.get(path)
        #expect(photo.status == .ok && photo.headers[.cacheControl] == "public, max-age=60")
        #expect(try await visitor.get("\(ground.publicPage)/files/\(ground.voice)").status == .notFound)
        let event = try await province.lastEvent(of: ground.play.number)
        #expect(event.name == "published" && event.facts.integer("photo") == ground.photo)

        try await province.desk(province.head(of: .town)).act(
            .unpublish, ["reason": Said.reason], on: ground.play.number)
        #expect(try await visitor.get(path).status == .notFound)
        #expect(try await province.faults() == [])
    }

    @Test("published anew without it, it is public no longer")
    func anew() async throws {
        let ground = try await FileGround()
        try await ground.play.accepted()
        try await publish(ground, ["published": String(ground.photo)])

        try await publish(ground, ["published": ""])

        let visitor = try await ground.province.browser()
        #expect(try await visitor.get(ground.publicPage).status == .ok)
        #expect(try await visitor.get("\(ground.publicPage)/files/\(ground.photo)").status == .notFound)
    }

    @Test("a photo of another matter cannot be chosen")
    func another() async throws {
        let ground = try await FileGround()
        let other = try await FileGround(ground.province)
        try await ground.play.accepted()
        let head = try await ground.province.browser(as: ground.province.head(of: .town))
        _ = try await head.get(ground.staffPage)

        let answer = try await head.post(
            ground.staffPage + "/publication",
            ["title": "乌金山镇村口三盏路灯不亮", "summary": "村口到学校的路灯坏了三盏。", "published": String(other.photo)])

        #expect(answer.status == .unprocessableContent && answer.seen.contains("请重新选择要公开的照片"))
        let visitor = try await ground.province.browser()
        #expect(try await visitor.get(ground.publicPage).status == .notFound)
        #expect(try await visitor.get("\(other.publicPage)/files/\(other.photo)").status == .notFound)
    }
}
