import Database

/// The schema, as the ordered list of its steps.
package enum Schema {
    /// Every migration, oldest first. A new one is added at the end.
    package static let migrations: [Migration] = [
        .m0001, .m0002, .m0003, .m0004, .m0005, .m0006, .m0007, .m0008,
        .m0009, .m0010, .m0011, .m0012, .m0013, .m0014, .m0015, .m0016,
        .m0017, .m0018, .m0019,
    ]
}
