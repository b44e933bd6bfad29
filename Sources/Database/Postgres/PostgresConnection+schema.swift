extension PostgresConnection {
    func hasTable(_ name: String) throws -> Bool {
        try !rows("SELECT 1 WHERE to_regclass(\(name)) IS NOT NULL", limit: 1).isEmpty
    }

    func columns(of table: String) throws -> [String] {
        try rows(
            """
            SELECT attname FROM pg_attribute
            WHERE attrelid = to_regclass(\(table)) AND attnum > 0 AND NOT attisdropped ORDER BY attnum
            """, limit: .max
        ).map { try $0[0] }
    }

    /// Tables with their constraints, each followed by its indexes.
    func schema() throws -> [String] {
        let tables = try rows(
            """
            SELECT oid, relname FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY relname COLLATE "C"
            """, limit: .max)
        var statements: [String] = []
        for table in tables {
            let id: Int64 = try table[0]
            let lines = try columns(of: id) + constraints(of: id)
            statements.append("CREATE TABLE \(try table[1] as String) (\n  " + lines.joined(separator: ",\n  ") + "\n)")
            statements += try indexes(of: id)
        }
        return statements
    }

    private func columns(of table: Int64) throws -> [String] {
        try rows(
            """
            SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
              || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE "' || c.collname || '"' ELSE '' END
              || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
              || COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_collation c ON c.oid = a.attcollation
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = \(table)::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
            """, limit: .max
        ).map { try $0[0] }
    }

    private func constraints(of table: Int64) throws -> [String] {
        try rows(
            """
            SELECT 'CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE conrelid = \(table)::oid
            ORDER BY contype <> 'p', contype <> 'u', contype <> 'f', conname COLLATE "C"
            """, limit: .max
        ).map { try $0[0] }
    }

    private func indexes(of table: Int64) throws -> [String] {
        try rows(
            """
            SELECT replace(pg_get_indexdef(i.indexrelid), ' ON ' || current_schema() || '.', ' ON ') FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = \(table)::oid
              AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid)
            ORDER BY c.relname COLLATE "C"
            """, limit: .max
        ).map { try $0[0] }
    }
}
