import Domain

extension Likeness {
    /// Less than this is chance: nobody is shown it.
    private static let least = 0.25

    /// How much a matter speaks of the same, by its title alone or by title and words, whichever says more; nil where that is
    /// too little to be shown to anybody.
    func score(title: String, words: String) -> Double? {
        let score = max(to(title), to(title + "。" + words))
        return score >= Self.least ? score : nil
    }
}
