/// What a stored file is.
package enum FileKind: String, CaseIterable, Sendable {
    case photo, voice, document
}
