/// How to reach a human being at a station; where it has no telephone of its own, the site's.
package struct StationContact: Sendable {
    package let telephone: String
    package let hours: String

    /// What the station says of itself, which may be nothing.
    package init(telephone: String, hours: String, human: Site.HumanLine) {
        self.telephone = telephone.isEmpty ? human.telephone : telephone
        self.hours = telephone.isEmpty || hours.isEmpty ? human.hours : hours
    }

    package var link: HTML { Telephone(telephone).html }
    package var inBrackets: HTML { "（电话 \(link)，\(hours)）" }
}
