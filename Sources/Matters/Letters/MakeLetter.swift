import Database
import Directory
import Domain
import Record

/// Gives a letter its number and fixes what stands in it. It can be printed as often as one likes and never changed.
enum MakeLetter {
    static let notYours = Refusal(
        .forbidden, code: "letter-not-yours", "现在不能由您制作这种函件，请看这件事现在到了哪一步、由谁经办。")

    static func run(
        _ db: Transaction, _ number: MatterNumber, _ kind: Letter, _ text: LetterText, by signed: Principal.Signed,
        at now: Instant, ids: inout IDs, in installation: Installation
    ) throws -> MadeLetter {
        guard let stored = try MatterTable.matter(number, in: db) else { throw NotFound() }
        let matter = stored.matter
        let atlas = try installation.snapshot(in: db).atlas
        let standing = Standing(of: .account(signed), to: stored, atlas: atlas)
        guard standing.mayKnow(matter) else { throw NotFound() }
        guard let sender = LetterSender(kind, of: signed, about: matter, atlas: atlas) else {
            throw notYours
        }
        if !kind.goesToReporter {
            let reporter = try ReporterTable.reporter(of: matter.id, in: db, keys: installation.keys)
            try checkBlind(text, ReporterTraces(reporter))
        }
        let day = Day(of: now)
        let year = day.civil.year
        // The sequence first: of two letters of one organ the second waits here.
        let place = try LetterTable.next(of: sender.organ.id, in: year, db)
        let letter = MadeLetter(
            id: ids.next(), kind: kind, organ: sender.organ.id, year: year, place: place, word: text.word,
            addressee: kind.goesToReporter ? nil : matter.handling.lead, day: day)
        var signedText = text
        signedText.signature = sender.name(in: atlas)
        try LetterTable.insert(
            letter, signedText, of: matter.id, by: signed.account, at: now, in: db, keys: installation.keys)
        try record(letter, signedText, matter, sender, signed, in: db, at: now, ids: &ids, installation.log)
        return letter
    }

    /// A handler stays blind: what would give the reporter away is refused, not silently taken out.
    private static func checkBlind(_ text: LetterText, _ traces: ReporterTraces) throws(FormErrors) {
        for (field, words) in [("title", text.title), ("addressee", text.addressee), ("body", text.body)] {
            for trace in [traces.name, traces.phone, traces.address].compactMap(\.self) where trace.count > 1 {
                guard !words.contains(trace) else {
                    throw FormErrors(field, "这里写着反映人的姓名、电话或住址。给承办单位的函件不能写，请删掉再提交")
                }
            }
        }
    }

    /// In the organ's own chain, with a commitment to the whole text: a letter changed later is found.
    private static func record(
        _ letter: MadeLetter, _ text: LetterText, _ matter: Matter, _ sender: LetterSender,
        _ signed: Principal.Signed, in db: Transaction, at now: Instant, ids: inout IDs, _ log: EventLog
    ) throws {
        let draft = EventDraft(
            stream: Stream(kind: .organ, id: sender.organ.id), name: "letterMade",
            author: Author(signed, sender.grant, onBehalf: nil), at: now,
            facts: [
                Fact("letter", letter.id), Fact("matter", matter.id), Fact("kind", code: letter.kind.rawValue),
                Fact("year", Int64(letter.year)), Fact("place", Int64(letter.place)),
            ],
            texts: [
                TextPart(kind: "title", text: text.title), TextPart(kind: "addressee", text: text.addressee),
                TextPart(kind: "body", text: text.body), TextPart(kind: "signer", text: text.signer),
            ])
        try log.append(draft, in: db, ids: &ids)
    }
}
