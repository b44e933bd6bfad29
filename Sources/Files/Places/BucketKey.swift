import Domain
import Foundation

/// What a bucket is opened with: a file of two lines, the key's name and its secret.
package struct BucketKey: Sendable {
    let name: String
    let secret: Sensitive<String>

    /// Reads the file; refuses one that others can read.
    package init(file: String) throws(BucketSettingsError) {
        guard let rights = try? FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int,
            let text = try? String(contentsOfFile: file, encoding: .utf8)
        else { throw BucketSettingsError("附件存储的密钥文件 \(file) 打不开") }
        guard rights & 0o077 == 0 else {
            throw BucketSettingsError("附件存储的密钥文件 \(file) 别人也能读，请先 chmod 600")
        }
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
        guard lines.count == 2, lines.allSatisfy({ !$0.isEmpty }) else {
            throw BucketSettingsError("附件存储的密钥文件 \(file) 应当是两行：第一行 Access Key，第二行 Secret Key")
        }
        self.init(name: lines[0], secret: Sensitive(lines[1]))
    }

    init(name: String, secret: Sensitive<String>) {
        self.name = name
        self.secret = secret
    }
}

/// A bucket that cannot be used as it was set: one sentence that says how to put it right.
package struct BucketSettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
