import Directory
import Domain
import Hummingbird
import Record
import Web

/// `/matters/{number}/letters`: what was written about a matter, and what one may write; `/letters/new?kind=…` proposes
/// the words.
struct LettersPage: Sendable {
    let installation: Installation

    @Sendable func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let now = installation.now()
        let installation = installation
        let (ground, made) = try await installation.database.read { db in
            let ground = try LetterGround.run(db, number, by: signed, at: now, in: installation)
            return (ground, try ground.made(in: db))
        }
        return context.page(PageFrame("函件", for: .staff), LettersView(ground: ground, letters: made).html)
    }

    @Sendable func draft(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let kind = try FormBody.query(of: request)["kind"].flatMap(Letter.init) else { throw NotFound() }
        return try await form(kind, PageFrame("拟函件", for: .staff), context.parts(), context)
    }

    @Sendable func make(_ request: Request, _ context: AppContext) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        guard let kind = context.form["kind"].flatMap(Letter.init) else { throw NotFound() }
        do {
            let text = try LetterForm.read(context.reader)
            let now = installation.now()
            let sending = try Sending(request, context, in: installation)
            let installation = installation
            let led = try await installation.write(ids: 8) { db, ids in
                try Idempotency.lead(sending.client, at: now, in: db) {
                    let made = try MakeLetter.run(
                        db, number, kind, text, by: signed, at: now, ids: &ids, in: installation)
                    return LetterAddress(number: number).one(made.id).text
                }
            }
            return .seeOther(led)
        } catch let errors as FormErrors {
            let frame = PageFrame("拟函件", for: .staff).refused()
            return try await form(kind, frame, context.parts(refused: errors), context)
        }
    }

    private func form(
        _ kind: Letter, _ frame: PageFrame, _ parts: FormParts, _ context: AppContext
    ) async throws -> Response {
        let signed = try context.signedIn()
        let number = try context.matterNumber()
        let now = installation.now()
        let installation = installation
        let (ground, text) = try await installation.database.read { db in
            let ground = try LetterGround.run(db, number, by: signed, at: now, in: installation)
            guard let sender = ground.sender(of: kind) else { throw MakeLetter.notYours }
            let word = try LetterTable.lastWord(of: sender.organ.id, in: db)
            return (ground, LetterProposal(kind: kind, ground: ground, sender: sender).text(word: word))
        }
        return context.page(frame, LetterFormView(ground: ground, kind: kind, text: text, parts: parts).html)
    }
}

/// The addresses of a matter's letters.
struct LetterAddress {
    let number: MatterNumber

    var all: Address { Address("/matters/\(number.text)/letters") }

    func one(_ id: Int64) -> Address { Address("/matters/\(number.text)/letters/\(id)") }

    func draft(_ kind: Letter) -> Address {
        Address("/matters/\(number.text)/letters/new").with("kind", kind.rawValue)
    }
}

/// A letter as it was typed.
enum LetterForm {
    static func read(_ reader: FormReader) throws(FormErrors) -> LetterText {
        var reader = reader
        let text = LetterText(
            word: reader.text("word", "发文机关代字", most: 20), title: reader.text("title", "标题", most: 60),
            addressee: reader.text("addressee", "主送", most: 60, isRequired: false),
            body: reader.lines("body", "正文", most: 5_000),
            signer: reader.text("signer", "签发人", most: 20, isRequired: false), signature: "")
        try reader.finish()
        return text
    }
}
