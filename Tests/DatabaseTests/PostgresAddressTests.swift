import Database
import Testing

@Suite("When an address of PostgreSQL is read")
struct PostgresAddressTests {
    @Test(
        "it is spoken as host, port and database, never with the password",
        arguments: [
            ("postgresql://lianxin:geheim@db:5433/province", "db:5433/province"),
            ("postgres://lianxin:geheim@db", "db/lianxin"),
            ("host=db port=5433 dbname=province user=lianxin password='ge heim'", "db:5433/province"),
            ("hostaddr=10.0.0.1 dbname=province password=geheim", "10.0.0.1/province"),
            ("postgresql:///province?host=/run/postgresql&user=lianxin", "/run/postgresql/province"),
            ("postgresql:///province", "localhost/province"),
        ])
    func spoken(_ text: String, _ spoken: String) throws {
        let address = try #require(PostgresAddress(text))

        #expect(address.spoken == spoken)
    }

    @Test(
        "several hosts are spoken in their order, and ports where there are any",
        arguments: [
            ("postgresql://lianxin:geheim@a:5433,b:5434/province", "a:5433,b:5434/province"),
            ("host=a,b port=5433 dbname=province", "a:5433,b:5433/province"),
            ("postgresql://lianxin:geheim@a,b/province", "a,b/province"),
        ])
    func severalHosts(_ text: String, _ spoken: String) throws {
        let address = try #require(PostgresAddress(text))

        #expect(address.spoken == spoken)
    }

    @Test("what it leaves open is settled: the host that may be written to, and a short wait for a dead one")
    func defaults() throws {
        let variables = try #require(PostgresAddress("postgresql://a,b/province")).environment

        #expect(variables["PGTARGETSESSIONATTRS"] == "read-write")
        #expect(variables["PGCONNECT_TIMEOUT"] == "3")
    }

    @Test("what it says itself counts before what is settled")
    func ownWords() throws {
        let text = "postgresql://a,b/province?target_session_attrs=any&connect_timeout=30"
        let variables = try #require(PostgresAddress(text)).environment

        #expect(variables["PGTARGETSESSIONATTRS"] == "any")
        #expect(variables["PGCONNECT_TIMEOUT"] == "30")
    }

    @Test("PostgreSQL's own programs find in their variables all that leads there, unescaped")
    func environment() throws {
        let text = "postgresql://lian%40xin:ge%2Fheim%25@a:5433,b:5434/province?sslmode=require"
        let variables = try #require(PostgresAddress(text)).environment

        let expected = [
            "PGHOST": "a,b", "PGPORT": "5433,5434", "PGDATABASE": "province", "PGUSER": "lian@xin",
            "PGPASSWORD": "ge/heim%", "PGSSLMODE": "require",
        ]
        #expect(variables.filter { expected[$0.key] != nil } == expected)
    }

    @Test("another database of the same server differs in nothing else")
    func otherDatabase() throws {
        let address = try #require(PostgresAddress("postgresql://lianxin:geheim@a:5433/province?sslmode=require"))
        var expected = address.environment
        expected["PGDATABASE"] = "other"

        #expect(address.with(database: "other").environment == expected)
    }

    @Test(
        "what libpq cannot read is no address",
        arguments: [
            "geheim", "host a", "host='a", "host=a colour=red", "mysql://lianxin:geheim@db/province",
            "postgresql://db/province?colour=red", "postgresql://[db/province", "postgresql://a%zz/province",
            "postgresql://a%00b/province",
        ])
    func wrong(_ text: String) {
        #expect(PostgresAddress(text) == nil)
    }
}
