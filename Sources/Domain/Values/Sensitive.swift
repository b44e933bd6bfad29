/// A personal value. Prints as dots wherever it is interpolated or logged; opened by name only.
package struct Sensitive<Value: Sendable & Hashable>: Hashable, Sendable, CustomStringConvertible,
    CustomDebugStringConvertible, CustomReflectable
{
    /// The value itself; every use is a place to ask why.
    package let opened: Value

    package init(_ value: Value) {
        opened = value
    }

    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
