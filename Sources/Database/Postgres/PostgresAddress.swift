import CPostgres

/// Where a PostgreSQL database is: an address as libpq reads it, several hosts and TLS included, with what we settle
/// where it says nothing.
package struct PostgresAddress: Sendable {
    /// A dead machine says nothing: without limits a connection to it is believed for hours. With several hosts the
    /// one that may be written to is looked for.
    private static let defaults = [
        "application_name": "lianxin", "client_encoding": "UTF8", "connect_timeout": "3", "gssencmode": "disable",
        "keepalives_idle": "10", "keepalives_interval": "3", "keepalives_count": "3", "tcp_user_timeout": "15000",
        "target_session_attrs": "read-write",
    ]

    private(set) var keywords: [String: String]

    /// Nil when libpq cannot read it. Its reason is not told: it may quote the password.
    package init?(_ text: String) {
        guard let options = PQconninfoParse(text, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var keywords = Self.defaults
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { keywords[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        self.keywords = keywords
    }

    /// Host, port and database, for messages; never the password.
    package var spoken: String {
        func list(_ keyword: String) -> [Substring] {
            (keywords[keyword] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        }
        let hosts = list(keywords["host"] == nil ? "hostaddr" : "host")
        let ports = list("port")
        let places = hosts.indices.map { place in
            let port = ports.count == 1 ? ports[0] : ports.indices.contains(place) ? ports[place] : ""
            return (hosts[place].isEmpty ? "localhost" : hosts[place]) + (port.isEmpty ? "" : ":" + port)
        }
        return places.joined(separator: ",") + "/" + database
    }

    /// The name of the database; libpq takes the user's where none is given.
    package var database: String { keywords["dbname"] ?? keywords["user"] ?? "" }

    /// The same server, another database: where tests make theirs.
    package func with(database: String) -> PostgresAddress {
        var other = self
        other.keywords["dbname"] = database
        return other
    }

    /// As variables that PostgreSQL's own programs read, so that no password stands in a list of processes.
    package var environment: [String: String] {
        let names = [
            "host": "PGHOST", "hostaddr": "PGHOSTADDR", "port": "PGPORT", "dbname": "PGDATABASE", "user": "PGUSER",
            "password": "PGPASSWORD", "passfile": "PGPASSFILE", "sslmode": "PGSSLMODE", "sslcert": "PGSSLCERT",
            "sslkey": "PGSSLKEY", "sslrootcert": "PGSSLROOTCERT", "target_session_attrs": "PGTARGETSESSIONATTRS",
            "connect_timeout": "PGCONNECT_TIMEOUT",
        ]
        return keywords.reduce(into: [:]) { found, keyword in
            if let name = names[keyword.key] { found[name] = keyword.value }
        }
    }
}
