import Directory
import Domain
import Hummingbird
import Web

/// `/my`: number and query code open the way to one's own matter.
struct MyEntryPage: Sendable {
    private static let frame = {
        var frame = PageFrame("查一件事")
        frame.scripts = ["slip.js"]
        return frame
    }()

    let installation: Installation

    @Sendable func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let number = try FormBody.query(of: request)["number"] ?? ""
        return page(Self.frame, number: number, context.parts(), context)
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        do {
            let (number, code) = try typed(context)
            return try await enter(number, code, context)
        } catch let errors as FormErrors {
            return page(Self.frame.refused(), number: "", context.parts(refused: errors), context)
        } catch let slip as WaitingSlip {
            let station = try await installation.snapshot().atlas.station(slip.station)
            guard let station else { throw NotFound() }
            let view = WaitingSlipView(slip: slip, station: station, human: context.site.human)
            return context.page(PageFrame("您的纸条"), view.html)
        } catch is NotFound {
            // A wrong number and a wrong code look the same, in status and in words.
            var frame = Self.frame
            frame.status = .notFound
            return page(frame, number: "", context.parts(refused: ReporterAccess.mismatch), context)
        }
    }

    @Sendable func leave(_ request: Request, _ context: AppContext) async throws -> Response {
        var response = Response.seeOther("/my")
        response.endReporterSession(in: context)
        return response
    }

    private func enter(_ number: String, _ code: String, _ context: AppContext) async throws -> Response {
        let from = context.remoteAddress ?? context.browser()
        let (principal, found) = try await ReporterAccess.open(number, code: code, from: from, in: installation)
        guard case .reporter(let matter) = principal else { throw NotFound() }
        let now = installation.now()
        let keys = installation.keys
        let session = try await installation.database.read { db in
            try ReporterSession(opening: matter, at: now, in: db, keys: keys)
        }
        var response = Response.seeOther("/my/" + found.text)
        response.keep(session, in: context)
        return response
    }

    /// What cannot be a number or a code is said at the field: the check digit is no secret.
    private func typed(_ context: AppContext) throws(FormErrors) -> (number: String, code: String) {
        var reader = context.reader
        let number = reader.text("number", "编号", most: 60)
        if !number.isEmpty, MatterNumber(number) == nil {
            reader.add("number", "编号不对，请照纸条上的写，例如 1407-2026-000123-2")
        }
        let code = reader.text("code", "查询码", most: 40)
        if !code.isEmpty, QueryCode(code) == nil { reader.add("code", "查询码是 8 个数字，请照纸条上的写") }
        try reader.finish()
        return (number, code)
    }

    private func page(_ frame: PageFrame, number: String, _ parts: FormParts, _ context: AppContext) -> Response {
        context.page(frame, MyEntryView(parts: parts, number: number, words: "", human: context.site.human).html)
    }
}

struct MyEntryView {
    let parts: FormParts
    let number: String
    /// What somebody wrote while the time ran out.
    let words: String
    let human: Site.HumanLine

    var html: HTML {
        """
        \(parts.summary)
        <h1>查一件事</h1>
        \(if: !words.isEmpty, lateWords)
        <p class="lead">照纸条或者短信上的写，横线和空格不用管。</p>
        \(parts.form(action: "/my", submit: "查这件事", fields))
        <h2>纸条丢了？</h2>
        <p>带上身份证件到联络站，核对后可以换一个新的查询码。记得编号的带上编号；记不得也行，\
        报登记时留的电话或者姓名，工作人员能找到。也可以打电话问：\
        <a class="telephone" href="\(address: "tel:" + human.telephone)">\(human.telephone)</a>（\(human.hours)，有人接听）。</p>
        <p>还没有说过？<a href="/say">现在说一件事</a></p>
        """
    }

    private var fields: HTML {
        """
        \(parts.textField("number", "编号", value: number, kind: .number, notes: "例如 1407-2026-000123-2"))
        \(parts.textField("code", "查询码", kind: .code, notes: "8 个数字，例如 1234 5678"))
        """
    }

    private var lateWords: HTML {
        """
        \(Notice.warning("隔的时间久了，为了安全请再填一次编号和查询码。您刚才写的话还没有交上来，请先从这里复制："))
        <textarea rows="6" readonly aria-label="您刚才写的话">
        \(words)</textarea>
        """
    }
}
