CREATE TABLE account (
  id bigint NOT NULL,
  person bigint NOT NULL,
  login text COLLATE "C" NOT NULL,
  password_hash text,
  activation_digest bytea,
  status text COLLATE "C" NOT NULL,
  failed bigint NOT NULL,
  locked_until bigint,
  last_sign_in bigint,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_login_key UNIQUE (login),
  CONSTRAINT account_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT account_check CHECK (((status <> 'active'::text) OR (password_hash IS NOT NULL))),
  CONSTRAINT account_failed_check CHECK ((failed >= 0)),
  CONSTRAINT account_login_check CHECK ((login <> ''::text)),
  CONSTRAINT account_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'active'::text, 'closed'::text])))
);

CREATE INDEX account_person ON account USING btree (person);

CREATE TABLE calendar_day (
  day bigint NOT NULL,
  is_workday bigint NOT NULL,
  name text NOT NULL,
  notice_year bigint NOT NULL,
  CONSTRAINT calendar_day_pkey PRIMARY KEY (day),
  CONSTRAINT calendar_day_notice_year_fkey FOREIGN KEY (notice_year) REFERENCES calendar_year(year)
);

CREATE TABLE calendar_year (
  year bigint NOT NULL,
  loaded_at bigint NOT NULL,
  CONSTRAINT calendar_year_pkey PRIMARY KEY (year)
);

CREATE TABLE counter (
  area bigint NOT NULL,
  month bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  total bigint NOT NULL,
  CONSTRAINT counter_pkey PRIMARY KEY (area, month, name)
);

CREATE TABLE counter_delta (
  id bigint NOT NULL,
  area bigint NOT NULL,
  month bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  delta bigint NOT NULL,
  CONSTRAINT counter_delta_pkey PRIMARY KEY (id)
);

CREATE TABLE directory_version (
  id bigint NOT NULL,
  version bigint NOT NULL,
  reach bigint NOT NULL,
  CONSTRAINT directory_version_pkey PRIMARY KEY (id),
  CONSTRAINT directory_version_id_check CHECK ((id = 1))
);

CREATE TABLE division (
  id bigint NOT NULL,
  parent bigint,
  level bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text NOT NULL,
  full_name text NOT NULL,
  special bigint NOT NULL,
  CONSTRAINT division_pkey PRIMARY KEY (id),
  CONSTRAINT division_parent_name_key UNIQUE (parent, name),
  CONSTRAINT division_parent_fkey FOREIGN KEY (parent) REFERENCES division(id),
  CONSTRAINT division_check CHECK (((parent IS NULL) = (level = 4))),
  CONSTRAINT division_full_name_check CHECK ((full_name <> ''::text)),
  CONSTRAINT division_kind_check CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'district'::text, 'countyCity'::text, 'county'::text, 'town'::text, 'township'::text, 'subdistrict'::text, 'specialArea'::text]))),
  CONSTRAINT division_level_check CHECK (((level >= 1) AND (level <= 4))),
  CONSTRAINT division_name_check CHECK ((name <> ''::text))
);

CREATE TABLE division_ancestor (
  division bigint NOT NULL,
  ancestor bigint NOT NULL,
  depth bigint NOT NULL,
  CONSTRAINT division_ancestor_pkey PRIMARY KEY (division, ancestor),
  CONSTRAINT division_ancestor_ancestor_fkey FOREIGN KEY (ancestor) REFERENCES division(id),
  CONSTRAINT division_ancestor_division_fkey FOREIGN KEY (division) REFERENCES division(id),
  CONSTRAINT division_ancestor_depth_check CHECK ((depth >= 0))
);

CREATE UNIQUE INDEX division_ancestor_ancestor ON division_ancestor USING btree (ancestor, division);

CREATE TABLE division_code (
  system text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  valid_from bigint NOT NULL,
  valid_to bigint,
  division bigint NOT NULL,
  CONSTRAINT division_code_pkey PRIMARY KEY (system, code, valid_from),
  CONSTRAINT division_code_division_fkey FOREIGN KEY (division) REFERENCES division(id),
  CONSTRAINT division_code_check CHECK ((valid_to >= valid_from)),
  CONSTRAINT division_code_code_check CHECK ((length(code) = ANY (ARRAY[6, 9, 12]))),
  CONSTRAINT division_code_system_check CHECK ((system = ANY (ARRAY['mca'::text, 'nbs'::text])))
);

CREATE INDEX division_code_division ON division_code USING btree (division);

CREATE TABLE event (
  id bigint NOT NULL,
  stream_kind text COLLATE "C" NOT NULL,
  stream_id bigint NOT NULL,
  sequence bigint NOT NULL,
  format bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  author_kind text COLLATE "C" NOT NULL,
  author_account bigint,
  author_grant bigint,
  author_role text COLLATE "C",
  author_organ bigint,
  author_station bigint,
  on_behalf text COLLATE "C",
  before_state text COLLATE "C",
  after_state text COLLATE "C",
  facts bytea NOT NULL,
  commitment bytea,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (id),
  CONSTRAINT event_stream_kind_stream_id_sequence_key UNIQUE (stream_kind, stream_id, sequence),
  CONSTRAINT event_author_kind_check CHECK ((author_kind = ANY (ARRAY['staff'::text, 'reporter'::text, 'system'::text]))),
  CONSTRAINT event_check CHECK (((sequence = 1) = (length(previous) = 0))),
  CONSTRAINT event_format_check CHECK (((format >= 1) AND (format <= 255))),
  CONSTRAINT event_name_check CHECK ((name <> ''::text)),
  CONSTRAINT event_sequence_check CHECK ((sequence > 0))
);

CREATE TABLE event_content (
  event bigint NOT NULL,
  sealed bytea,
  erased_at bigint,
  erased_mark bytea,
  CONSTRAINT event_content_pkey PRIMARY KEY (event),
  CONSTRAINT event_content_event_fkey FOREIGN KEY (event) REFERENCES event(id),
  CONSTRAINT event_content_check CHECK (((sealed IS NULL) = (erased_at IS NOT NULL))),
  CONSTRAINT event_content_check1 CHECK (((erased_at IS NULL) = (erased_mark IS NULL)))
);

CREATE TABLE id_block (
  name text COLLATE "C" NOT NULL,
  next bigint NOT NULL,
  CONSTRAINT id_block_pkey PRIMARY KEY (name),
  CONSTRAINT id_block_next_check CHECK ((next > 0))
);

CREATE TABLE idempotency (
  principal text COLLATE "C" NOT NULL,
  client_id text COLLATE "C" NOT NULL,
  request_hash bytea NOT NULL,
  status bigint NOT NULL,
  result bytea NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT idempotency_pkey PRIMARY KEY (principal, client_id)
);

CREATE INDEX idempotency_at ON idempotency USING btree (at);

CREATE TABLE job (
  name text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  due_at bigint NOT NULL,
  lease_until bigint,
  lease_token bytea,
  attempts bigint NOT NULL,
  CONSTRAINT job_pkey PRIMARY KEY (name, key),
  CONSTRAINT job_attempts_check CHECK ((attempts >= 0)),
  CONSTRAINT job_check CHECK (((lease_until IS NULL) = (lease_token IS NULL)))
);

CREATE INDEX job_due ON job USING btree (due_at);

CREATE TABLE key_mark (
  place bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  mark bytea NOT NULL,
  CONSTRAINT key_mark_pkey PRIMARY KEY (place),
  CONSTRAINT key_mark_name_key UNIQUE (name),
  CONSTRAINT key_mark_place_check CHECK ((place > 0))
);

CREATE TABLE liaison_point (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  station bigint NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  CONSTRAINT liaison_point_pkey PRIMARY KEY (id),
  CONSTRAINT liaison_point_code_key UNIQUE (code),
  CONSTRAINT liaison_point_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT liaison_point_code_check CHECK ((code <> ''::text)),
  CONSTRAINT liaison_point_name_check CHECK ((name <> ''::text))
);

CREATE INDEX liaison_point_station ON liaison_point USING btree (station);

CREATE TABLE mandate (
  id bigint NOT NULL,
  person bigint NOT NULL,
  level bigint NOT NULL,
  division bigint NOT NULL,
  home_station bigint,
  name_public text NOT NULL,
  card text COLLATE "C",
  term text NOT NULL,
  from_day bigint NOT NULL,
  to_day bigint,
  status text COLLATE "C" NOT NULL,
  CONSTRAINT mandate_pkey PRIMARY KEY (id),
  CONSTRAINT mandate_card_key UNIQUE (card),
  CONSTRAINT mandate_division_fkey FOREIGN KEY (division) REFERENCES division(id),
  CONSTRAINT mandate_home_station_fkey FOREIGN KEY (home_station) REFERENCES station(id),
  CONSTRAINT mandate_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT mandate_card_check CHECK ((card <> ''::text)),
  CONSTRAINT mandate_check CHECK ((to_day >= from_day)),
  CONSTRAINT mandate_level_check CHECK (((level >= 1) AND (level <= 5))),
  CONSTRAINT mandate_name_public_check CHECK ((name_public <> ''::text)),
  CONSTRAINT mandate_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'terminated'::text])))
);

CREATE INDEX mandate_division ON mandate USING btree (division, level);

CREATE INDEX mandate_home ON mandate USING btree (home_station, status, level);

CREATE INDEX mandate_name ON mandate USING btree (name_public);

CREATE INDEX mandate_person ON mandate USING btree (person);

CREATE UNIQUE INDEX mandate_seat ON mandate USING btree (person, level) WHERE (status <> 'terminated'::text);

CREATE TABLE matter (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  sort_key bigint NOT NULL,
  registered_at bigint NOT NULL,
  channel text COLLATE "C" NOT NULL,
  area bigint NOT NULL,
  lowest_level bigint NOT NULL,
  has_telephone bigint NOT NULL,
  registered_by bigint,
  relapse_of bigint,
  version bigint NOT NULL,
  head bytea NOT NULL,
  state text COLLATE "C" NOT NULL,
  holder_station bigint,
  holder_organ bigint,
  on_duty text COLLATE "C" NOT NULL,
  station bigint NOT NULL,
  assigning_office bigint,
  level bigint NOT NULL,
  triage_route text COLLATE "C",
  commonality text COLLATE "C",
  category text COLLATE "C",
  power text COLLATE "C",
  is_emergency bigint NOT NULL,
  is_triage_confirmed bigint NOT NULL,
  supervisor bigint,
  lead_handler bigint,
  distributor bigint,
  assigned_on bigint,
  is_wide bigint NOT NULL,
  objections bigint NOT NULL,
  extension text COLLATE "C" NOT NULL,
  extension_until bigint,
  stated_on bigint,
  outcome text COLLATE "C",
  promised_on bigint,
  reworks bigint NOT NULL,
  supervision_level bigint NOT NULL,
  is_reply_checked bigint NOT NULL,
  was_returned bigint NOT NULL,
  is_delivered bigint NOT NULL,
  is_notice_given bigint NOT NULL,
  grade text COLLATE "C",
  rating_source text COLLATE "C",
  dissatisfactions bigint NOT NULL,
  lead_matter bigint,
  state_before_merger text COLLATE "C",
  closure text COLLATE "C",
  closed_on bigint,
  times_contested bigint NOT NULL,
  is_archived bigint NOT NULL,
  is_published bigint NOT NULL,
  petition_office bigint,
  due_at bigint,
  CONSTRAINT matter_pkey PRIMARY KEY (id),
  CONSTRAINT matter_number_key UNIQUE (number),
  CONSTRAINT matter_sort_key_key UNIQUE (sort_key),
  CONSTRAINT matter_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT matter_assigning_office_fkey FOREIGN KEY (assigning_office) REFERENCES organ(id),
  CONSTRAINT matter_distributor_fkey FOREIGN KEY (distributor) REFERENCES organ(id),
  CONSTRAINT matter_holder_organ_fkey FOREIGN KEY (holder_organ) REFERENCES organ(id),
  CONSTRAINT matter_holder_station_fkey FOREIGN KEY (holder_station) REFERENCES station(id),
  CONSTRAINT matter_lead_handler_fkey FOREIGN KEY (lead_handler) REFERENCES organ(id),
  CONSTRAINT matter_lead_matter_fkey FOREIGN KEY (lead_matter) REFERENCES matter(id),
  CONSTRAINT matter_petition_office_fkey FOREIGN KEY (petition_office) REFERENCES organ(id),
  CONSTRAINT matter_relapse_of_fkey FOREIGN KEY (relapse_of) REFERENCES matter(id),
  CONSTRAINT matter_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT matter_supervisor_fkey FOREIGN KEY (supervisor) REFERENCES person(id),
  CONSTRAINT matter_check CHECK (((holder_station IS NULL) OR (holder_organ IS NULL))),
  CONSTRAINT matter_check1 CHECK (((state = ANY (ARRAY['withdrawn'::text, 'closed'::text])) = ((holder_station IS NULL) AND (holder_organ IS NULL)))),
  CONSTRAINT matter_check2 CHECK (((state = ANY (ARRAY['withdrawn'::text, 'closed'::text])) = (due_at IS NULL))),
  CONSTRAINT matter_check3 CHECK (((state = 'merged'::text) = (state_before_merger IS NOT NULL))),
  CONSTRAINT matter_extension_check CHECK ((extension = ANY (ARRAY['none'::text, 'asked'::text, 'granted'::text, 'refused'::text]))),
  CONSTRAINT matter_level_check CHECK (((level >= 1) AND (level <= 4))),
  CONSTRAINT matter_lowest_level_check CHECK (((lowest_level >= 1) AND (lowest_level <= 4))),
  CONSTRAINT matter_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'answeredOnSpot'::text, 'accepted'::text, 'submittedUp'::text, 'assigned'::text, 'objected'::text, 'inHandling'::text, 'replied'::text, 'promised'::text, 'answered'::text, 'rated'::text, 'rework'::text, 'jointReview'::text, 'contested'::text, 'referred'::text, 'redirected'::text, 'rejected'::text, 'merged'::text, 'withdrawn'::text, 'closed'::text]))),
  CONSTRAINT matter_version_check CHECK ((version > 0))
);

CREATE INDEX matter_closed ON matter USING btree (closed_on) WHERE ((state = 'closed'::text) AND (is_archived = 0));

CREATE INDEX matter_holder_organ ON matter USING btree (holder_organ, due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX matter_lead ON matter USING btree (lead_matter) WHERE (lead_matter IS NOT NULL);

CREATE INDEX matter_office ON matter USING btree (assigning_office, due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX matter_registered_by ON matter USING btree (registered_by, sort_key) WHERE (registered_by IS NOT NULL);

CREATE INDEX matter_station ON matter USING btree (station, due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX matter_supervisor ON matter USING btree (supervisor, due_at) WHERE (due_at IS NOT NULL);

CREATE TABLE matter_area (
  area bigint NOT NULL,
  sort_key bigint NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT matter_area_pkey PRIMARY KEY (area, sort_key),
  CONSTRAINT matter_area_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT matter_area_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE TABLE matter_clock (
  matter bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  organ bigint NOT NULL,
  started_on bigint NOT NULL,
  due_on bigint NOT NULL,
  rule text COLLATE "C" NOT NULL,
  policy_key text COLLATE "C",
  policy_version bigint NOT NULL,
  is_provisional bigint NOT NULL,
  explanation text NOT NULL,
  reminded_on bigint,
  overdue_on bigint,
  silence_on bigint,
  wake_at bigint,
  CONSTRAINT matter_clock_pkey PRIMARY KEY (matter, kind, organ),
  CONSTRAINT matter_clock_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE INDEX matter_clock_provisional ON matter_clock USING btree (matter) WHERE (is_provisional = 1);

CREATE INDEX matter_clock_wake ON matter_clock USING btree (wake_at, matter) WHERE (wake_at IS NOT NULL);

CREATE TABLE matter_co_handler (
  matter bigint NOT NULL,
  organ bigint NOT NULL,
  CONSTRAINT matter_co_handler_pkey PRIMARY KEY (matter, organ),
  CONSTRAINT matter_co_handler_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT matter_co_handler_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id)
);

CREATE INDEX matter_co_handler_organ ON matter_co_handler USING btree (organ, matter);

CREATE TABLE matter_due (
  area bigint NOT NULL,
  due_at bigint NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT matter_due_pkey PRIMARY KEY (area, due_at, matter),
  CONSTRAINT matter_due_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT matter_due_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE TABLE matter_support (
  matter bigint NOT NULL,
  supporter bytea NOT NULL,
  is_verified bigint NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT matter_support_pkey PRIMARY KEY (matter, supporter),
  CONSTRAINT matter_support_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE TABLE matter_words (
  matter bigint NOT NULL,
  title text NOT NULL,
  masked text NOT NULL,
  place text NOT NULL,
  CONSTRAINT matter_words_pkey PRIMARY KEY (matter),
  CONSTRAINT matter_words_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE TABLE number_sequence (
  city text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  last bigint NOT NULL,
  CONSTRAINT number_sequence_pkey PRIMARY KEY (city, year)
);

CREATE TABLE organ (
  id bigint NOT NULL,
  division bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text NOT NULL,
  superior bigint,
  field text COLLATE "C",
  phone text NOT NULL,
  address text NOT NULL,
  hours text NOT NULL,
  CONSTRAINT organ_pkey PRIMARY KEY (id),
  CONSTRAINT organ_division_name_key UNIQUE (division, name),
  CONSTRAINT organ_division_fkey FOREIGN KEY (division) REFERENCES division(id),
  CONSTRAINT organ_superior_fkey FOREIGN KEY (superior) REFERENCES organ(id),
  CONSTRAINT organ_check CHECK (((field IS NULL) OR (kind = 'bureau'::text))),
  CONSTRAINT organ_field_check CHECK ((field <> ''::text)),
  CONSTRAINT organ_kind_check CHECK ((kind = ANY (ARRAY['presidium'::text, 'townGovernment'::text, 'streetCommittee'::text, 'subdistrictOffice'::text, 'deputiesCommittee'::text, 'standingCommitteeOffice'::text, 'government'::text, 'governmentOffice'::text, 'bureau'::text, 'villageCommittee'::text, 'petitionOffice'::text]))),
  CONSTRAINT organ_name_check CHECK ((name <> ''::text))
);

CREATE INDEX organ_superior ON organ USING btree (superior);

CREATE TABLE person (
  id bigint NOT NULL,
  name_sealed bytea NOT NULL,
  name_digest bytea,
  phone_sealed bytea,
  phone_index bytea,
  phone_verified_at bigint,
  leads_organ bigint,
  demo bigint NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_leads_organ_fkey FOREIGN KEY (leads_organ) REFERENCES organ(id),
  CONSTRAINT person_check CHECK (((phone_sealed IS NULL) = (phone_index IS NULL))),
  CONSTRAINT person_check1 CHECK (((phone_verified_at IS NULL) OR (phone_sealed IS NOT NULL)))
);

CREATE INDEX person_leads_organ ON person USING btree (leads_organ) WHERE (leads_organ IS NOT NULL);

CREATE INDEX person_phone ON person USING btree (phone_index) WHERE (phone_index IS NOT NULL);

CREATE TABLE policy (
  id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  area bigint NOT NULL,
  valid_from bigint NOT NULL,
  value text NOT NULL,
  decided_by text NOT NULL,
  account bigint,
  at bigint NOT NULL,
  CONSTRAINT policy_pkey PRIMARY KEY (id),
  CONSTRAINT policy_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  CONSTRAINT policy_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT policy_decided_by_check CHECK ((decided_by <> ''::text)),
  CONSTRAINT policy_key_check CHECK ((key <> ''::text))
);

CREATE INDEX policy_key ON policy USING btree (key, area, valid_from, id);

CREATE TABLE publication (
  matter bigint NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  answer text NOT NULL,
  published_by bigint NOT NULL,
  publisher_name text NOT NULL,
  published_at bigint NOT NULL,
  CONSTRAINT publication_pkey PRIMARY KEY (matter),
  CONSTRAINT publication_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE TABLE publication_area (
  area bigint NOT NULL,
  sort_key bigint NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT publication_area_pkey PRIMARY KEY (area, sort_key),
  CONSTRAINT publication_area_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT publication_area_matter_fkey FOREIGN KEY (matter) REFERENCES publication(matter)
);

CREATE TABLE rate_limit (
  key text COLLATE "C" NOT NULL,
  window_start bigint NOT NULL,
  count bigint NOT NULL,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (key, window_start),
  CONSTRAINT rate_limit_count_check CHECK ((count > 0))
);

CREATE INDEX rate_limit_window ON rate_limit USING btree (window_start);

CREATE TABLE reception (
  id bigint NOT NULL,
  station bigint NOT NULL,
  day bigint NOT NULL,
  from_minute bigint NOT NULL,
  to_minute bigint NOT NULL,
  place text NOT NULL,
  scope text NOT NULL,
  written_by bigint,
  written_at bigint NOT NULL,
  reviewed_by bigint,
  reviewer_name text,
  published_at bigint,
  cancelled bigint NOT NULL,
  cancel_reason text,
  version bigint NOT NULL,
  CONSTRAINT reception_pkey PRIMARY KEY (id),
  CONSTRAINT reception_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES account(id),
  CONSTRAINT reception_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT reception_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT reception_check CHECK (((to_minute > from_minute) AND (to_minute <= 1440))),
  CONSTRAINT reception_check1 CHECK (((published_at IS NULL) = (reviewer_name IS NULL))),
  CONSTRAINT reception_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  CONSTRAINT reception_place_check CHECK ((place <> ''::text)),
  CONSTRAINT reception_version_check CHECK ((version > 0))
);

CREATE INDEX reception_day ON reception USING btree (day);

CREATE INDEX reception_station ON reception USING btree (station, day, from_minute);

CREATE TABLE reception_deputy (
  reception bigint NOT NULL,
  mandate bigint NOT NULL,
  CONSTRAINT reception_deputy_pkey PRIMARY KEY (reception, mandate),
  CONSTRAINT reception_deputy_mandate_fkey FOREIGN KEY (mandate) REFERENCES mandate(id),
  CONSTRAINT reception_deputy_reception_fkey FOREIGN KEY (reception) REFERENCES reception(id)
);

CREATE INDEX reception_deputy_mandate ON reception_deputy USING btree (mandate);

CREATE TABLE reporter (
  matter bigint NOT NULL,
  name_sealed bytea,
  phone_sealed bytea,
  phone_index bytea,
  address_sealed bytea,
  code_digest bytea NOT NULL,
  may_be_named bigint NOT NULL,
  is_minor bigint NOT NULL,
  CONSTRAINT reporter_pkey PRIMARY KEY (matter),
  CONSTRAINT reporter_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT reporter_check CHECK (((phone_sealed IS NULL) = (phone_index IS NULL)))
);

CREATE INDEX reporter_phone ON reporter USING btree (phone_index) WHERE (phone_index IS NOT NULL);

CREATE TABLE revisit_try (
  matter bigint NOT NULL,
  place bigint NOT NULL,
  day bigint NOT NULL,
  channel text COLLATE "C" NOT NULL,
  was_reached bigint NOT NULL,
  CONSTRAINT revisit_try_pkey PRIMARY KEY (matter, place),
  CONSTRAINT revisit_try_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE TABLE role_grant (
  id bigint NOT NULL,
  account bigint NOT NULL,
  role text COLLATE "C" NOT NULL,
  organ bigint,
  station bigint,
  area bigint,
  from_day bigint NOT NULL,
  to_day bigint,
  given_by bigint,
  CONSTRAINT role_grant_pkey PRIMARY KEY (id),
  CONSTRAINT role_grant_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  CONSTRAINT role_grant_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT role_grant_given_by_fkey FOREIGN KEY (given_by) REFERENCES account(id),
  CONSTRAINT role_grant_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id),
  CONSTRAINT role_grant_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT role_grant_check CHECK ((to_day >= from_day)),
  CONSTRAINT role_grant_check1 CHECK ((((
CASE
    WHEN (organ IS NULL) THEN 0
    ELSE 1
END +
CASE
    WHEN (station IS NULL) THEN 0
    ELSE 1
END) +
CASE
    WHEN (area IS NULL) THEN 0
    ELSE 1
END) = 1)),
  CONSTRAINT role_grant_role_check CHECK ((role = ANY (ARRAY['stationHead'::text, 'stationClerk'::text, 'deputy'::text, 'liaisonOfficer'::text, 'assigningOffice'::text, 'distributor'::text, 'handler'::text, 'petitionOffice'::text, 'systemAdmin'::text, 'securityAdmin'::text, 'auditor'::text])))
);

CREATE INDEX role_grant_account ON role_grant USING btree (account);

CREATE INDEX role_grant_area ON role_grant USING btree (area) WHERE (area IS NOT NULL);

CREATE INDEX role_grant_organ ON role_grant USING btree (organ) WHERE (organ IS NOT NULL);

CREATE INDEX role_grant_station ON role_grant USING btree (station, role) WHERE (station IS NOT NULL);

CREATE TABLE rules_mark (
  id bigint NOT NULL,
  mark text NOT NULL,
  CONSTRAINT rules_mark_pkey PRIMARY KEY (id),
  CONSTRAINT rules_mark_id_check CHECK ((id = 1))
);

CREATE TABLE schema_migration (
  number bigint NOT NULL,
  name text NOT NULL,
  hash text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
);

CREATE TABLE search_document (
  document bigint NOT NULL,
  terms text COLLATE "C" NOT NULL,
  CONSTRAINT search_document_pkey PRIMARY KEY (document),
  CONSTRAINT search_document_document_fkey FOREIGN KEY (document) REFERENCES search_entry(document)
);

CREATE INDEX search_document_terms ON search_document USING gin (string_to_array(terms, ' '::text)) WITH (gin_pending_list_limit='256');

CREATE TABLE search_entry (
  document bigint NOT NULL,
  checksum bigint NOT NULL,
  CONSTRAINT search_entry_pkey PRIMARY KEY (document)
);

CREATE TABLE session (
  token_hash bytea NOT NULL,
  account bigint NOT NULL,
  created_at bigint NOT NULL,
  touched_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  browser text NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT session_account_fkey FOREIGN KEY (account) REFERENCES account(id)
);

CREATE INDEX session_account ON session USING btree (account);

CREATE INDEX session_expires ON session USING btree (expires_at);

CREATE TABLE stated_date (
  organ bigint NOT NULL,
  matter bigint NOT NULL,
  stated_on bigint NOT NULL,
  stated_at bigint NOT NULL,
  was_kept bigint,
  CONSTRAINT stated_date_pkey PRIMARY KEY (organ, matter, stated_at),
  CONSTRAINT stated_date_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT stated_date_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id)
);

CREATE TABLE station (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  division bigint NOT NULL,
  organ bigint NOT NULL,
  level text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  name text NOT NULL,
  phone text NOT NULL,
  address text NOT NULL,
  hours text NOT NULL,
  equipment text NOT NULL,
  status text COLLATE "C" NOT NULL,
  opened_on bigint,
  CONSTRAINT station_pkey PRIMARY KEY (id),
  CONSTRAINT station_code_key UNIQUE (code),
  CONSTRAINT station_division_fkey FOREIGN KEY (division) REFERENCES division(id),
  CONSTRAINT station_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id),
  CONSTRAINT station_code_check CHECK ((code <> ''::text)),
  CONSTRAINT station_kind_check CHECK ((kind = ANY (ARRAY['ordinary'::text, 'professional'::text]))),
  CONSTRAINT station_level_check CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text, 'village'::text]))),
  CONSTRAINT station_name_check CHECK ((name <> ''::text)),
  CONSTRAINT station_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text, 'preparing'::text])))
);

CREATE INDEX station_division ON station USING btree (division);

CREATE INDEX station_organ ON station USING btree (organ);

CREATE TABLE station_photo (
  id bigint NOT NULL,
  post bigint NOT NULL,
  description text NOT NULL,
  type text COLLATE "C" NOT NULL,
  width bigint NOT NULL,
  height bigint NOT NULL,
  content bytea NOT NULL,
  added_by bigint,
  added_at bigint NOT NULL,
  CONSTRAINT station_photo_pkey PRIMARY KEY (id),
  CONSTRAINT station_photo_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  CONSTRAINT station_photo_post_fkey FOREIGN KEY (post) REFERENCES station_post(id),
  CONSTRAINT station_photo_description_check CHECK ((description <> ''::text)),
  CONSTRAINT station_photo_height_check CHECK ((height > 0)),
  CONSTRAINT station_photo_type_check CHECK ((type = ANY (ARRAY['jpeg'::text, 'png'::text]))),
  CONSTRAINT station_photo_width_check CHECK ((width > 0))
);

CREATE INDEX station_photo_post ON station_photo USING btree (post, id);

CREATE TABLE station_post (
  id bigint NOT NULL,
  station bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  written_by bigint,
  written_at bigint NOT NULL,
  reviewed_by bigint,
  reviewer_name text,
  published_at bigint,
  withdrawn_at bigint,
  version bigint NOT NULL,
  CONSTRAINT station_post_pkey PRIMARY KEY (id),
  CONSTRAINT station_post_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES account(id),
  CONSTRAINT station_post_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT station_post_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT station_post_body_check CHECK ((body <> ''::text)),
  CONSTRAINT station_post_check CHECK (((published_at IS NULL) = (reviewer_name IS NULL))),
  CONSTRAINT station_post_check1 CHECK (((withdrawn_at IS NULL) OR (published_at IS NOT NULL))),
  CONSTRAINT station_post_kind_check CHECK ((kind = ANY (ARRAY['announcement'::text, 'news'::text, 'rule'::text]))),
  CONSTRAINT station_post_title_check CHECK ((title <> ''::text)),
  CONSTRAINT station_post_version_check CHECK ((version > 0))
);

CREATE INDEX station_post_public ON station_post USING btree (station, kind, published_at) WHERE ((published_at IS NOT NULL) AND (withdrawn_at IS NULL));

CREATE INDEX station_post_station ON station_post USING btree (station, written_at);

CREATE TABLE station_profile (
  station bigint NOT NULL,
  location text NOT NULL,
  surroundings text NOT NULL,
  systems text NOT NULL,
  draft_location text,
  draft_surroundings text,
  draft_systems text,
  written_by bigint,
  written_at bigint NOT NULL,
  reviewed_by bigint,
  reviewer_name text,
  published_at bigint,
  version bigint NOT NULL,
  CONSTRAINT station_profile_pkey PRIMARY KEY (station),
  CONSTRAINT station_profile_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES account(id),
  CONSTRAINT station_profile_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT station_profile_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT station_profile_check CHECK (((published_at IS NULL) = (reviewer_name IS NULL))),
  CONSTRAINT station_profile_check1 CHECK (((draft_location IS NULL) = (draft_surroundings IS NULL))),
  CONSTRAINT station_profile_check2 CHECK (((draft_location IS NULL) = (draft_systems IS NULL))),
  CONSTRAINT station_profile_version_check CHECK ((version > 0))
);

CREATE TABLE stream_head (
  stream_kind text COLLATE "C" NOT NULL,
  stream_id bigint NOT NULL,
  sequence bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT stream_head_pkey PRIMARY KEY (stream_kind, stream_id),
  CONSTRAINT stream_head_sequence_check CHECK ((sequence > 0))
);
