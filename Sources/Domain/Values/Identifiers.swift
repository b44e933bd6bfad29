/// Row identifiers: 64-bit, without meaning, never shown. The names say which table is meant.
package typealias DivisionID = Int64
package typealias OrganID = Int64
package typealias StationID = Int64
package typealias PersonID = Int64
package typealias AccountID = Int64
package typealias GrantID = Int64
package typealias MandateID = Int64
package typealias MatterID = Int64
