/// A state in a word with a shape before it: colour is never the only sign.
package struct StatusLabel: Sendable {
    package enum Tone: String, Sendable {
        /// ○ nothing to do
        case calm
        /// ● under way
        case running
        /// ✓ finished well
        case done
        /// ▲ due soon, look here
        case soon
        /// ■ late or refused
        case late
    }

    package var word: String
    package var tone: Tone

    package init(_ word: String, _ tone: Tone) {
        self.word = word
        self.tone = tone
    }

    package var html: HTML {
        "<span class=\"label \(tone.rawValue)\"><span aria-hidden=\"true\">\(shape)</span> \(word)</span>"
    }

    private var shape: String {
        switch tone {
        case .calm: "○"
        case .running: "●"
        case .done: "✓"
        case .soon: "▲"
        case .late: "■"
        }
    }
}
