import Domain

/// Who a session's token stands for, as the look-up given by App found it.
package struct WebSession: Sendable {
    package var principal: Principal
    /// Shown in the header: a person's name and office.
    package var name: String
    /// Messages in the inbox that were not seen yet.
    package var unread: Int

    package init(principal: Principal, name: String, unread: Int = 0) {
        self.principal = principal
        self.name = name
        self.unread = unread
    }
}

/// Finds the session of a token; nil when there is none or it has ended.
package typealias SessionLookup = @Sendable (_ token: String) async throws -> WebSession?
