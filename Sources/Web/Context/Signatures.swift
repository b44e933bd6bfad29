/// Signs what leaves with a page and comes back with a request. App gives the key, Web never sees it.
package struct Signatures: Sendable {
    package typealias Sign = @Sendable (_ bytes: [UInt8], _ purpose: StaticString) -> [UInt8]
    package typealias Verify = @Sendable (_ bytes: [UInt8], _ signature: [UInt8], _ purpose: StaticString) -> Bool

    let sign: Sign
    let verify: Verify

    package init(sign: @escaping Sign, verify: @escaping Verify) {
        self.sign = sign
        self.verify = verify
    }
}
