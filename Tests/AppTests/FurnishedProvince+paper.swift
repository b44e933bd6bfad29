import Directory
import Domain
import Matters
import TestSupport

extension FurnishedProvince {
    mutating func addAnswerTexts() async throws {
        let officer = try await province.browser(as: province.officer(of: .town))
        for index in 0..<Self.many {
            _ = try await officer.get("/answer-texts/new")
            _ = try await officer.post(
                "/answer-texts", ["title": "路灯已修好 \(index)", "body": "{编号}：已于【哪一天】修好。", "category": "urban"])
        }
        let list = try await officer.get("/answer-texts").text
        answerText = list.firstMatch(of: /href="\/answer-texts\/(\d+)"/).flatMap { Int64($0.1) } ?? 0
    }

    /// A book of slips, and letters to the handler of a matter that was assigned.
    mutating func addPaper() async throws {
        let (station, now, installation) = (province.station(.town), province.now, province.installation)
        book = try await province.write { db, ids, _ in
            try OrderSlipBook.run(
                db, station: station, count: Self.many, by: nil, at: now, ids: &ids, in: installation)
        }
        let officer = try await province.browser(as: province.officer(of: .town))
        for number in numbers.dropFirst(2) {
            let path = "/matters/\(number.text)/letters"
            _ = try await officer.get(path + "/new?kind=urging")
            let made = try await officer.post(
                path, ["word": "乌金山人大意字", "title": "群众意见催办单", "addressee": "乌金山镇人民政府", "body": "请抓紧办理。"])
            guard let id = made.location?.split(separator: "/").last.flatMap({ Int64($0) }) else { continue }
            letters.append((number, id))
        }
    }
}
