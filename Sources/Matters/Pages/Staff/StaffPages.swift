import Directory
import Files
import Hummingbird
import Web

/// What offices see of matters: today's work, the lists, the one answer screen, the slips of petitions.
struct StaffPages: Sendable {
    let installation: Installation
    let files: FileStore

    func routes(on router: Router<AppContext>) {
        router.get("/today", use: TodayPage(installation: installation).show)
        router.get("/matters", use: ListPage(installation: installation).show)
        router.get("/overview", use: OverviewPage(installation: installation).show)

        let bulk = BulkPage(installation: installation)
        router.get("/assignments", use: bulk.choose)
        router.post("/assignments/preview", use: bulk.preview)
        router.post("/assignments", use: bulk.submit)

        let answers = AnswerTextsPage(installation: installation)
        router.get("/answer-texts", use: answers.list)
        router.get("/answer-texts/new", use: answers.blank)
        router.post("/answer-texts", use: answers.create)
        router.get("/answer-texts/{template}", use: answers.show)
        router.post("/answer-texts/{template}", use: answers.rewrite)
        router.post("/answer-texts/{template}/withdrawal", use: answers.withdraw)

        let matter = MatterPage(installation: installation, store: files)
        router.get("/matters/{number}", use: matter.show)
        router.post("/matters/{number}/{noun}", use: matter.act)

        slips(on: router)
        letters(on: router)
        let links = LinksPage(installation: installation)
        router.get("/matters/{number}/links", use: links.show)
        router.post("/matters/{number}/links", use: links.send)
        router.post("/matters/{number}/links/{link}/revocation", use: links.revoke)

        let disputes = DisputesPage(installation: installation)
        router.get("/matters/{number}/disputes", use: disputes.show)
        router.post("/matters/{number}/disputes", use: disputes.dispute)
        router.post("/matters/{number}/disputes/{dispute}/decision", use: disputes.decide)
        let secrecy = SecrecyPage(installation: installation)
        router.get("/secrecy/{number}", use: secrecy.show)
        router.post("/secrecy/{number}", use: secrecy.submit)

        let petitions = PetitionsPage(installation: installation)
        router.get("/petitions", use: petitions.list)
        router.get("/petitions/{number}/slip", use: petitions.slip)
        router.get("/petitions/{number}/notice", use: petitions.notice)
    }

    private func slips(on router: Router<AppContext>) {
        let books = SlipBooksPage(installation: installation)
        router.get("/station/{code}/slips", use: books.show)
        router.post("/station/{code}/slips", use: books.order)

        let book = SlipBookPage(installation: installation)
        router.get("/station/{code}/slips/{book}", use: book.show)
        router.post("/station/{code}/slips/{book}/voids", use: book.void)

        let lost = LostSlipPage(installation: installation)
        router.get("/station/{code}/lost-slips", use: lost.show)
        router.post("/station/{code}/lost-slips", use: lost.search)
        router.post("/matters/{number}/slip", use: lost.reissue)
    }

    private func letters(on router: Router<AppContext>) {
        let letters = LettersPage(installation: installation)
        router.get("/matters/{number}/letters", use: letters.list)
        router.post("/matters/{number}/letters", use: letters.make)
        router.get("/matters/{number}/letters/new", use: letters.draft)
        router.get("/matters/{number}/letters/{letter}", use: LetterPage(installation: installation).show)
    }
}
