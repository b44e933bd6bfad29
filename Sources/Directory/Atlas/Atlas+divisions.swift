import Domain

extension Atlas {
    /// The area, or nil.
    package func division(_ id: DivisionID) -> Division? { places.divisions[id] }

    /// The province; nil before anything was loaded.
    package var root: Division? { places.root.flatMap { places.divisions[$0] } }

    /// Every area, in no order.
    package var divisions: some Collection<Division> { places.divisions.values }

    /// The area that a code meant on a day. Without a day the code in force now, or else the last area that had it,
    /// so that old papers still find their place.
    package func division(code: String, system: CodeSystem = .mca, on day: Day? = nil) -> Division? {
        let entries = (places.byCode[code] ?? []).filter { $0.system == system }
        let found: DivisionID?
        if let day {
            found = entries.first { $0.code.isValid(on: day) }?.division
        } else {
            let current = entries.first { $0.code.validTo == nil }
            found = (current ?? entries.max { $0.code.validFrom < $1.code.validFrom })?.division
        }
        return found.flatMap { places.divisions[$0] }
    }

    /// The areas around an area, nearest first, without itself.
    package func ancestors(of id: DivisionID) -> ArraySlice<Division> { lineage(of: id).dropFirst() }

    /// The area itself and those around it, nearest first: the rows a matter has in `matter_area`.
    package func lineage(of id: DivisionID) -> [Division] {
        places.lineages[id] ?? []
    }

    /// The area of a level in which an area lies, or itself.
    package func division(of id: DivisionID, at level: Level) -> Division? {
        lineage(of: id).first { $0.level == level }
    }

    /// Whether the first area lies in the second or is it.
    package func isWithin(_ inner: DivisionID, _ outer: DivisionID) -> Bool {
        var next: DivisionID? = inner
        while let id = next {
            if id == outer { return true }
            next = places.divisions[id]?.parent
        }
        return false
    }

    /// The areas directly below, in the order of the official list; development zones last.
    package func children(of id: DivisionID) -> [Division] {
        (places.children[id] ?? []).compactMap { places.divisions[$0] }
    }

    /// The area and everything below it, parents before children.
    package func subtree(of id: DivisionID) -> [Division] {
        guard let top = places.divisions[id] else { return [] }
        return [top] + children(of: id).flatMap { subtree(of: $0.id) }
    }

    /// The name with its city and county before it; empty for an area that does not exist.
    package func fullName(of id: DivisionID) -> String { places.divisions[id]?.fullName ?? "" }

    /// Areas by name: `北关`, `榆次 北关` or `榆次区北关街道`. Exact names first, then beginnings, larger areas first.
    package func divisions(matching text: String, limit: Int = 20) -> [Division] {
        let words = text.split(whereSeparator: \.isWhitespace).prefix(SoughtWords.most)
        guard let last = words.last, let sought = SoughtWords(text) else { return [] }
        let hits = places.divisions.values.filter { sought.stand(in: $0.fullName) }
        func rank(_ division: Division) -> Int {
            if division.name == last || division.fullName == last { return 0 }
            return division.name.hasPrefix(last) ? 1 : division.name.contains(last) ? 2 : 3
        }
        let ordered = hits.sorted {
            (rank($0), -$0.level.rawValue, $0.code ?? "~") < (rank($1), -$1.level.rawValue, $1.code ?? "~")
        }
        return Array(ordered.prefix(limit))
    }
}
