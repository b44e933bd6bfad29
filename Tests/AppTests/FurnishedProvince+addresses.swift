import Web

extension FurnishedProvince {
    /// The addresses that stand for a pattern, with the filters that change what is asked.
    func addresses(of pattern: String) -> [String] {
        let plain = fillings(of: pattern).map { filling in
            filling.reduce(pattern) { $0.replacing("{\($1.key)}", with: $1.value) }
        }
        let asking = Self.asking[pattern].map { query in plain.map { $0 + "?" + query } } ?? []
        return plain + asking + (Self.filters[pattern] ?? []).map { pattern + "?" + $0 }
    }

    /// Pages that show nothing without being asked for something.
    private static let asking = ["/matters/{number}/letters/new": "kind=urging"]

    private static let filters: [String: [String]] = [
        "/paper/intake": ["station=YC100"],
        "/matters": [
            "overdue=yes", "mine=yes", "state=inHandling", "category=urban", "state=assigned&mine=yes",
            "q=" + Address.encoded("路灯"), "q=" + Address.encoded("村口到学校的路灯坏了三盏"),
            "q=" + Address.encoded("灯") + "&state=registered",
        ],
        "/ledger": [
            "area=140702", "area=140702100", "category=urban", "progress=underWay&period=2026-05",
            "area=140702&category=urban&progress=underWay", "q=" + Address.encoded("路灯"),
            "area=140702&period=2026&q=" + Address.encoded("路灯"),
        ],
        "/ledger.csv": ["area=140702&progress=underWay"],
        "/ledger.atom": ["division=140702"],
        "/results": ["area=140702", "area=140702100&period=2026-q2"],
        "/search": ["q=" + Address.encoded("路灯"), "q=" + Address.encoded("放假"), "q=" + Address.encoded("乌金山")],
        "/who": ["area=140702", "area=140702100", "q=" + Address.encoded("乌金山镇")],
        "/sitemap.xml": ["part=stations", "part=deputies&area=140702", "part=matters&month=2026-05"],
        "/follow": ["category=urban", "station=YC100", "area=140702100"],
        "/admin/webhooks/new": ["area=140702"],
        "/follows": ["category=urban", "station=YC100"],
        "/stations": ["area=140702", "q=" + Address.encoded("乌金山")],
        "/deputies": ["area=140702", "q=" + Address.encoded("张")],
        "/say": ["division=140702100", "station=YC100"],
        "/api/v1/matters": ["overdue=true", "q=" + Address.encoded("路灯")],
        "/api/v1/ledger": ["division=140702"],
        "/api/v1/divisions": ["parent=140702"],
    ]

    private func fillings(of pattern: String) -> [[String: String]] {
        if pattern.contains("{file}") {
            return files.map { ["number": $0.matter.text, "file": String($0.file)] }
        }
        if pattern.contains("{photo}") {
            return photos.map { ["code": "YC100", "post": String(posts[0]), "photo": String($0)] }
        }
        if pattern.contains("{token}") { return [["token": token]] }
        if pattern.contains("{post}") { return posts.map { ["code": "YC100", "post": String($0)] } }
        if pattern.contains("{reception}") { return receptions.map { ["code": "YC100", "reception": String($0)] } }
        if pattern.contains("{book}") { return [["code": "YC100", "book": String(book)]] }
        if pattern.contains("{template}") { return [["template": String(answerText)]] }
        if pattern.contains("{letter}") {
            return letters.map { ["number": $0.number.text, "letter": String($0.id)] }
        }
        if pattern.contains("{code}") { return [["code": "YC100"], ["code": "YC000"]] }
        if pattern.contains("{card}") { return [["card": "D1"]] }
        if pattern.contains("{hook}") { return [["hook": String(hook)]] }
        if pattern.contains("{follow}") { return [["follow": follow]] }
        guard pattern.contains("{number}") else { return [[:]] }
        let known = numbers + [published, referred, reported?.number].compactMap(\.self)
        return known.map { ["number": $0.text] }
    }
}
