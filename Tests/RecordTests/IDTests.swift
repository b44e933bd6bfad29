import Record
import Testing

@Suite("When ids are drawn")
struct IDTests {
    @Test("a copy gives the same ids, salts and digits again")
    func copies() {
        var first = IDs.known(from: 10)
        var second = first

        let drawn = (first.next(), first.salt(), first.digits(8), first.bytes(40))
        let again = (second.next(), second.salt(), second.digits(8), second.bytes(40))

        #expect(drawn == again)
        #expect(drawn.0 == 10)
        #expect(drawn.1.count == 16)
        #expect(drawn.2.count == 8)
        #expect(drawn.3.count == 40)
    }

    @Test("salts differ from one another and digits are spread evenly")
    func random() {
        var ids = IDs.known(from: 1)

        let salts = Set((0..<1000).map { _ in ids.salt() })
        let digits = ids.digits(20_000)

        #expect(salts.count == 1000)
        for digit in "0123456789" {
            let count = digits.count { $0 == digit }
            #expect((1800...2200).contains(count), "\(digit): \(count)")
        }
    }

    @Test("two programs that lease at the same time never draw the same")
    func leases() async throws {
        let archive = try await Archive()
        let sources = [IDSource(archive.engine), IDSource(archive.engine)]

        let drawn = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for number in 0..<40 {
                group.addTask {
                    var ids = try await sources[number % 2].take(8000)
                    return (0..<8000).map { _ in ids.next() }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        #expect(drawn.count == 320_000)
        #expect(Set(drawn).count == 320_000)
    }

    @Test("an operation that needs more than it took still gets ids of its own")
    func extra() async throws {
        let archive = try await Archive()
        let source = IDSource(archive.engine)
        var first = try await source.take(2)
        var second = try await source.take(2)

        let drawn = (0..<200).map { _ in first.next() } + (0..<200).map { _ in second.next() }

        #expect(Set(drawn).count == 400)
    }

    @Test("more ids than a block holds come in one piece")
    func large() async throws {
        let archive = try await Archive()
        var ids = try await IDSource(archive.engine).take(250_000)

        let drawn = (0..<250_000).map { _ in ids.next() }

        #expect(drawn == Array(drawn[0]..<drawn[0] + 250_000))
    }
}
