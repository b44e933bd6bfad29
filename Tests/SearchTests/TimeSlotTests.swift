import TestSupport
import Testing

@testable import Search

@Suite("When time is cut into stretches")
struct TimeSlotTests {
    /// Moments of fifteen years, the smallest keys, and keys beside the edges of slots.
    private static let newest: [Int64] = {
        var numbers = SeededNumbers(state: 11)
        let moments = (0..<40).map { _ in
            (Int64.random(in: 1_500_000_000_000...1_970_000_000_000, using: &numbers) << 20)
                | Int64.random(in: 0...0xFFFFF, using: &numbers)
        }
        let small: [Int64] = [0, 1, 63, (1 << 46) - 1, 1 << 46, 1 << 56, 1 << 58]
        return small + moments + moments.prefix(12).flatMap { Self.edges(below: $0) }
    }()

    @Test("every earlier document lies in exactly one stretch")
    func once() {
        var faults: [String] = []

        for newest in Self.newest {
            let stretches = TimeSlot.stretches(from: newest)
            for document in Self.earlier(than: newest) {
                let places = Self.places(of: document, in: stretches)
                if places.count != 1 { faults.append("\(document) from \(newest) lies in \(places)") }
            }
        }

        #expect(faults.prefix(5) == [])
    }

    @Test("the newest stretch comes first: what lies in a later one is older")
    func inOrder() {
        var faults: [String] = []

        for newest in Self.newest {
            let stretches = TimeSlot.stretches(from: newest)
            let places = Self.earlier(than: newest).sorted(by: >).flatMap { Self.places(of: $0, in: stretches) }
            if places != places.sorted() { faults.append("from \(newest): \(places)") }
        }

        #expect(faults.prefix(5) == [])
    }

    @Test("there are seven stretches at most, none of them empty")
    func few() {
        for newest in Self.newest {
            let stretches = TimeSlot.stretches(from: newest)
            #expect((1...7).contains(stretches.count), "\(newest)")
            #expect(!stretches.contains(.slots([])), "\(newest)")
        }
    }

    @Test("what is below the first slot's end lies in that slot alone", arguments: [0, 1, 63] as [Int64])
    func smallest(document: Int64) {
        #expect(TimeSlot.stretches(from: document) == [.slots(["§t0.0"])])
        #expect(TimeSlot.terms(of: document) == ["§t0.0", "§t1.0", "§t2.0", "§t3.0", "§t4.0", "§t5.0"])
    }

    @Test("of each level four slots make one of the next")
    func levels() {
        let document: Int64 = (0b11_10_01_00_11_10 << 46) + 12_345

        #expect(
            TimeSlot.terms(of: document)
                == ["§t0.3662", "§t1.915", "§t2.228", "§t3.57", "§t4.14", "§t5.3"])
    }

    /// The model: by the terms of a document, as an index would find it.
    private static func places(of document: Int64, in stretches: [TimeSlot.Stretch]) -> [Int] {
        let terms = TimeSlot.terms(of: document)
        return stretches.indices.filter { index in
            switch stretches[index] {
            case .slots(let slots): terms.contains { slots.contains($0) }
            case .before(let end): document < end
            }
        }
    }

    /// Documents up to one: itself, the first of all, some near it and some long before, and those beside edges.
    private static func earlier(than newest: Int64) -> [Int64] {
        var numbers = SeededNumbers(state: UInt64(newest))
        let near = (0..<62).map { newest - Int64.random(in: 0...(newest >> $0), using: &numbers) }
        return Set([0, newest] + near + edges(below: newest)).sorted()
    }

    /// The first document of the slots that a document lies in, and the last one before each.
    private static func edges(below document: Int64) -> [Int64] {
        stride(from: 46, through: 58, by: 2).flatMap { width -> [Int64] in
            let first = (document >> width) << width
            return first > 0 ? [first, first - 1] : [first]
        }
    }
}
