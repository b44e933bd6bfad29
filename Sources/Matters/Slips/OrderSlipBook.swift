import Database
import Directory
import Domain
import Record

/// Gives out the numbers of a book: real ones of this year, each with a code of its own, good from now on.
package enum OrderSlipBook {
    /// How many slips may be in one book.
    package static let sizes = 10...200

    /// The book's id, by which it is printed. `ids` must have been taken for as many slips.
    package static func run(
        _ db: Transaction, station: StationID, count: Int, by signed: Principal.Signed?, at now: Instant,
        ids: inout IDs, in installation: Installation
    ) throws -> Int64 {
        guard sizes.contains(count) else {
            throw FormErrors("count", "一册请印 \(sizes.lowerBound) 到 \(sizes.upperBound) 张")
        }
        let snapshot = try installation.snapshot(in: db)
        let atlas = snapshot.atlas
        guard let station = atlas.station(station) else { throw NotFound() }
        let day = Day(of: now)
        let wanted = Array(repeating: (area: station.division, day: day), count: count)
        var numbers = try ReservedNumbers.reserve(wanted, atlas: atlas, in: db)
        let days = snapshot.rules(at: station.division, on: day).number(.slipPrintingDays)
        let book = SlipBook(
            id: ids.next(), station: station.id, size: count, orderedAt: now,
            codesUntil: now.adding(seconds: Int64(days) * 86_400))
        try SlipTable.insert(book, by: signed?.account, in: db)
        for place in 1...count {
            guard let number = numbers.take(for: station.division, on: day),
                let code = QueryCode(ids.digits(QueryCode.length))
            else { throw DatabaseError.corrupt("number_sequence") }
            try SlipTable.insert(
                PrintedSlip(number: number, code: code, place: place), id: ids.next(), book: book.id, in: db,
                keys: installation.keys)
        }
        let draft = EventDraft(
            stream: Stream(kind: .station, id: station.id), name: "slipBookOrdered",
            author: SlipDuty.author(of: signed, at: station.id), at: now,
            facts: [Fact("book", book.id), Fact("count", Int64(count))])
        try installation.log.append(draft, in: db, ids: &ids)
        return book.id
    }
}
