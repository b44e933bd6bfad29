/// What can go wrong with keys and what they protect. The descriptions are read by whoever runs the program.
package enum SecretsError: Error, Hashable, Sendable {
    case keyFileUnusable(path: String, reason: String)
    case keyFileMissing(path: String)
    case keyFileOpenToOthers(path: String, mode: UInt32)
    case keyFileOfAnother(path: String)
    case keyFileMalformed(path: String, line: Int)
    /// The keys in the file are not those the data was written with, which have these names, the oldest first.
    case otherKeys(path: String, names: [String])
    /// Sealed under a key that the key file does not hold.
    case unknownKey(UInt32)
    /// An envelope of a version or cipher this program does not know.
    case unknownEnvelope
    /// The envelope was changed, or stands in a row it was not made for.
    case notAuthentic
}

extension SecretsError: CustomStringConvertible {
    /// No backup holds keys: whoever finds one would read everything.
    private static let putBack = "备份里没有密钥，请把另外保管的密钥文件放回这个路径"

    /// What is wrong and how to put it right.
    package var description: String {
        switch self {
        case .keyFileUnusable(let path, let reason):
            "密钥文件 \(path) 无法读写：\(reason)"
        case .keyFileMissing(let path):
            "没有找到密钥文件 \(path)。没有它，已加密的内容谁也打不开。\(Self.putBack)"
        case .keyFileOpenToOthers(let path, let mode):
            "密钥文件 \(path) 的权限是 \(String(mode, radix: 8))，其他用户也能读写它。请执行：chmod 600 \(path)"
        case .keyFileOfAnother(let path):
            "密钥文件 \(path) 属于另一个用户。请执行：chown \"$(id -u)\" \(path)"
        case .keyFileMalformed(let path, let line):
            "密钥文件 \(path) 第 \(line) 行不是密钥。\(Self.putBack)"
        case .otherKeys(let path, let names):
            "密钥文件 \(path) 不是这些数据的：它们要用编号依次为 \(names.joined(separator: "、")) 的密钥才能打开。\(Self.putBack)"
        case .unknownKey(let id):
            "内容用密钥 \(KeyFile.hex(id)) 加密，密钥文件里没有这把密钥。请换上另外保管的、有这把密钥的文件"
        case .unknownEnvelope:
            "内容的加密格式不认识：它由更新的版本写入，或者已经损坏"
        case .notAuthentic:
            "内容无法解密：它被改动过，或者不属于这一行"
        }
    }
}
