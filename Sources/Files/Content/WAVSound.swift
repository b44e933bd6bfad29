/// RIFF WAVE: bytes of sound ÷ bytes a second.
enum WAVSound {
    static func seconds(_ bytes: [UInt8]) throws(ByteWalk.Beyond) -> Double {
        var walk = ByteWalk(bytes[...])
        try walk.skip(12)
        var rate = 0
        while true {
            let name = try walk.code()
            let length = try walk.littleNumber(4)
            if name == "data" {
                // A recorder that was cut off says more than there is.
                guard rate > 0 else { throw ByteWalk.Beyond() }
                return Double(min(length, walk.left)) / Double(rate)
            }
            let chunk = try walk.take(min(length, walk.left))
            if name == "fmt " {
                var format = ByteWalk(chunk)
                try format.skip(8)
                rate = try format.littleNumber(4)
            }
            if !length.isMultiple(of: 2), !walk.isAtEnd { try walk.skip(1) }
        }
    }
}
