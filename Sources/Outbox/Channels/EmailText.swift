import Domain
import Foundation

/// A mail as it goes over the wire: plain text, everything that is not ASCII encoded, lines short.
struct EmailText: Sendable {
    let from: EmailAddress
    let to: EmailAddress
    let message: OutgoingMessage

    var bytes: [UInt8] {
        let headers = [
            "Date: " + EmailText.date(message.at),
            "From: " + EmailText.encoded("连心") + " <\(from.text)>",
            "To: <\(to.text)>",
            "Subject: " + EmailText.encoded(message.subject),
            // The same at every try, so that a mailbox shows it once.
            "Message-ID: <\(message.reference)@\(from.domain)>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        let text = message.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let body = Data((text + "\r\n").utf8).base64EncodedString(options: [.lineLength76Characters])
        let lines = body.split { $0.isNewline }
        return Array(((headers + [""] + lines.map(String.init)).joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// RFC 2047: pieces of at most 75 signs that each hold whole characters.
    static func encoded(_ text: String) -> String {
        let plain = text.filter { !$0.isNewline }
        guard !plain.allSatisfy({ $0.isASCII && $0 != "=" }) else { return plain }
        var pieces: [String] = []
        var piece = ""
        for sign in plain {
            // 45 bytes become 60 signs; the frame around them has twelve.
            if piece.utf8.count + String(sign).utf8.count > 45 {
                pieces.append(piece)
                piece = ""
            }
            piece.append(sign)
        }
        pieces.append(piece)
        return pieces.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// `Mon, 25 May 2026 09:00:00 +0800`
    static func date(_ moment: Instant) -> String {
        let day = Day(of: moment)
        let (year, month, date) = day.civil
        let seconds = (moment.ms - day.start.ms) / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(weekdays[day.weekday - 1]), \(date) \(months[month - 1]) \(year) "
            + clock.joined(separator: ":") + " +0800"
    }
}
