import App
import Foundation
import Testing

@Suite("When a process settles its settings")
struct SettingsTests {
    @Test("a flag counts before the environment, the environment before the file, the file before the default")
    func order() throws {
        let file = try SettingsFile("port = 4000\ntelephone = \"0354-1111111\"\nhours = \"上午\"\ndemo = true\n")

        let settings = try Settings.read(
            flags: [.port: "2000"], file: file.path,
            environment: ["LIANXIN_PORT": "3000", "LIANXIN_TELEPHONE": "0354-2222222"])

        #expect(settings.port == 2000)
        #expect(settings.telephone == "0354-2222222")
        #expect(settings.hours == "上午")
        #expect(settings.isDemo)
        #expect(settings.host == "127.0.0.1")
    }

    @Test("the environment may name the file")
    func fileByEnvironment() throws {
        let file = try SettingsFile("face = \"staff\"")

        let settings = try Settings.read(environment: ["LIANXIN_SETTINGS": file.path])

        #expect(settings.face == .staff)
    }

    @Test("an empty variable counts as not set")
    func emptyVariable() throws {
        let settings = try Settings.read(environment: ["LIANXIN_PORT": "", "LIANXIN_SETTINGS": ""])

        #expect(settings.port == 8080)
    }

    @Test("database and keys lie in the data directory, and the address follows the port")
    func derived() throws {
        let settings = try Settings.read(flags: [.data: "here", .port: "9000"], environment: [:])

        #expect(settings.databaseFile == "here/lianxin.sqlite")
        #expect(settings.keyFile == "here/secret.key")
        #expect(settings.address == "http://127.0.0.1:9000")
    }

    @Test(
        "an address makes it the server's database, several hosts too",
        arguments: [
            ("postgres://lianxin@db/lianxin", "db/lianxin"),
            ("postgresql://lianxin:geheim@a:5433,b:5434/province?sslmode=verify-full", "a:5433,b:5434/province"),
        ])
    func server(address: String, spoken: String) throws {
        let settings = try Settings.read(environment: ["LIANXIN_DATABASE_URL": address])

        #expect(settings.database.spoken == spoken)
        guard case .server(let server, _) = settings.database else { throw SettingsError("a file") }
        #expect(server.environment["PGTARGETSESSIONATTRS"] == "read-write")
    }

    @Test(
        "an address nobody can read is refused, and not quoted: there may be a password in it",
        arguments: ["mysql://root:geheim@db/lianxin", "postgres://lianxin:geheim@[db/lianxin", "geheim"])
    func wrongServer(address: String) {
        let error = #expect(throws: SettingsError.self) {
            try Settings.read(environment: ["LIANXIN_DATABASE_URL": address])
        }

        #expect(error?.description.contains("LIANXIN_DATABASE_URL") == true)
        #expect(error?.description.contains("geheim") == false)
    }

    @Test(
        "a wrong value is named as it was typed",
        arguments: [
            (SettingKey.port, "70000", "--port"), (.face, "inside", "--face"), (.worker, "perhaps", "--worker"),
            (.publicURL, "lianxin.example", "--public-url"), (.telephone, " ", "--telephone"),
        ])
    func wrongValue(key: SettingKey, text: String, name: String) {
        let error = #expect(throws: SettingsError.self) {
            try Settings.read(flags: [key: text], environment: [:])
        }

        #expect(error?.description.contains(name) == true)
    }

    @Test("a file with an unknown name, a wrong kind of value or no TOML in it is refused")
    func wrongFile() throws {
        for (text, reason) in [("prot = 1", "prot"), ("port = [1]", "port"), ("port =", "第 1 行")] {
            let file = try SettingsFile(text)

            let error = #expect(throws: SettingsError.self) {
                try Settings.read(file: file.path, environment: [:])
            }

            #expect(error?.description.contains(reason) == true)
        }
    }
}

/// A settings file that is gone after the test.
private final class SettingsFile {
    let path: String

    init(_ text: String) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString).toml").path
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
