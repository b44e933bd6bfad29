import Database

extension Migration {
    /// What every other table stands on: places, organs, people, accounts, policies, the calendar and timed work.
    package static let m0001 = Migration(
        number: 1, name: "ground",
        statements: Ground.divisions + Ground.organs + Ground.people + Ground.accounts + Ground.policies + Ground.work
    )
}

/// The tables of the first migration, in the order in which they lean on each other.
enum Ground {
    /// An area keeps its own id for life; codes come, go and repeat, so they hang on it with their days.
    static let divisions = [
        """
        CREATE TABLE directory_version (
          id {integer} PRIMARY KEY CHECK (id = 1),
          version {integer} NOT NULL,
          reach {integer} NOT NULL
        ) {table}
        """,
        "INSERT INTO directory_version (id, version, reach) VALUES (1, 0, 0)",
        """
        CREATE TABLE division (
          id {integer} PRIMARY KEY,
          parent {integer} REFERENCES division (id),
          level {integer} NOT NULL CHECK (level BETWEEN 1 AND 4),
          kind {code} NOT NULL CHECK (kind IN ('province', 'city', 'district', 'countyCity', 'county',
            'town', 'township', 'subdistrict', 'specialArea')),
          name {text} NOT NULL CHECK (name <> ''),
          full_name {text} NOT NULL CHECK (full_name <> ''),
          special {bool} NOT NULL,
          UNIQUE (parent, name),
          CHECK ((parent IS NULL) = (level = 4))
        ) {table}
        """,
        """
        CREATE TABLE division_code (
          system {code} NOT NULL CHECK (system IN ('mca', 'nbs')),
          code {code} NOT NULL CHECK (length(code) IN (6, 9, 12)),
          valid_from {integer} NOT NULL,
          valid_to {integer} CHECK (valid_to >= valid_from),
          division {integer} NOT NULL REFERENCES division (id),
          PRIMARY KEY (system, code, valid_from)
        ) {clustered}
        """,
        "CREATE INDEX division_code_division ON division_code (division)",
        """
        CREATE TABLE division_ancestor (
          division {integer} NOT NULL REFERENCES division (id),
          ancestor {integer} NOT NULL REFERENCES division (id),
          depth {integer} NOT NULL CHECK (depth >= 0),
          PRIMARY KEY (division, ancestor)
        ) {clustered}
        """,
        "CREATE UNIQUE INDEX division_ancestor_ancestor ON division_ancestor (ancestor, division)",
    ]

    static let organs = [
        """
        CREATE TABLE organ (
          id {integer} PRIMARY KEY,
          division {integer} NOT NULL REFERENCES division (id),
          kind {code} NOT NULL CHECK (kind IN ('presidium', 'townGovernment', 'streetCommittee', 'subdistrictOffice',
            'deputiesCommittee', 'standingCommitteeOffice', 'government', 'governmentOffice', 'bureau',
            'villageCommittee', 'petitionOffice')),
          name {text} NOT NULL CHECK (name <> ''),
          superior {integer} REFERENCES organ (id),
          field {code} CHECK (field <> ''),
          phone {text} NOT NULL,
          address {text} NOT NULL,
          hours {text} NOT NULL,
          UNIQUE (division, name),
          CHECK (field IS NULL OR kind = 'bureau')
        ) {table}
        """,
        "CREATE INDEX organ_superior ON organ (superior)",
        """
        CREATE TABLE station (
          id {integer} PRIMARY KEY,
          code {code} NOT NULL UNIQUE CHECK (code <> ''),
          division {integer} NOT NULL REFERENCES division (id),
          organ {integer} NOT NULL REFERENCES organ (id),
          level {code} NOT NULL CHECK (level IN ('province', 'city', 'county', 'township', 'village')),
          kind {code} NOT NULL CHECK (kind IN ('ordinary', 'professional')),
          name {text} NOT NULL CHECK (name <> ''),
          phone {text} NOT NULL,
          address {text} NOT NULL,
          hours {text} NOT NULL,
          equipment {text} NOT NULL,
          status {code} NOT NULL CHECK (status IN ('open', 'closed', 'preparing')),
          opened_on {integer}
        ) {table}
        """,
        "CREATE INDEX station_division ON station (division)",
        "CREATE INDEX station_organ ON station (organ)",
        """
        CREATE TABLE liaison_point (
          id {integer} PRIMARY KEY,
          code {code} NOT NULL UNIQUE CHECK (code <> ''),
          station {integer} NOT NULL REFERENCES station (id),
          name {text} NOT NULL CHECK (name <> ''),
          address {text} NOT NULL
        ) {table}
        """,
        "CREATE INDEX liaison_point_station ON liaison_point (station)",
    ]

    /// Names and telephones of people are envelopes; only a mandate's name is public (代表法 58).
    static let people = [
        """
        CREATE TABLE person (
          id {integer} PRIMARY KEY,
          name_sealed {bytes} NOT NULL,
          name_digest {bytes},
          phone_sealed {bytes},
          phone_index {bytes},
          phone_verified_at {integer},
          leads_organ {integer} REFERENCES organ (id),
          demo {bool} NOT NULL,
          CHECK ((phone_sealed IS NULL) = (phone_index IS NULL)),
          CHECK (phone_verified_at IS NULL OR phone_sealed IS NOT NULL)
        ) {table}
        """,
        "CREATE INDEX person_phone ON person (phone_index) WHERE phone_index IS NOT NULL",
        "CREATE INDEX person_leads_organ ON person (leads_organ) WHERE leads_organ IS NOT NULL",
        """
        CREATE TABLE mandate (
          id {integer} PRIMARY KEY,
          person {integer} NOT NULL REFERENCES person (id),
          level {integer} NOT NULL CHECK (level BETWEEN 1 AND 5),
          division {integer} NOT NULL REFERENCES division (id),
          home_station {integer} REFERENCES station (id),
          name_public {text} NOT NULL CHECK (name_public <> ''),
          card {code} UNIQUE CHECK (card <> ''),
          term {text} NOT NULL,
          from_day {integer} NOT NULL,
          to_day {integer} CHECK (to_day >= from_day),
          status {code} NOT NULL CHECK (status IN ('active', 'suspended', 'terminated'))
        ) {table}
        """,
        // One person holds at most one seat at a level at a time; several levels at once are lawful.
        "CREATE UNIQUE INDEX mandate_seat ON mandate (person, level) WHERE status <> 'terminated'",
        "CREATE INDEX mandate_person ON mandate (person)",
        "CREATE INDEX mandate_division ON mandate (division, level)",
        "CREATE INDEX mandate_name ON mandate (name_public)",
        "CREATE INDEX mandate_home ON mandate (home_station, status, level)",
    ]
}
