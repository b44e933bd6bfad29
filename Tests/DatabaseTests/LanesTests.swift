import Dispatch
import Testing

@testable import Database

@Suite("When more work comes than can be done at once", .timeLimit(.minutes(1)))
struct LanesTests {
    @Test("only so much is worked on at once; who comes beyond that is told to come again")
    func crowded() async throws {
        let lanes = Lanes("test", atOnce: 1, mostWaiting: 1, refusal: DatabaseError.busy)
        let gate = DispatchSemaphore(value: 0)
        let (begun, begin) = AsyncStream<Void>.makeStream()
        async let first: Int = lanes.run {
            begin.finish()
            gate.wait()
            return 1
        }
        for await _ in begun {}
        async let second: Int = lanes.run { 2 }
        while lanes.load.waiting == 0 { try await Task.sleep(for: .milliseconds(2)) }

        await #expect(throws: DatabaseError.busy) { try await lanes.run { 3 } }
        gate.signal()

        #expect(try await first + second == 3)
        #expect(lanes.load == Lanes.Load(working: 0, waiting: 0, refused: 1))
    }
}
