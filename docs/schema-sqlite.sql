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

CREATE TABLE answer_template (
  id INTEGER PRIMARY KEY,
  area INTEGER NOT NULL REFERENCES division (id),
  category TEXT,
  title TEXT NOT NULL CHECK (title <> ''),
  body TEXT NOT NULL CHECK (body <> ''),
  written_by INTEGER NOT NULL REFERENCES account (id),
  written_at INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  is_withdrawn INTEGER NOT NULL
) STRICT;

CREATE INDEX answer_template_area ON answer_template (area, id) WHERE is_withdrawn = 0;

CREATE TABLE behalf_act (
  id INTEGER PRIMARY KEY,
  matter INTEGER NOT NULL REFERENCES matter (id),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  act TEXT NOT NULL CHECK (act <> ''),
  person INTEGER REFERENCES person (id),
  organ INTEGER REFERENCES organ (id),
  entered_by INTEGER NOT NULL REFERENCES account (id),
  entered_at INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  try_day INTEGER,
  try_channel TEXT,
  try_reached INTEGER,
  disputed_at INTEGER,
  disputed_by INTEGER REFERENCES account (id),
  decided_at INTEGER,
  decided_by INTEGER REFERENCES account (id),
  was_upheld INTEGER,
  CHECK ((person IS NULL) <> (organ IS NULL)),
  CHECK ((disputed_at IS NULL) = (disputed_by IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CHECK ((decided_at IS NULL) = (was_upheld IS NULL)),
  CHECK (decided_at IS NULL OR disputed_at IS NOT NULL)
) STRICT;

CREATE INDEX behalf_act_matter ON behalf_act (matter, sequence);

CREATE TABLE booking (
  id INTEGER PRIMARY KEY,
  reception INTEGER NOT NULL REFERENCES reception (id),
  day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('booked', 'cancelled')),
  name_sealed BLOB,
  phone_sealed BLOB,
  code_digest BLOB,
  made_at INTEGER NOT NULL,
  cancelled_at INTEGER,
  reminded INTEGER NOT NULL,
  CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX booking_code ON booking (code_digest) WHERE code_digest IS NOT NULL;

CREATE INDEX booking_personal ON booking (day) WHERE code_digest IS NOT NULL;

CREATE INDEX booking_reception ON booking (reception);

CREATE UNIQUE INDEX booking_slot ON booking (reception, from_minute) WHERE state = 'booked';

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

CREATE TABLE channel_pause (
  target TEXT PRIMARY KEY,
  paused_until INTEGER NOT NULL,
  failures INTEGER NOT NULL CHECK (failures > 0),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_token (
  target TEXT PRIMARY KEY,
  token_sealed BLOB,
  expires_at INTEGER NOT NULL,
  lease_until INTEGER,
  lease_token BLOB,
  CHECK ((lease_until IS NULL) = (lease_token IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  person INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'wechat')),
  address_sealed BLOB NOT NULL,
  proved_at INTEGER NOT NULL,
  PRIMARY KEY (person, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_proof (
  person INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'wechat')),
  address_sealed BLOB NOT NULL,
  code_digest BLOB NOT NULL,
  expires_at INTEGER NOT NULL,
  tries INTEGER NOT NULL CHECK (tries >= 0),
  PRIMARY KEY (person, kind)
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

CREATE TABLE duty_event (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  mandate INTEGER NOT NULL REFERENCES mandate (id),
  station INTEGER NOT NULL REFERENCES station (id),
  kind TEXT NOT NULL CHECK (kind IN ('reception', 'visit', 'spotAnswer')),
  day INTEGER NOT NULL,
  source_kind TEXT NOT NULL CHECK (source_kind IN ('reception', 'visit', 'matter')),
  source INTEGER NOT NULL,
  recorded_by INTEGER REFERENCES account (id),
  recorded_at INTEGER NOT NULL,
  verified_by INTEGER REFERENCES account (id),
  verifier_name TEXT,
  verified_at INTEGER,
  objection_sealed BLOB,
  objected_at INTEGER,
  settled_at INTEGER,
  withdrawn_at INTEGER,
  version INTEGER NOT NULL CHECK (version > 0),
  UNIQUE (source_kind, source, mandate),
  CHECK ((verified_at IS NULL) = (verifier_name IS NULL)),
  CHECK ((objected_at IS NULL) = (objection_sealed IS NULL)),
  CHECK (withdrawn_at IS NULL OR settled_at IS NOT NULL)
) STRICT;

CREATE INDEX duty_event_person ON duty_event (person, day);

CREATE INDEX duty_event_station ON duty_event (station, day);

CREATE TABLE entry_time (
  id INTEGER PRIMARY KEY,
  station INTEGER NOT NULL REFERENCES station (id),
  mandate INTEGER NOT NULL REFERENCES mandate (id),
  person INTEGER NOT NULL REFERENCES person (id),
  day INTEGER NOT NULL,
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  purpose TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'confirmed', 'declined', 'cancelled')),
  reason TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  decided_by INTEGER REFERENCES account (id),
  decider_name TEXT,
  decided_at INTEGER,
  reminded INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  CHECK (state <> 'declined' OR reason <> '')
) STRICT;

CREATE INDEX entry_time_person ON entry_time (person, day);

CREATE INDEX entry_time_soon ON entry_time (day) WHERE state = 'confirmed' AND reminded = 0;

CREATE INDEX entry_time_station ON entry_time (station, day);

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

CREATE TABLE file_content (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 33),
  size INTEGER NOT NULL CHECK (size > 0),
  named_at INTEGER NOT NULL,
  loose_since INTEGER,
  swept_at INTEGER,
  CHECK (swept_at IS NULL OR loose_since IS NOT NULL)
) STRICT;

CREATE INDEX file_content_loose ON file_content (loose_since)
WHERE loose_since IS NOT NULL AND swept_at IS NULL;

CREATE INDEX file_content_swept ON file_content (swept_at) WHERE swept_at IS NOT NULL;

CREATE TABLE first_answer (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  station INTEGER NOT NULL REFERENCES station (id),
  answered_on INTEGER NOT NULL,
  days INTEGER NOT NULL CHECK (days >= 0)
) STRICT;

CREATE INDEX first_answer_station ON first_answer (station, answered_on, days);

CREATE TABLE follow (
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('matter', 'station', 'area', 'category')),
  subject_id INTEGER NOT NULL,
  category TEXT NOT NULL,
  person INTEGER REFERENCES person (id),
  address_sealed BLOB,
  address_index BLOB,
  token_digest BLOB UNIQUE,
  confirmed_at INTEGER,
  created_at INTEGER NOT NULL,
  CHECK ((person IS NULL) = (address_sealed IS NOT NULL)),
  CHECK ((address_sealed IS NULL) = (address_index IS NULL)),
  CHECK ((address_sealed IS NULL) = (token_digest IS NULL)),
  CHECK ((subject = 'category') = (category <> '')),
  CHECK (person IS NULL OR confirmed_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX follow_address ON follow (address_index, subject, subject_id, category)
WHERE address_index IS NOT NULL;

CREATE UNIQUE INDEX follow_person ON follow (person, subject, subject_id, category) WHERE person IS NOT NULL;

CREATE INDEX follow_subject ON follow (subject, subject_id, category, id) WHERE confirmed_at IS NOT NULL;

CREATE INDEX follow_unconfirmed ON follow (created_at) WHERE confirmed_at IS NULL;

CREATE TABLE follow_news (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('published', 'moved', 'post', 'reception')),
  subject_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  told_up_to INTEGER NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (kind, subject_id, sequence)
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

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  matter INTEGER NOT NULL REFERENCES matter (id),
  kind TEXT NOT NULL,
  organ INTEGER NOT NULL REFERENCES organ (id),
  year INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  word TEXT NOT NULL CHECK (word <> ''),
  to_organ INTEGER REFERENCES organ (id),
  day INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES account (id),
  made_at INTEGER NOT NULL,
  content_sealed BLOB NOT NULL,
  UNIQUE (organ, year, place)
) STRICT;

CREATE INDEX letter_matter ON letter (matter, id);

CREATE TABLE letter_sequence (
  organ INTEGER NOT NULL REFERENCES organ (id),
  year INTEGER NOT NULL,
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (organ, year)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX matter_said ON matter (station, sort_key);

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

CREATE INDEX matter_clock_due ON matter_clock (due_on, matter, kind);

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

CREATE TABLE matter_secrecy (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  kind TEXT NOT NULL CHECK (kind IN ('state', 'business', 'private')),
  marked_by INTEGER NOT NULL,
  marker_name TEXT NOT NULL,
  marked_at INTEGER NOT NULL
) STRICT;

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

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  recipient TEXT NOT NULL CHECK (recipient IN ('reporter', 'person', 'address')),
  matter INTEGER REFERENCES matter (id),
  person INTEGER REFERENCES person (id),
  address_kind TEXT CHECK (address_kind IN ('telephone', 'email', 'wechat')),
  address_sealed BLOB,
  area INTEGER NOT NULL REFERENCES division (id),
  values_sealed BLOB,
  is_urgent INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER,
  read_at INTEGER,
  kept_since INTEGER,
  CHECK ((recipient = 'person') = (person IS NOT NULL)),
  CHECK ((recipient = 'address') = (address_kind IS NOT NULL)),
  CHECK (recipient <> 'reporter' OR matter IS NOT NULL),
  CHECK (address_sealed IS NULL OR address_kind IS NOT NULL),
  CHECK (read_at IS NULL OR person IS NOT NULL)
) STRICT;

CREATE INDEX message_due ON message (due_at, id) WHERE due_at IS NOT NULL;

CREATE INDEX message_gathered ON message (person, due_at) WHERE due_at IS NOT NULL AND person IS NOT NULL;

CREATE INDEX message_inbox ON message (person, not_before, id) WHERE person IS NOT NULL;

CREATE INDEX message_kept ON message (kept_since) WHERE kept_since IS NOT NULL;

CREATE INDEX message_matter ON message (matter) WHERE matter IS NOT NULL;

CREATE INDEX message_unread ON message (person, not_before) WHERE person IS NOT NULL AND read_at IS NULL;

CREATE TABLE message_template (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  channel TEXT NOT NULL CHECK (channel <> ''),
  area INTEGER NOT NULL REFERENCES division (id),
  version INTEGER NOT NULL CHECK (version > 0),
  valid_from INTEGER NOT NULL,
  text TEXT NOT NULL,
  written_by INTEGER NOT NULL REFERENCES account (id),
  UNIQUE (kind, channel, area, version)
) STRICT;

CREATE TABLE number_sequence (
  city TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (city, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_link (
  id INTEGER PRIMARY KEY,
  token_digest BLOB NOT NULL UNIQUE,
  matter INTEGER NOT NULL REFERENCES matter (id),
  person INTEGER NOT NULL REFERENCES person (id),
  role_grant INTEGER NOT NULL,
  behalf_act INTEGER REFERENCES behalf_act (id),
  made_at INTEGER NOT NULL,
  made_by INTEGER REFERENCES account (id),
  expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
  revoked_at INTEGER,
  revoked_by INTEGER REFERENCES account (id),
  CHECK (revoked_at IS NOT NULL OR revoked_by IS NULL)
) STRICT;

CREATE INDEX one_time_link_expires ON one_time_link (expires_at);

CREATE INDEX one_time_link_matter ON one_time_link (matter, made_at);

CREATE TABLE one_time_link_act (
  link INTEGER NOT NULL REFERENCES one_time_link (id),
  act TEXT NOT NULL CHECK (act <> ''),
  used_at INTEGER,
  PRIMARY KEY (link, act)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_dispute (
  behalf_act INTEGER PRIMARY KEY REFERENCES behalf_act (id),
  matter INTEGER NOT NULL REFERENCES matter (id),
  number TEXT NOT NULL,
  station INTEGER NOT NULL REFERENCES station (id),
  office INTEGER REFERENCES organ (id),
  since INTEGER NOT NULL
) STRICT;

CREATE INDEX open_dispute_matter ON open_dispute (matter);

CREATE INDEX open_dispute_office ON open_dispute (office, since) WHERE office IS NOT NULL;

CREATE INDEX open_dispute_station ON open_dispute (station, since);

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

CREATE VIRTUAL TABLE public_search USING fts5(terms, content = '', columnsize = 0, tokenize = 'ascii');

CREATE TABLE public_search_entry (
  document INTEGER PRIMARY KEY,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE public_search_pending (
  document INTEGER PRIMARY KEY REFERENCES public_search_entry (document),
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE publication (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  answer TEXT NOT NULL,
  published_by INTEGER NOT NULL,
  publisher_name TEXT NOT NULL,
  published_at INTEGER NOT NULL
, category TEXT NOT NULL DEFAULT '', progress TEXT NOT NULL DEFAULT 'underWay', station INTEGER, supervisor INTEGER) STRICT;

CREATE INDEX publication_station ON publication (station, published_at);

CREATE INDEX publication_supervisor ON publication (supervisor, progress, published_at);

CREATE TABLE publication_area (
  area INTEGER NOT NULL REFERENCES division (id),
  sort_key INTEGER NOT NULL,
  matter INTEGER NOT NULL REFERENCES publication (matter),
  PRIMARY KEY (area, sort_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_list (
  area INTEGER NOT NULL REFERENCES division (id),
  category TEXT NOT NULL,
  progress TEXT NOT NULL,
  sort_key INTEGER NOT NULL,
  matter INTEGER NOT NULL REFERENCES publication (matter),
  PRIMARY KEY (area, category, progress, sort_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_recent (
  area INTEGER NOT NULL REFERENCES division (id),
  published_at INTEGER NOT NULL,
  matter INTEGER NOT NULL REFERENCES publication (matter),
  PRIMARY KEY (area, published_at, matter)
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
  version INTEGER NOT NULL CHECK (version > 0), kind TEXT NOT NULL DEFAULT 'reception'
CHECK (kind IN ('reception', 'visit')), schedule INTEGER REFERENCES reception_schedule (id), planned_day INTEGER, edited INTEGER NOT NULL DEFAULT 0, slot_minutes INTEGER NOT NULL DEFAULT 0 CHECK (slot_minutes >= 0), departments TEXT NOT NULL DEFAULT '', reminded INTEGER NOT NULL DEFAULT 0,
  CHECK ((published_at IS NULL) = (reviewer_name IS NULL))
) STRICT;

CREATE INDEX reception_day ON reception (day);

CREATE UNIQUE INDEX reception_planned ON reception (schedule, planned_day);

CREATE INDEX reception_station ON reception (station, day, from_minute);

CREATE TABLE reception_deputy (
  reception INTEGER NOT NULL REFERENCES reception (id),
  mandate INTEGER NOT NULL REFERENCES mandate (id),
  PRIMARY KEY (reception, mandate)
) STRICT, WITHOUT ROWID;

CREATE INDEX reception_deputy_mandate ON reception_deputy (mandate);

CREATE TABLE reception_organ (
  reception INTEGER NOT NULL REFERENCES reception (id),
  organ INTEGER NOT NULL REFERENCES organ (id),
  was_present INTEGER NOT NULL,
  PRIMARY KEY (reception, organ)
) STRICT, WITHOUT ROWID;

CREATE TABLE reception_record (
  reception INTEGER PRIMARY KEY REFERENCES reception (id),
  village INTEGER REFERENCES village (id),
  households INTEGER CHECK (households >= 0),
  departments TEXT NOT NULL,
  visitors INTEGER NOT NULL CHECK (visitors >= 0),
  is_late INTEGER NOT NULL,
  written_on INTEGER NOT NULL,
  written_by INTEGER NOT NULL REFERENCES account (id),
  writer_name TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT;

CREATE TABLE reception_schedule (
  id INTEGER PRIMARY KEY,
  station INTEGER NOT NULL REFERENCES station (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  holiday TEXT NOT NULL CHECK (holiday IN ('skip', 'nextWorkingDay', 'nextWeek')),
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  place TEXT NOT NULL CHECK (place <> ''),
  scope TEXT NOT NULL,
  slot_minutes INTEGER NOT NULL CHECK (slot_minutes >= 0),
  at_once INTEGER NOT NULL CHECK (at_once > 0),
  next_turn INTEGER NOT NULL CHECK (next_turn >= 0),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'ended')),
  planned_through INTEGER NOT NULL,
  written_by INTEGER REFERENCES account (id),
  written_at INTEGER NOT NULL,
  reviewed_by INTEGER REFERENCES account (id),
  reviewer_name TEXT,
  published_at INTEGER,
  version INTEGER NOT NULL CHECK (version > 0),
  CHECK ((published_at IS NULL) = (reviewer_name IS NULL)),
  CHECK (state <> 'approved' OR published_at IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX reception_schedule_approved ON reception_schedule (station) WHERE state = 'approved';

CREATE INDEX reception_schedule_plan ON reception_schedule (planned_through) WHERE state = 'approved';

CREATE UNIQUE INDEX reception_schedule_waiting ON reception_schedule (station) WHERE state = 'waiting';

CREATE TABLE reception_visitor (
  reception INTEGER NOT NULL REFERENCES reception (id),
  place INTEGER NOT NULL,
  matter INTEGER NOT NULL REFERENCES matter (id),
  village INTEGER REFERENCES village (id),
  commonality TEXT NOT NULL CHECK (commonality IN ('common', 'personal')),
  outcome TEXT NOT NULL CHECK (outcome IN ('registered', 'answeredOnSpot')),
  answered_by INTEGER REFERENCES mandate (id),
  department TEXT NOT NULL,
  PRIMARY KEY (reception, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX reception_visitor_matter ON reception_visitor (matter);

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

CREATE TABLE reporter_channel (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'call', 'email', 'visit', 'letter', 'none')),
  address_sealed BLOB,
  proved_at INTEGER,
  code_digest BLOB,
  code_until INTEGER,
  code_tries INTEGER NOT NULL CHECK (code_tries >= 0),
  chosen_at INTEGER NOT NULL,
  CHECK ((code_digest IS NULL) = (code_until IS NULL)),
  CHECK (proved_at IS NULL OR address_sealed IS NOT NULL)
) STRICT;

CREATE TABLE reporter_wish (
  matter INTEGER PRIMARY KEY REFERENCES matter (id),
  deputy INTEGER REFERENCES person (id),
  guardian_sealed BLOB
) STRICT;

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

CREATE TABLE schedule_deputy (
  schedule INTEGER NOT NULL REFERENCES reception_schedule (id),
  turn INTEGER NOT NULL,
  mandate INTEGER NOT NULL REFERENCES mandate (id),
  PRIMARY KEY (schedule, turn)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE sending (
  id INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES message (id),
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'email', 'wechat', 'call', 'letter')),
  area INTEGER NOT NULL REFERENCES division (id),
  station INTEGER REFERENCES station (id),
  organ INTEGER REFERENCES organ (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'failed', 'givenUp', 'byHand', 'sent', 'done')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_at INTEGER,
  lease_token BLOB,
  is_uncertain INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  by_hand_since INTEGER,
  via TEXT CHECK (via IN ('provider', 'file', 'hand')),
  provider_id TEXT,
  cost INTEGER NOT NULL CHECK (cost >= 0),
  reason TEXT NOT NULL,
  template INTEGER REFERENCES message_template (id),
  done_by INTEGER REFERENCES account (id),
  version INTEGER NOT NULL CHECK (version > 0),
  UNIQUE (message, channel),
  CHECK ((state IN ('waiting', 'failed')) = (next_at IS NOT NULL)),
  CHECK ((state IN ('sent', 'done')) = (via IS NOT NULL)),
  CHECK ((state = 'byHand') = (by_hand_since IS NOT NULL)),
  CHECK ((state IN ('sent', 'done', 'givenUp')) = (ended_at IS NOT NULL)),
  CHECK (lease_token IS NULL OR next_at IS NOT NULL)
) STRICT;

CREATE INDEX sending_area ON sending (area, state, id);

CREATE INDEX sending_by_hand ON sending (by_hand_since) WHERE by_hand_since IS NOT NULL;

CREATE INDEX sending_due ON sending (channel, next_at, id) WHERE next_at IS NOT NULL;

CREATE INDEX sending_ended ON sending (ended_at, id) WHERE ended_at IS NOT NULL;

CREATE INDEX sending_organ ON sending (organ, state, id) WHERE organ IS NOT NULL;

CREATE INDEX sending_station ON sending (station, state, id) WHERE station IS NOT NULL;

CREATE TABLE sending_message (
  sending INTEGER NOT NULL REFERENCES sending (id),
  message INTEGER NOT NULL REFERENCES message (id),
  PRIMARY KEY (sending, message)
) STRICT, WITHOUT ROWID;

CREATE INDEX sending_message_message ON sending_message (message, sending);

CREATE TABLE sending_tally (
  area INTEGER NOT NULL REFERENCES division (id),
  month INTEGER NOT NULL,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  outcome TEXT NOT NULL,
  is_kept INTEGER NOT NULL,
  total INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  PRIMARY KEY (area, month, kind, channel, outcome, is_kept)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE sign_in_code (
  holder BLOB PRIMARY KEY,
  phone_index BLOB NOT NULL,
  digest BLOB NOT NULL,
  tries INTEGER NOT NULL CHECK (tries >= 0),
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at > made_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_code_expires ON sign_in_code (expires_at);

CREATE TABLE slip (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  book INTEGER NOT NULL REFERENCES slip_book (id),
  place INTEGER NOT NULL CHECK (place > 0),
  code_digest BLOB NOT NULL,
  code_sealed BLOB,
  state TEXT NOT NULL CHECK (state IN ('open', 'used', 'void')),
  matter INTEGER UNIQUE REFERENCES matter (id),
  changed_by INTEGER REFERENCES account (id),
  changed_at INTEGER,
  reason_sealed BLOB,
  UNIQUE (book, place),
  CHECK ((state = 'used') = (matter IS NOT NULL)),
  CHECK ((state = 'open') = (changed_at IS NULL)),
  CHECK ((state = 'void') = (reason_sealed IS NOT NULL)),
  CHECK (state = 'open' OR code_sealed IS NULL)
) STRICT;

CREATE TABLE slip_book (
  id INTEGER PRIMARY KEY,
  station INTEGER NOT NULL REFERENCES station (id),
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 500),
  ordered_by INTEGER REFERENCES account (id),
  ordered_at INTEGER NOT NULL,
  codes_until INTEGER
) STRICT;

CREATE INDEX slip_book_codes ON slip_book (codes_until) WHERE codes_until IS NOT NULL;

CREATE INDEX slip_book_station ON slip_book (station, ordered_at);

CREATE TABLE stated_date (
  organ INTEGER NOT NULL REFERENCES organ (id),
  matter INTEGER NOT NULL REFERENCES matter (id),
  stated_on INTEGER NOT NULL,
  stated_at INTEGER NOT NULL,
  was_kept INTEGER,
  PRIMARY KEY (organ, matter, stated_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX stated_date_matter ON stated_date (matter);

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

CREATE TABLE stored_file (
  id INTEGER PRIMARY KEY,
  owner_kind TEXT NOT NULL CHECK (owner_kind IN ('matter', 'stationPost', 'reception', 'letter')),
  owner INTEGER NOT NULL,
  part INTEGER NOT NULL CHECK (part >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('photo', 'voice', 'document')),
  type TEXT NOT NULL CHECK (type IN ('jpeg', 'webm', 'ogg', 'm4a', 'mp3', 'wav', 'pdf')),
  digest BLOB NOT NULL REFERENCES file_content (digest),
  small_digest BLOB REFERENCES file_content (digest),
  size INTEGER NOT NULL CHECK (size > 0),
  width INTEGER CHECK (width > 0),
  height INTEGER CHECK (height > 0),
  seconds INTEGER CHECK (seconds >= 0),
  description_sealed BLOB NOT NULL,
  added_by INTEGER REFERENCES account (id),
  added_at INTEGER NOT NULL,
  released_at INTEGER,
  published_at INTEGER,
  CHECK (kind <> 'photo' OR (width IS NOT NULL AND height IS NOT NULL)),
  CHECK ((released_at IS NULL AND published_at IS NULL) OR kind = 'photo')
) STRICT;

CREATE INDEX stored_file_digest ON stored_file (digest);

CREATE INDEX stored_file_owner ON stored_file (owner_kind, owner, part, id);

CREATE INDEX stored_file_small ON stored_file (small_digest);

CREATE TABLE stream_head (
  stream_kind TEXT NOT NULL,
  stream_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  hash BLOB NOT NULL,
  PRIMARY KEY (stream_kind, stream_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE telling_mark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  day INTEGER NOT NULL,
  matter INTEGER NOT NULL
) STRICT;

CREATE TABLE village (
  id INTEGER PRIMARY KEY,
  station INTEGER NOT NULL REFERENCES station (id),
  name TEXT NOT NULL CHECK (name <> ''),
  last_opinion_on INTEGER NOT NULL,
  last_visit_on INTEGER NOT NULL,
  is_kept INTEGER NOT NULL,
  UNIQUE (station, name)
) STRICT;

CREATE TABLE village_mark (
  station INTEGER PRIMARY KEY REFERENCES station (id),
  seen INTEGER NOT NULL,
  looked_at INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0)
) STRICT;

CREATE INDEX village_mark_looked ON village_mark (looked_at);

CREATE TABLE webhook (
  id INTEGER PRIMARY KEY,
  area INTEGER NOT NULL REFERENCES division (id),
  name TEXT NOT NULL CHECK (name <> ''),
  address TEXT NOT NULL CHECK (address <> ''),
  map TEXT NOT NULL CHECK (map IN ('native', 'workOrder', 'gridEvent')),
  secret_sealed BLOB NOT NULL,
  earlier_secret_sealed BLOB,
  earlier_until INTEGER,
  is_paused INTEGER NOT NULL,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  resume_at INTEGER NOT NULL,
  created_by INTEGER NOT NULL REFERENCES account (id),
  created_at INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  CHECK ((earlier_secret_sealed IS NULL) = (earlier_until IS NULL))
) STRICT;

CREATE INDEX webhook_area ON webhook (area, id);

CREATE TABLE webhook_delivery (
  webhook INTEGER NOT NULL REFERENCES webhook (id),
  stream INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  topic TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  category TEXT,
  holder_organ INTEGER,
  holder_station INTEGER,
  due_on INTEGER,
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_at INTEGER,
  lease_until INTEGER,
  lease_token BLOB,
  tried_at INTEGER,
  status INTEGER,
  took_ms INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'sent', 'refused', 'noAnswer', 'forbidden', 'dropped')),
  PRIMARY KEY (webhook, stream, sequence),
  CHECK ((lease_until IS NULL) = (lease_token IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, next_at, stream, sequence)
WHERE next_at IS NOT NULL;

CREATE INDEX webhook_delivery_newest ON webhook_delivery (webhook, at, stream, sequence);

CREATE TABLE webhook_topic (
  topic TEXT NOT NULL,
  webhook INTEGER NOT NULL REFERENCES webhook (id),
  PRIMARY KEY (topic, webhook)
) STRICT, WITHOUT ROWID;

CREATE INDEX webhook_topic_webhook ON webhook_topic (webhook, topic);
