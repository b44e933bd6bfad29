CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  login TEXT NOT NULL UNIQUE CHECK (login <> ''),
  password_hash TEXT,
  activation_digest BLOB,
  status TEXT NOT NULL CHECK (status IN ('pending', 'active', 'closed')),
  failed INTEGER NOT NULL CHECK (failed >= 0),
  locked_until INTEGER,
  last_sign_in INTEGER,
  CHECK (status <> 'active' OR password_hash IS NOT NULL)
) STRICT;

CREATE INDEX account_person ON account (person);

CREATE TABLE calendar_day (
  day INTEGER PRIMARY KEY,
  is_workday INTEGER NOT NULL,
  name TEXT NOT NULL,
  notice_year INTEGER NOT NULL REFERENCES calendar_year (year)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_year (
  year INTEGER PRIMARY KEY,
  loaded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  area INTEGER NOT NULL,
  month INTEGER NOT NULL,
  name TEXT NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (area, month, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE counter_delta (
  id INTEGER PRIMARY KEY,
  area INTEGER NOT NULL,
  month INTEGER NOT NULL,
  name TEXT NOT NULL,
  delta INTEGER NOT NULL
) STRICT;

CREATE TABLE directory_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  reach INTEGER NOT NULL
) STRICT;

CREATE TABLE division (
  id INTEGER PRIMARY KEY,
  parent INTEGER REFERENCES division (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  kind TEXT NOT NULL CHECK (kind IN ('province', 'city', 'district', 'countyCity', 'county',
    'town', 'township', 'subdistrict', 'specialArea')),
  name TEXT NOT NULL CHECK (name <> ''),
  full_name TEXT NOT NULL CHECK (full_name <> ''),
  special INTEGER NOT NULL,
  UNIQUE (parent, name),
  CHECK ((parent IS NULL) = (level = 4))
) STRICT;

CREATE TABLE division_ancestor (
  division INTEGER NOT NULL REFERENCES division (id),
  ancestor INTEGER NOT NULL REFERENCES division (id),
  depth INTEGER NOT NULL CHECK (depth >= 0),
  PRIMARY KEY (division, ancestor)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX division_ancestor_ancestor ON division_ancestor (ancestor, division);

CREATE TABLE division_code (
  system TEXT NOT NULL CHECK (system IN ('mca', 'nbs')),
  code TEXT NOT NULL CHECK (length(code) IN (6, 9, 12)),
  valid_from INTEGER NOT NULL,
  valid_to INTEGER CHECK (valid_to >= valid_from),
  division INTEGER NOT NULL REFERENCES division (id),
  PRIMARY KEY (system, code, valid_from)
) STRICT, WITHOUT ROWID;

CREATE INDEX division_code_division ON division_code (division);

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  stream_kind TEXT NOT NULL,
  stream_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  format INTEGER NOT NULL CHECK (format BETWEEN 1 AND 255),
  name TEXT NOT NULL CHECK (name <> ''),
  at INTEGER NOT NULL,
  author_kind TEXT NOT NULL CHECK (author_kind IN ('staff', 'reporter', 'system')),
  author_account INTEGER,
  author_grant INTEGER,
  author_role TEXT,
  author_organ INTEGER,
  author_station INTEGER,
  on_behalf TEXT,
  before_state TEXT,
  after_state TEXT,
  facts BLOB NOT NULL,
  commitment BLOB,
  previous BLOB NOT NULL,
  hash BLOB NOT NULL,
  UNIQUE (stream_kind, stream_id, sequence),
  CHECK ((sequence = 1) = (length(previous) = 0))
) STRICT;

CREATE TABLE event_content (
  event INTEGER PRIMARY KEY REFERENCES event (id),
  sealed BLOB,
  erased_at INTEGER,
  erased_mark BLOB,
  CHECK ((sealed IS NULL) = (erased_at IS NOT NULL)),
  CHECK ((erased_at IS NULL) = (erased_mark IS NULL))
) STRICT;

CREATE TABLE id_block (
  name TEXT PRIMARY KEY,
  next INTEGER NOT NULL CHECK (next > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
  principal TEXT NOT NULL,
  client_id TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  status INTEGER NOT NULL,
  result BLOB NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (principal, client_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_at ON idempotency (at);

CREATE TABLE job (
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  lease_until INTEGER,
  lease_token BLOB,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  PRIMARY KEY (name, key),
  CHECK ((lease_until IS NULL) = (lease_token IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX job_due ON job (due_at);

CREATE TABLE key_mark (
  place INTEGER PRIMARY KEY CHECK (place > 0),
  name TEXT NOT NULL UNIQUE,
  mark BLOB NOT NULL
) STRICT;

CREATE TABLE liaison_point (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  station INTEGER NOT NULL REFERENCES station (id),
  name TEXT NOT NULL CHECK (name <> ''),
  address TEXT NOT NULL
) STRICT;

CREATE INDEX liaison_point_station ON liaison_point (station);

CREATE TABLE mandate (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  division INTEGER NOT NULL REFERENCES division (id),
  home_station INTEGER REFERENCES station (id),
  name_public TEXT NOT NULL CHECK (name_public <> ''),
  card TEXT UNIQUE CHECK (card <> ''),
  term TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER CHECK (to_day >= from_day),
  status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'terminated'))
) STRICT;

CREATE INDEX mandate_division ON mandate (division, level);

CREATE INDEX mandate_home ON mandate (home_station, status, level);

CREATE INDEX mandate_name ON mandate (name_public);

CREATE INDEX mandate_person ON mandate (person);

CREATE UNIQUE INDEX mandate_seat ON mandate (person, level) WHERE status <> 'terminated';

CREATE TABLE matter (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  sort_key INTEGER NOT NULL UNIQUE,
  registered_at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  area INTEGER NOT NULL REFERENCES division (id),
  lowest_level INTEGER NOT NULL CHECK (lowest_level BETWEEN 1 AND 4),
  has_telephone INTEGER NOT NULL,
  registered_by INTEGER,
  relapse_of INTEGER REFERENCES matter (id),
  version INTEGER NOT NULL CHECK (version > 0),
  head BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('registered', 'answeredOnSpot', 'accepted', 'submittedUp', 'assigned',
    'objected', 'inHandling', 'replied', 'promised', 'answered', 'rated', 'rework', 'jointReview', 'contested',
    'referred', 'redirected', 'rejected', 'merged', 'withdrawn', 'closed')),
  holder_station INTEGER REFERENCES station (id),
  holder_organ INTEGER REFERENCES organ (id),
  on_duty TEXT NOT NULL,
  station INTEGER NOT NULL REFERENCES station (id),
  assigning_office INTEGER REFERENCES organ (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  triage_route TEXT,
  commonality TEXT,
  category TEXT,
  power TEXT,
  is_emergency INTEGER NOT NULL,
  is_triage_confirmed INTEGER NOT NULL,
  supervisor INTEGER REFERENCES person (id),
  lead_handler INTEGER REFERENCES organ (id),
  distributor INTEGER REFERENCES organ (id),
  assigned_on INTEGER,
  is_wide INTEGER NOT NULL,
  objections INTEGER NOT NULL,
  extension TEXT NOT NULL CHECK (extension IN ('none', 'asked', 'granted', 'refused')),
  extension_until INTEGER,
  stated_on INTEGER,
  outcome TEXT,
  promised_on INTEGER,
  reworks INTEGER NOT NULL,
  supervision_level INTEGER NOT NULL,
  is_reply_checked INTEGER NOT NULL,
  was_returned INTEGER NOT NULL,
  is_delivered INTEGER NOT NULL,
  is_notice_given INTEGER NOT NULL,
  grade TEXT,
  rating_source TEXT,
  dissatisfactions INTEGER NOT NULL,
  lead_matter INTEGER REFERENCES matter (id),
  state_before_merger TEXT,
  closure TEXT,
  closed_on INTEGER,
  times_contested INTEGER NOT NULL,
  is_archived INTEGER NOT NULL,
  is_published INTEGER NOT NULL,
  petition_office INTEGER REFERENCES organ (id),
  due_at INTEGER,
  CHECK (holder_station IS NULL OR holder_organ IS NULL),
  CHECK ((state IN ('withdrawn', 'closed')) = (holder_station IS NULL AND holder_organ IS NULL)),
  CHECK ((state IN ('withdrawn', 'closed')) = (due_at IS NULL)),
  CHECK ((state = 'merged') = (state_before_merger IS NOT NULL))
) STRICT;

CREATE INDEX matter_closed ON matter (closed_on) WHERE state = 'closed' AND is_archived = 0;

CREATE INDEX matter_holder_organ ON matter (holder_organ, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX matter_lead ON matter (lead_matter) WHERE lead_matter IS NOT NULL;

CREATE INDEX matter_office ON matter (assigning_office, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX matter_registered_by ON matter (registered_by, sort_key) WHERE registered_by IS NOT NULL;

CREATE INDEX matter_station ON matter (station, due_at) WHERE due_at IS NOT NULL;

CREATE INDEX matter_supervisor ON matter (supervisor, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE matter_area (
  area INTEGER NOT NULL REFERENCES division (id),
  sort_key INTEGER NOT NULL,
  matter INTEGER NOT NULL REFERENCES matter (id),
  PRIMARY KEY (area, sort_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter_clock (
  matter INTEGER NOT NULL REFERENCES matter (id),
  kind TEXT NOT NULL,
  organ INTEGER NOT NULL,
  started_on INTEGER NOT NULL,
  due_on INTEGER NOT NULL,
  rule TEXT NOT NULL,
  policy_key TEXT,
  policy_version INTEGER NOT NULL,
  is_provisional INTEGER NOT NULL,
  explanation TEXT NOT NULL,
  reminded_on INTEGER,
  overdue_on INTEGER,
  silence_on INTEGER,
  wake_at INTEGER,
  PRIMARY KEY (matter, kind, organ)
) STRICT, WITHOUT ROWID;

CREATE INDEX matter_clock_provisional ON matter_clock (matter) WHERE is_provisional = 1;

CREATE INDEX matter_clock_wake ON matter_clock (wake_at, matter) WHERE wake_at IS NOT NULL;

CREATE TABLE matter_co_handler (
  matter INTEGER NOT NULL REFERENCES matter (id),
  organ INTEGER NOT NULL REFERENCES organ (id),
  PRIMARY KEY (matter, organ)
) STRICT, WITHOUT ROWID;

CREATE INDEX matter_co_handler_organ ON matter_co_handler (organ, matter);

CREATE TABLE matter_due (
  area INTEGER NOT NULL REFERENCES division (id),
  due_at INTEGER NOT NULL,
  matter INTEGER NOT NULL REFERENCES matter (id),
  PRIMARY KEY (area, due_at, matter)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter_support (
  matter INTEGER NOT NULL REFERENCES matter (id),
  supporter BLOB NOT NULL,
  is_verified INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (matter, supporter)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter_words (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  title TEXT NOT NULL,
  masked TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT;

CREATE TABLE number_sequence (
  city TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (city, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE organ (
  id INTEGER PRIMARY KEY,
  division INTEGER NOT NULL REFERENCES division (id),
  kind TEXT NOT NULL CHECK (kind IN ('presidium', 'townGovernment', 'streetCommittee', 'subdistrictOffice',
    'deputiesCommittee', 'standingCommitteeOffice', 'government', 'governmentOffice', 'bureau',
    'villageCommittee', 'petitionOffice')),
  name TEXT NOT NULL CHECK (name <> ''),
  superior INTEGER REFERENCES organ (id),
  field TEXT CHECK (field <> ''),
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  hours TEXT NOT NULL,
  UNIQUE (division, name),
  CHECK (field IS NULL OR kind = 'bureau')
) STRICT;

CREATE INDEX organ_superior ON organ (superior);

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name_sealed BLOB NOT NULL,
  name_digest BLOB,
  phone_sealed BLOB,
  phone_index BLOB,
  phone_verified_at INTEGER,
  leads_organ INTEGER REFERENCES organ (id),
  demo INTEGER NOT NULL,
  CHECK ((phone_sealed IS NULL) = (phone_index IS NULL)),
  CHECK (phone_verified_at IS NULL OR phone_sealed IS NOT NULL)
) STRICT;

CREATE INDEX person_leads_organ ON person (leads_organ) WHERE leads_organ IS NOT NULL;

CREATE INDEX person_phone ON person (phone_index) WHERE phone_index IS NOT NULL;

CREATE TABLE policy (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL CHECK (key <> ''),
  area INTEGER NOT NULL REFERENCES division (id),
  valid_from INTEGER NOT NULL,
  value TEXT NOT NULL,
  decided_by TEXT NOT NULL CHECK (decided_by <> ''),
  account INTEGER REFERENCES account (id),
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX policy_key ON policy (key, area, valid_from, id);

CREATE TABLE publication (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  answer TEXT NOT NULL,
  published_by INTEGER NOT NULL,
  publisher_name TEXT NOT NULL,
  published_at INTEGER NOT NULL
) STRICT;

CREATE TABLE publication_area (
  area INTEGER NOT NULL REFERENCES division (id),
  sort_key INTEGER NOT NULL,
  matter INTEGER NOT NULL REFERENCES publication (matter),
  PRIMARY KEY (area, sort_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE rate_limit (
  key TEXT NOT NULL,
  window_start INTEGER NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  PRIMARY KEY (key, window_start)
) STRICT, WITHOUT ROWID;

CREATE INDEX rate_limit_window ON rate_limit (window_start);

CREATE TABLE reception (
  id INTEGER PRIMARY KEY,
  station INTEGER NOT NULL REFERENCES station (id),
  day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  place TEXT NOT NULL CHECK (place <> ''),
  scope TEXT NOT NULL,
  written_by INTEGER REFERENCES account (id),
  written_at INTEGER NOT NULL,
  reviewed_by INTEGER REFERENCES account (id),
  reviewer_name TEXT,
  published_at INTEGER,
  cancelled INTEGER NOT NULL,
  cancel_reason TEXT,
  version INTEGER NOT NULL CHECK (version > 0),
  CHECK ((published_at IS NULL) = (reviewer_name IS NULL))
) STRICT;

CREATE INDEX reception_day ON reception (day);

CREATE INDEX reception_station ON reception (station, day, from_minute);

CREATE TABLE reception_deputy (
  reception INTEGER NOT NULL REFERENCES reception (id),
  mandate INTEGER NOT NULL REFERENCES mandate (id),
  PRIMARY KEY (reception, mandate)
) STRICT, WITHOUT ROWID;

CREATE INDEX reception_deputy_mandate ON reception_deputy (mandate);

CREATE TABLE reporter (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  name_sealed BLOB,
  phone_sealed BLOB,
  phone_index BLOB,
  address_sealed BLOB,
  code_digest BLOB NOT NULL,
  may_be_named INTEGER NOT NULL,
  is_minor INTEGER NOT NULL,
  CHECK ((phone_sealed IS NULL) = (phone_index IS NULL))
) STRICT;

CREATE INDEX reporter_phone ON reporter (phone_index) WHERE phone_index IS NOT NULL;

CREATE TABLE revisit_try (
  matter INTEGER NOT NULL REFERENCES matter (id),
  place INTEGER NOT NULL,
  day INTEGER NOT NULL,
  channel TEXT NOT NULL,
  was_reached INTEGER NOT NULL,
  PRIMARY KEY (matter, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id),
  role TEXT NOT NULL CHECK (role IN ('stationHead', 'stationClerk', 'deputy', 'liaisonOfficer',
    'assigningOffice', 'distributor', 'handler', 'petitionOffice', 'systemAdmin', 'securityAdmin', 'auditor')),
  organ INTEGER REFERENCES organ (id),
  station INTEGER REFERENCES station (id),
  area INTEGER REFERENCES division (id),
  from_day INTEGER NOT NULL,
  to_day INTEGER CHECK (to_day >= from_day),
  given_by INTEGER REFERENCES account (id),
  CHECK ((CASE WHEN organ IS NULL THEN 0 ELSE 1 END) + (CASE WHEN station IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN area IS NULL THEN 0 ELSE 1 END) = 1)
) STRICT;

CREATE INDEX role_grant_account ON role_grant (account);

CREATE INDEX role_grant_area ON role_grant (area) WHERE area IS NOT NULL;

CREATE INDEX role_grant_organ ON role_grant (organ) WHERE organ IS NOT NULL;

CREATE INDEX role_grant_station ON role_grant (station, role) WHERE station IS NOT NULL;

CREATE TABLE rules_mark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  mark TEXT NOT NULL
) STRICT;

CREATE TABLE schema_migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(terms, content = '', columnsize = 0, tokenize = 'ascii');

CREATE TABLE search_entry (
  document INTEGER PRIMARY KEY,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE search_pending (
  document INTEGER PRIMARY KEY REFERENCES search_entry (document),
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash BLOB PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account (id),
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  browser TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_account ON session (account);

CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE stated_date (
  organ INTEGER NOT NULL REFERENCES organ (id),
  matter INTEGER NOT NULL REFERENCES matter (id),
  stated_on INTEGER NOT NULL,
  stated_at INTEGER NOT NULL,
  was_kept INTEGER,
  PRIMARY KEY (organ, matter, stated_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE station (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (code <> ''),
  division INTEGER NOT NULL REFERENCES division (id),
  organ INTEGER NOT NULL REFERENCES organ (id),
  level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county', 'township', 'village')),
  kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'professional')),
  name TEXT NOT NULL CHECK (name <> ''),
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  hours TEXT NOT NULL,
  equipment TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'preparing')),
  opened_on INTEGER
) STRICT;

CREATE INDEX station_division ON station (division);

CREATE INDEX station_organ ON station (organ);

CREATE TABLE station_photo (
  id INTEGER PRIMARY KEY,
  post INTEGER NOT NULL REFERENCES station_post (id),
  description TEXT NOT NULL CHECK (description <> ''),
  type TEXT NOT NULL CHECK (type IN ('jpeg', 'png')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  content BLOB NOT NULL,
  added_by INTEGER REFERENCES account (id),
  added_at INTEGER NOT NULL
) STRICT;

CREATE INDEX station_photo_post ON station_photo (post, id);

CREATE TABLE station_post (
  id INTEGER PRIMARY KEY,
  station INTEGER NOT NULL REFERENCES station (id),
  kind TEXT NOT NULL CHECK (kind IN ('announcement', 'news', 'rule')),
  title TEXT NOT NULL CHECK (title <> ''),
  body TEXT NOT NULL CHECK (body <> ''),
  written_by INTEGER REFERENCES account (id),
  written_at INTEGER NOT NULL,
  reviewed_by INTEGER REFERENCES account (id),
  reviewer_name TEXT,
  published_at INTEGER,
  withdrawn_at INTEGER,
  version INTEGER NOT NULL CHECK (version > 0),
  CHECK ((published_at IS NULL) = (reviewer_name IS NULL)),
  CHECK (withdrawn_at IS NULL OR published_at IS NOT NULL)
) STRICT;

CREATE INDEX station_post_public ON station_post (station, kind, published_at)
WHERE published_at IS NOT NULL AND withdrawn_at IS NULL;

CREATE INDEX station_post_station ON station_post (station, written_at);

CREATE TABLE station_profile (
  station INTEGER PRIMARY KEY REFERENCES station (id),
  location TEXT NOT NULL,
  surroundings TEXT NOT NULL,
  systems TEXT NOT NULL,
  draft_location TEXT,
  draft_surroundings TEXT,
  draft_systems TEXT,
  written_by INTEGER REFERENCES account (id),
  written_at INTEGER NOT NULL,
  reviewed_by INTEGER REFERENCES account (id),
  reviewer_name TEXT,
  published_at INTEGER,
  version INTEGER NOT NULL CHECK (version > 0),
  CHECK ((published_at IS NULL) = (reviewer_name IS NULL)),
  CHECK ((draft_location IS NULL) = (draft_surroundings IS NULL)),
  CHECK ((draft_location IS NULL) = (draft_systems IS NULL))
) STRICT;

CREATE TABLE stream_head (
  stream_kind TEXT NOT NULL,
  stream_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  hash BLOB NOT NULL,
  PRIMARY KEY (stream_kind, stream_id)
) STRICT, WITHOUT ROWID;
