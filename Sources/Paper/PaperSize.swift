/// The sheets that leave a printer.
package enum PaperSize: String, CaseIterable, Sendable {
    case a5, a4, a3
}
