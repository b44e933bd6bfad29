import Demo
import Directory
import Domain
import Foundation
import Testing

@Suite("When somebody wants to look around in a demo")
struct DemoNotesTests {
    @Test("there is a sign-in for each role, and it works")
    func signsIn() async throws {
        let demo = try await MadeDemo.small.value
        let signIns = try demo.notes().signIns

        #expect(Set(signIns.map(\.code)) == Set(Role.allCases.map(\.rawValue)))
        for role in Role.allCases {
            let person = try #require(signIns.first { $0.code == role.rawValue })
            let outcome = try await SignIn.run(
                SignInForm(login: person.login, password: person.password, browser: "test"), in: demo.app.installation)
            guard case .signedIn(let ticket) = outcome else {
                Issue.record("\(person.login) may not sign in")
                continue
            }
            #expect(ticket.signed.grants.contains { $0.role == role })
        }
    }

    @Test("there is a query code for a matter in each state, and it is the right one")
    func knowsCodes() async throws {
        let demo = try await MadeDemo.small.value
        let receipts = try demo.notes().matters

        #expect(Set(receipts.map(\.state)) == Set(MatterState.allCases.map(\.rawValue)))
        for receipt in receipts {
            let kept: [UInt8]? = try await demo.value(
                """
                SELECT r.code_digest FROM reporter r JOIN matter m ON m.id = r.matter
                WHERE m.number = \(receipt.number) AND m.state = \(receipt.state)
                """)
            #expect(kept == demo.app.installation.keys.codeDigest(receipt.number, receipt.code))
        }
    }

    @Test("only the owner of the folder may read them")
    func areClosed() async throws {
        let demo = try await MadeDemo.small.value
        let file = try FileManager.default.attributesOfItem(atPath: demo.folder + "/demo.json")

        #expect(file[.posixPermissions] as? Int == 0o600)
    }
}
