import Database
import Directory
import Domain
import Foundation
import Hummingbird
import Web

/// `GET /metrics`: figures for a program that collects them, in Prometheus' text form (version 0.0.4). On the staff's
/// face only: how much is asked of a system is its operator's business.
struct MetricsPage: Sendable {
    let installation: Installation
    let traffic: Traffic

    func routes(on router: Router<AppContext>) {
        router.get("/metrics") { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: await text())))
        }
    }

    private func text() async -> String {
        var page = MetricsText()
        requests(&page)
        passwords(&page)
        database(&page)
        let entries = await Readiness.within(Readiness.patience) {
            try? await installation.database.read { db in try JobTable.entries(in: db) }
        }
        if let entries, let entries { work(entries, &page) }
        if let bytes = MetricsText.residentBytes {
            page.add("lianxin_resident_bytes", .gauge, "Memory of the process.", [([], Double(bytes))])
        }
        return page.text
    }

    private func requests(_ page: inout MetricsText) {
        let all = traffic.all.map { key, figures in
            ([("method", key.method), ("route", key.route), ("status", "\(key.status)")], figures)
        }
        page.addHistogram("lianxin_request_seconds", "Answered requests by route and status.", all)
        page.add(
            "lianxin_requests_under_way", .gauge, "Requests that are being answered.", [([], Double(traffic.underWay))])
    }

    private func passwords(_ page: inout MetricsText) {
        let load = installation.passwords.load
        page.add(
            "lianxin_sign_ins", .gauge, "Passwords of sign-ins and new ones: being hashed, and waiting for that.",
            [([("state", "hashing")], Double(load.working)), ([("state", "waiting")], Double(load.waiting))])
        page.add(
            "lianxin_sign_ins_refused_total", .counter, "Sign-ins refused because too many waited.",
            [([], Double(load.refused))])
    }

    private func database(_ page: inout MetricsText) {
        let figures = installation.database.figures
        let engine = [("engine", installation.database.kind.rawValue)]
        page.add(
            "lianxin_transactions_total", .counter, "Transactions begun.",
            [
                (engine + [("kind", "read")], Double(figures.reads)),
                (engine + [("kind", "write")], Double(figures.writes)),
            ])
        page.add("lianxin_statements_total", .counter, "Statements run.", [(engine, Double(figures.statements))])
        page.add(
            "lianxin_conflicts_total", .counter, "Writes run again because another stood in the way.",
            [(engine, Double(figures.conflicts))])
        page.add(
            "lianxin_connections_lost_total", .counter, "Connections that broke.", [(engine, Double(figures.lost))])
        page.add(
            "lianxin_connections", .gauge, "Connections to the database.",
            [
                ([("state", "all")], Double(figures.load.connections)),
                ([("state", "busy")], Double(figures.load.busy)),
            ])
        page.add(
            "lianxin_transactions_waiting", .gauge, "Transactions that wait for a connection.",
            [([], Double(figures.load.waiting))])
    }

    private func work(_ entries: [String: JobTable.Entry], _ page: inout MetricsText) {
        let now = installation.now()
        let names = entries.sorted { $0.key < $1.key }
        page.add(
            "lianxin_work_late_seconds", .gauge, "How long timed work has been due.",
            names.map { ([("work", $0.key)], Double(max(0, now.ms - $0.value.dueAt.ms)) / 1000) })
        page.add(
            "lianxin_work_failures", .gauge, "How often timed work failed since it was last done.",
            names.map { ([("work", $0.key)], Double($0.value.attempts)) })
    }
}

/// The text form: a name with its help and type, then a line for each set of labels.
struct MetricsText {
    enum Kind: String {
        case counter, gauge, histogram
    }

    typealias Labels = [(name: String, value: String)]

    private(set) var text = ""

    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ samples: [(Labels, Double)]) {
        begin(name, kind, help)
        for (labels, value) in samples { line(name, labels, value) }
    }

    mutating func addHistogram(_ name: String, _ help: String, _ samples: [(Labels, Traffic.Figures)]) {
        begin(name, .histogram, help)
        for (labels, figures) in samples {
            for (bound, count) in zip(Traffic.Figures.bounds, figures.within) {
                line(name + "_bucket", labels + [("le", "\(bound)")], Double(count))
            }
            line(name + "_bucket", labels + [("le", "+Inf")], Double(figures.count))
            line(name + "_sum", labels, figures.seconds)
            line(name + "_count", labels, Double(figures.count))
        }
    }

    /// Of `/proc`: the second number counts pages.
    static var residentBytes: Int? {
        guard let words = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let parts = words.split(separator: " ")
        return parts.count > 1 ? Int(parts[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }

    private mutating func begin(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    private mutating func line(_ name: String, _ labels: Labels, _ value: Double) {
        let inside = labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ",")
        let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
        text += name + (inside.isEmpty ? "" : "{\(inside)}") + " " + number + "\n"
    }
}
