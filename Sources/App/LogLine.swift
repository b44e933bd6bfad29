import Foundation
import Logging

/// Writes each line of the log as one JSON object, which programs that collect logs read without being taught. What is
/// logged holds no personal data by the rule of whoever logs; here it is only given its form.
struct LogLine: LogHandler {
    /// Where the lines go.
    typealias Sink = @Sendable (String) -> Void

    let label: String
    let sink: Sink
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        fields["time"] = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        fields["level"] = event.level.rawValue
        fields["message"] = event.message.description
        fields["label"] = label
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        sink(String(decoding: line, as: UTF8.self))
    }

    /// One write a line, so that lines of several threads do not mix.
    static let toStandardError: Sink = { line in
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

extension Settings {
    /// The log of this process: JSON for programs, plain where a person sits in front of it.
    func logger(_ label: String) -> Logger {
        let isForPrograms = logFormat.map { $0 == .json } ?? (isatty(STDERR_FILENO) == 0)
        var logger =
            isForPrograms || logSink != nil
            ? Logger(label: label) { [logSink] in LogLine(label: $0, sink: logSink ?? LogLine.toStandardError) }
            : Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = logLevel
        return logger
    }
}

/// How the log is written.
package enum LogFormat: String, CaseIterable, Sendable {
    case text, json
}
