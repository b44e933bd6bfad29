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

CREATE TABLE answer_template (
  id bigint NOT NULL,
  area bigint NOT NULL,
  category text COLLATE "C",
  title text NOT NULL,
  body text NOT NULL,
  written_by bigint NOT NULL,
  written_at bigint NOT NULL,
  version bigint NOT NULL,
  is_withdrawn bigint NOT NULL,
  CONSTRAINT answer_template_pkey PRIMARY KEY (id),
  CONSTRAINT answer_template_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT answer_template_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT answer_template_body_check CHECK ((body <> ''::text)),
  CONSTRAINT answer_template_title_check CHECK ((title <> ''::text)),
  CONSTRAINT answer_template_version_check CHECK ((version > 0))
);

CREATE INDEX answer_template_area ON answer_template USING btree (area, id) WHERE (is_withdrawn = 0);

CREATE TABLE behalf_act (
  id bigint NOT NULL,
  matter bigint NOT NULL,
  sequence bigint NOT NULL,
  act text COLLATE "C" NOT NULL,
  person bigint,
  organ bigint,
  entered_by bigint NOT NULL,
  entered_at bigint NOT NULL,
  last_day bigint NOT NULL,
  try_day bigint,
  try_channel text COLLATE "C",
  try_reached bigint,
  disputed_at bigint,
  disputed_by bigint,
  decided_at bigint,
  decided_by bigint,
  was_upheld bigint,
  CONSTRAINT behalf_act_pkey PRIMARY KEY (id),
  CONSTRAINT behalf_act_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT behalf_act_disputed_by_fkey FOREIGN KEY (disputed_by) REFERENCES account(id),
  CONSTRAINT behalf_act_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id),
  CONSTRAINT behalf_act_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT behalf_act_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id),
  CONSTRAINT behalf_act_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT behalf_act_act_check CHECK ((act <> ''::text)),
  CONSTRAINT behalf_act_check CHECK (((person IS NULL) <> (organ IS NULL))),
  CONSTRAINT behalf_act_check1 CHECK (((disputed_at IS NULL) = (disputed_by IS NULL))),
  CONSTRAINT behalf_act_check2 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  CONSTRAINT behalf_act_check3 CHECK (((decided_at IS NULL) = (was_upheld IS NULL))),
  CONSTRAINT behalf_act_check4 CHECK (((decided_at IS NULL) OR (disputed_at IS NOT NULL))),
  CONSTRAINT behalf_act_sequence_check CHECK ((sequence > 0))
);

CREATE INDEX behalf_act_matter ON behalf_act USING btree (matter, sequence);

CREATE TABLE booking (
  id bigint NOT NULL,
  reception bigint NOT NULL,
  day bigint NOT NULL,
  from_minute bigint NOT NULL,
  state text COLLATE "C" NOT NULL,
  name_sealed bytea,
  phone_sealed bytea,
  code_digest bytea,
  made_at bigint NOT NULL,
  cancelled_at bigint,
  reminded bigint NOT NULL,
  CONSTRAINT booking_pkey PRIMARY KEY (id),
  CONSTRAINT booking_reception_fkey FOREIGN KEY (reception) REFERENCES reception(id),
  CONSTRAINT booking_check CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  CONSTRAINT booking_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'cancelled'::text])))
);

CREATE UNIQUE INDEX booking_code ON booking USING btree (code_digest) WHERE (code_digest IS NOT NULL);

CREATE INDEX booking_personal ON booking USING btree (day) WHERE (code_digest IS NOT NULL);

CREATE INDEX booking_reception ON booking USING btree (reception);

CREATE UNIQUE INDEX booking_slot ON booking USING btree (reception, from_minute) WHERE (state = 'booked'::text);

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

CREATE TABLE channel_pause (
  target text COLLATE "C" NOT NULL,
  paused_until bigint NOT NULL,
  failures bigint NOT NULL,
  reason text NOT NULL,
  CONSTRAINT channel_pause_pkey PRIMARY KEY (target),
  CONSTRAINT channel_pause_failures_check CHECK ((failures > 0))
);

CREATE TABLE channel_token (
  target text COLLATE "C" NOT NULL,
  token_sealed bytea,
  expires_at bigint NOT NULL,
  lease_until bigint,
  lease_token bytea,
  CONSTRAINT channel_token_pkey PRIMARY KEY (target),
  CONSTRAINT channel_token_check CHECK (((lease_until IS NULL) = (lease_token IS NULL)))
);

CREATE TABLE contact (
  person bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  address_sealed bytea NOT NULL,
  proved_at bigint NOT NULL,
  CONSTRAINT contact_pkey PRIMARY KEY (person, kind),
  CONSTRAINT contact_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT contact_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'wechat'::text])))
);

CREATE TABLE contact_proof (
  person bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  address_sealed bytea NOT NULL,
  code_digest bytea NOT NULL,
  expires_at bigint NOT NULL,
  tries bigint NOT NULL,
  CONSTRAINT contact_proof_pkey PRIMARY KEY (person, kind),
  CONSTRAINT contact_proof_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT contact_proof_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'wechat'::text]))),
  CONSTRAINT contact_proof_tries_check CHECK ((tries >= 0))
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

CREATE TABLE duty_event (
  id bigint NOT NULL,
  person bigint NOT NULL,
  mandate bigint NOT NULL,
  station bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  day bigint NOT NULL,
  source_kind text COLLATE "C" NOT NULL,
  source bigint NOT NULL,
  recorded_by bigint,
  recorded_at bigint NOT NULL,
  verified_by bigint,
  verifier_name text,
  verified_at bigint,
  objection_sealed bytea,
  objected_at bigint,
  settled_at bigint,
  withdrawn_at bigint,
  version bigint NOT NULL,
  CONSTRAINT duty_event_pkey PRIMARY KEY (id),
  CONSTRAINT duty_event_source_kind_source_mandate_key UNIQUE (source_kind, source, mandate),
  CONSTRAINT duty_event_mandate_fkey FOREIGN KEY (mandate) REFERENCES mandate(id),
  CONSTRAINT duty_event_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT duty_event_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
  CONSTRAINT duty_event_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT duty_event_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES account(id),
  CONSTRAINT duty_event_check CHECK (((verified_at IS NULL) = (verifier_name IS NULL))),
  CONSTRAINT duty_event_check1 CHECK (((objected_at IS NULL) = (objection_sealed IS NULL))),
  CONSTRAINT duty_event_check2 CHECK (((withdrawn_at IS NULL) OR (settled_at IS NOT NULL))),
  CONSTRAINT duty_event_kind_check CHECK ((kind = ANY (ARRAY['reception'::text, 'visit'::text, 'spotAnswer'::text]))),
  CONSTRAINT duty_event_source_kind_check CHECK ((source_kind = ANY (ARRAY['reception'::text, 'visit'::text, 'matter'::text]))),
  CONSTRAINT duty_event_version_check CHECK ((version > 0))
);

CREATE INDEX duty_event_person ON duty_event USING btree (person, day);

CREATE INDEX duty_event_station ON duty_event USING btree (station, day);

CREATE TABLE entry_time (
  id bigint NOT NULL,
  station bigint NOT NULL,
  mandate bigint NOT NULL,
  person bigint NOT NULL,
  day bigint NOT NULL,
  from_minute bigint NOT NULL,
  to_minute bigint NOT NULL,
  purpose text NOT NULL,
  state text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  asked_at bigint NOT NULL,
  decided_by bigint,
  decider_name text,
  decided_at bigint,
  reminded bigint NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT entry_time_pkey PRIMARY KEY (id),
  CONSTRAINT entry_time_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT entry_time_mandate_fkey FOREIGN KEY (mandate) REFERENCES mandate(id),
  CONSTRAINT entry_time_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT entry_time_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT entry_time_check CHECK (((to_minute > from_minute) AND (to_minute <= 1440))),
  CONSTRAINT entry_time_check1 CHECK (((state <> 'declined'::text) OR (reason <> ''::text))),
  CONSTRAINT entry_time_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  CONSTRAINT entry_time_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'confirmed'::text, 'declined'::text, 'cancelled'::text]))),
  CONSTRAINT entry_time_version_check CHECK ((version > 0))
);

CREATE INDEX entry_time_person ON entry_time USING btree (person, day);

CREATE INDEX entry_time_soon ON entry_time USING btree (day) WHERE ((state = 'confirmed'::text) AND (reminded = 0));

CREATE INDEX entry_time_station ON entry_time USING btree (station, day);

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

CREATE TABLE file_content (
  digest bytea NOT NULL,
  size bigint NOT NULL,
  named_at bigint NOT NULL,
  loose_since bigint,
  swept_at bigint,
  CONSTRAINT file_content_pkey PRIMARY KEY (digest),
  CONSTRAINT file_content_check CHECK (((swept_at IS NULL) OR (loose_since IS NOT NULL))),
  CONSTRAINT file_content_digest_check CHECK ((length(digest) = 33)),
  CONSTRAINT file_content_size_check CHECK ((size > 0))
);

CREATE INDEX file_content_loose ON file_content USING btree (loose_since) WHERE ((loose_since IS NOT NULL) AND (swept_at IS NULL));

CREATE INDEX file_content_swept ON file_content USING btree (swept_at) WHERE (swept_at IS NOT NULL);

CREATE TABLE first_answer (
  matter bigint NOT NULL,
  station bigint NOT NULL,
  answered_on bigint NOT NULL,
  days bigint NOT NULL,
  CONSTRAINT first_answer_pkey PRIMARY KEY (matter),
  CONSTRAINT first_answer_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT first_answer_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT first_answer_days_check CHECK ((days >= 0))
);

CREATE INDEX first_answer_station ON first_answer USING btree (station, answered_on, days);

CREATE TABLE follow (
  id bigint NOT NULL,
  subject text COLLATE "C" NOT NULL,
  subject_id bigint NOT NULL,
  category text COLLATE "C" NOT NULL,
  person bigint,
  address_sealed bytea,
  address_index bytea,
  token_digest bytea,
  confirmed_at bigint,
  created_at bigint NOT NULL,
  CONSTRAINT follow_pkey PRIMARY KEY (id),
  CONSTRAINT follow_token_digest_key UNIQUE (token_digest),
  CONSTRAINT follow_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT follow_check CHECK (((person IS NULL) = (address_sealed IS NOT NULL))),
  CONSTRAINT follow_check1 CHECK (((address_sealed IS NULL) = (address_index IS NULL))),
  CONSTRAINT follow_check2 CHECK (((address_sealed IS NULL) = (token_digest IS NULL))),
  CONSTRAINT follow_check3 CHECK (((subject = 'category'::text) = (category <> ''::text))),
  CONSTRAINT follow_check4 CHECK (((person IS NULL) OR (confirmed_at IS NOT NULL))),
  CONSTRAINT follow_subject_check CHECK ((subject = ANY (ARRAY['matter'::text, 'station'::text, 'area'::text, 'category'::text])))
);

CREATE UNIQUE INDEX follow_address ON follow USING btree (address_index, subject, subject_id, category) WHERE (address_index IS NOT NULL);

CREATE UNIQUE INDEX follow_person ON follow USING btree (person, subject, subject_id, category) WHERE (person IS NOT NULL);

CREATE INDEX follow_subject ON follow USING btree (subject, subject_id, category, id) WHERE (confirmed_at IS NOT NULL);

CREATE INDEX follow_unconfirmed ON follow USING btree (created_at) WHERE (confirmed_at IS NULL);

CREATE TABLE follow_news (
  id bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  subject_id bigint NOT NULL,
  sequence bigint NOT NULL,
  told_up_to bigint NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT follow_news_pkey PRIMARY KEY (id),
  CONSTRAINT follow_news_kind_subject_id_sequence_key UNIQUE (kind, subject_id, sequence),
  CONSTRAINT follow_news_kind_check CHECK ((kind = ANY (ARRAY['published'::text, 'moved'::text, 'post'::text, 'reception'::text])))
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

CREATE TABLE letter (
  id bigint NOT NULL,
  matter bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  organ bigint NOT NULL,
  year bigint NOT NULL,
  place bigint NOT NULL,
  word text NOT NULL,
  to_organ bigint,
  day bigint NOT NULL,
  made_by bigint NOT NULL,
  made_at bigint NOT NULL,
  content_sealed bytea NOT NULL,
  CONSTRAINT letter_pkey PRIMARY KEY (id),
  CONSTRAINT letter_organ_year_place_key UNIQUE (organ, year, place),
  CONSTRAINT letter_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  CONSTRAINT letter_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT letter_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id),
  CONSTRAINT letter_to_organ_fkey FOREIGN KEY (to_organ) REFERENCES organ(id),
  CONSTRAINT letter_place_check CHECK ((place > 0)),
  CONSTRAINT letter_word_check CHECK ((word <> ''::text))
);

CREATE INDEX letter_matter ON letter USING btree (matter, id);

CREATE TABLE letter_sequence (
  organ bigint NOT NULL,
  year bigint NOT NULL,
  last bigint NOT NULL,
  CONSTRAINT letter_sequence_pkey PRIMARY KEY (organ, year),
  CONSTRAINT letter_sequence_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id),
  CONSTRAINT letter_sequence_last_check CHECK ((last > 0))
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

CREATE INDEX matter_said ON matter USING btree (station, sort_key);

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

CREATE INDEX matter_clock_due ON matter_clock USING btree (due_on, matter, kind);

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

CREATE TABLE matter_secrecy (
  matter bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  marked_by bigint NOT NULL,
  marker_name text NOT NULL,
  marked_at bigint NOT NULL,
  CONSTRAINT matter_secrecy_pkey PRIMARY KEY (matter),
  CONSTRAINT matter_secrecy_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT matter_secrecy_kind_check CHECK ((kind = ANY (ARRAY['state'::text, 'business'::text, 'private'::text])))
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

CREATE TABLE message (
  id bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  recipient text COLLATE "C" NOT NULL,
  matter bigint,
  person bigint,
  address_kind text COLLATE "C",
  address_sealed bytea,
  area bigint NOT NULL,
  values_sealed bytea,
  is_urgent bigint NOT NULL,
  not_before bigint NOT NULL,
  created_at bigint NOT NULL,
  due_at bigint,
  read_at bigint,
  kept_since bigint,
  CONSTRAINT message_pkey PRIMARY KEY (id),
  CONSTRAINT message_key_key UNIQUE (key),
  CONSTRAINT message_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT message_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT message_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT message_address_kind_check CHECK ((address_kind = ANY (ARRAY['telephone'::text, 'email'::text, 'wechat'::text]))),
  CONSTRAINT message_check CHECK (((recipient = 'person'::text) = (person IS NOT NULL))),
  CONSTRAINT message_check1 CHECK (((recipient = 'address'::text) = (address_kind IS NOT NULL))),
  CONSTRAINT message_check2 CHECK (((recipient <> 'reporter'::text) OR (matter IS NOT NULL))),
  CONSTRAINT message_check3 CHECK (((address_sealed IS NULL) OR (address_kind IS NOT NULL))),
  CONSTRAINT message_check4 CHECK (((read_at IS NULL) OR (person IS NOT NULL))),
  CONSTRAINT message_key_check CHECK ((key <> ''::text)),
  CONSTRAINT message_kind_check CHECK ((kind <> ''::text)),
  CONSTRAINT message_recipient_check CHECK ((recipient = ANY (ARRAY['reporter'::text, 'person'::text, 'address'::text])))
);

CREATE INDEX message_due ON message USING btree (due_at, id) WHERE (due_at IS NOT NULL);

CREATE INDEX message_gathered ON message USING btree (person, due_at) WHERE ((due_at IS NOT NULL) AND (person IS NOT NULL));

CREATE INDEX message_inbox ON message USING btree (person, not_before, id) WHERE (person IS NOT NULL);

CREATE INDEX message_kept ON message USING btree (kept_since) WHERE (kept_since IS NOT NULL);

CREATE INDEX message_matter ON message USING btree (matter) WHERE (matter IS NOT NULL);

CREATE INDEX message_unread ON message USING btree (person, not_before) WHERE ((person IS NOT NULL) AND (read_at IS NULL));

CREATE TABLE message_template (
  id bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  area bigint NOT NULL,
  version bigint NOT NULL,
  valid_from bigint NOT NULL,
  text text NOT NULL,
  written_by bigint NOT NULL,
  CONSTRAINT message_template_pkey PRIMARY KEY (id),
  CONSTRAINT message_template_kind_channel_area_version_key UNIQUE (kind, channel, area, version),
  CONSTRAINT message_template_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT message_template_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT message_template_channel_check CHECK ((channel <> ''::text)),
  CONSTRAINT message_template_kind_check CHECK ((kind <> ''::text)),
  CONSTRAINT message_template_version_check CHECK ((version > 0))
);

CREATE TABLE number_sequence (
  city text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  last bigint NOT NULL,
  CONSTRAINT number_sequence_pkey PRIMARY KEY (city, year)
);

CREATE TABLE one_time_link (
  id bigint NOT NULL,
  token_digest bytea NOT NULL,
  matter bigint NOT NULL,
  person bigint NOT NULL,
  role_grant bigint NOT NULL,
  behalf_act bigint,
  made_at bigint NOT NULL,
  made_by bigint,
  expires_at bigint NOT NULL,
  revoked_at bigint,
  revoked_by bigint,
  CONSTRAINT one_time_link_pkey PRIMARY KEY (id),
  CONSTRAINT one_time_link_token_digest_key UNIQUE (token_digest),
  CONSTRAINT one_time_link_behalf_act_fkey FOREIGN KEY (behalf_act) REFERENCES behalf_act(id),
  CONSTRAINT one_time_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  CONSTRAINT one_time_link_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT one_time_link_person_fkey FOREIGN KEY (person) REFERENCES person(id),
  CONSTRAINT one_time_link_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES account(id),
  CONSTRAINT one_time_link_check CHECK ((expires_at > made_at)),
  CONSTRAINT one_time_link_check1 CHECK (((revoked_at IS NOT NULL) OR (revoked_by IS NULL)))
);

CREATE INDEX one_time_link_expires ON one_time_link USING btree (expires_at);

CREATE INDEX one_time_link_matter ON one_time_link USING btree (matter, made_at);

CREATE TABLE one_time_link_act (
  link bigint NOT NULL,
  act text COLLATE "C" NOT NULL,
  used_at bigint,
  CONSTRAINT one_time_link_act_pkey PRIMARY KEY (link, act),
  CONSTRAINT one_time_link_act_link_fkey FOREIGN KEY (link) REFERENCES one_time_link(id),
  CONSTRAINT one_time_link_act_act_check CHECK ((act <> ''::text))
);

CREATE TABLE open_dispute (
  behalf_act bigint NOT NULL,
  matter bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  station bigint NOT NULL,
  office bigint,
  since bigint NOT NULL,
  CONSTRAINT open_dispute_pkey PRIMARY KEY (behalf_act),
  CONSTRAINT open_dispute_behalf_act_fkey FOREIGN KEY (behalf_act) REFERENCES behalf_act(id),
  CONSTRAINT open_dispute_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT open_dispute_office_fkey FOREIGN KEY (office) REFERENCES organ(id),
  CONSTRAINT open_dispute_station_fkey FOREIGN KEY (station) REFERENCES station(id)
);

CREATE INDEX open_dispute_matter ON open_dispute USING btree (matter);

CREATE INDEX open_dispute_office ON open_dispute USING btree (office, since) WHERE (office IS NOT NULL);

CREATE INDEX open_dispute_station ON open_dispute USING btree (station, since);

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

CREATE TABLE public_search_document (
  document bigint NOT NULL,
  terms text COLLATE "C" NOT NULL,
  CONSTRAINT public_search_document_pkey PRIMARY KEY (document),
  CONSTRAINT public_search_document_document_fkey FOREIGN KEY (document) REFERENCES public_search_entry(document)
);

CREATE INDEX public_search_document_terms ON public_search_document USING gin (string_to_array(terms, ' '::text)) WITH (gin_pending_list_limit='256');

CREATE TABLE public_search_entry (
  document bigint NOT NULL,
  checksum bigint NOT NULL,
  CONSTRAINT public_search_entry_pkey PRIMARY KEY (document)
);

CREATE TABLE publication (
  matter bigint NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  answer text NOT NULL,
  published_by bigint NOT NULL,
  publisher_name text NOT NULL,
  published_at bigint NOT NULL,
  category text COLLATE "C" NOT NULL DEFAULT ''::text,
  progress text COLLATE "C" NOT NULL DEFAULT 'underWay'::text,
  station bigint,
  supervisor bigint,
  CONSTRAINT publication_pkey PRIMARY KEY (matter),
  CONSTRAINT publication_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

CREATE INDEX publication_station ON publication USING btree (station, published_at);

CREATE INDEX publication_supervisor ON publication USING btree (supervisor, progress, published_at);

CREATE TABLE publication_area (
  area bigint NOT NULL,
  sort_key bigint NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT publication_area_pkey PRIMARY KEY (area, sort_key),
  CONSTRAINT publication_area_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT publication_area_matter_fkey FOREIGN KEY (matter) REFERENCES publication(matter)
);

CREATE TABLE publication_list (
  area bigint NOT NULL,
  category text COLLATE "C" NOT NULL,
  progress text COLLATE "C" NOT NULL,
  sort_key bigint NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT publication_list_pkey PRIMARY KEY (area, category, progress, sort_key),
  CONSTRAINT publication_list_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT publication_list_matter_fkey FOREIGN KEY (matter) REFERENCES publication(matter)
);

CREATE TABLE publication_recent (
  area bigint NOT NULL,
  published_at bigint NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT publication_recent_pkey PRIMARY KEY (area, published_at, matter),
  CONSTRAINT publication_recent_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT publication_recent_matter_fkey FOREIGN KEY (matter) REFERENCES publication(matter)
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
  kind text COLLATE "C" NOT NULL DEFAULT 'reception'::text,
  schedule bigint,
  planned_day bigint,
  edited bigint NOT NULL DEFAULT 0,
  slot_minutes bigint NOT NULL DEFAULT 0,
  departments text NOT NULL DEFAULT ''::text,
  reminded bigint NOT NULL DEFAULT 0,
  CONSTRAINT reception_pkey PRIMARY KEY (id),
  CONSTRAINT reception_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES account(id),
  CONSTRAINT reception_schedule_fkey FOREIGN KEY (schedule) REFERENCES reception_schedule(id),
  CONSTRAINT reception_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT reception_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT reception_check CHECK (((to_minute > from_minute) AND (to_minute <= 1440))),
  CONSTRAINT reception_check1 CHECK (((published_at IS NULL) = (reviewer_name IS NULL))),
  CONSTRAINT reception_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  CONSTRAINT reception_kind_check CHECK ((kind = ANY (ARRAY['reception'::text, 'visit'::text]))),
  CONSTRAINT reception_place_check CHECK ((place <> ''::text)),
  CONSTRAINT reception_slot_minutes_check CHECK ((slot_minutes >= 0)),
  CONSTRAINT reception_version_check CHECK ((version > 0))
);

CREATE INDEX reception_day ON reception USING btree (day);

CREATE UNIQUE INDEX reception_planned ON reception USING btree (schedule, planned_day);

CREATE INDEX reception_station ON reception USING btree (station, day, from_minute);

CREATE TABLE reception_deputy (
  reception bigint NOT NULL,
  mandate bigint NOT NULL,
  CONSTRAINT reception_deputy_pkey PRIMARY KEY (reception, mandate),
  CONSTRAINT reception_deputy_mandate_fkey FOREIGN KEY (mandate) REFERENCES mandate(id),
  CONSTRAINT reception_deputy_reception_fkey FOREIGN KEY (reception) REFERENCES reception(id)
);

CREATE INDEX reception_deputy_mandate ON reception_deputy USING btree (mandate);

CREATE TABLE reception_organ (
  reception bigint NOT NULL,
  organ bigint NOT NULL,
  was_present bigint NOT NULL,
  CONSTRAINT reception_organ_pkey PRIMARY KEY (reception, organ),
  CONSTRAINT reception_organ_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id),
  CONSTRAINT reception_organ_reception_fkey FOREIGN KEY (reception) REFERENCES reception(id)
);

CREATE TABLE reception_record (
  reception bigint NOT NULL,
  village bigint,
  households bigint,
  departments text NOT NULL,
  visitors bigint NOT NULL,
  is_late bigint NOT NULL,
  written_on bigint NOT NULL,
  written_by bigint NOT NULL,
  writer_name text NOT NULL,
  written_at bigint NOT NULL,
  CONSTRAINT reception_record_pkey PRIMARY KEY (reception),
  CONSTRAINT reception_record_reception_fkey FOREIGN KEY (reception) REFERENCES reception(id),
  CONSTRAINT reception_record_village_fkey FOREIGN KEY (village) REFERENCES village(id),
  CONSTRAINT reception_record_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT reception_record_households_check CHECK ((households >= 0)),
  CONSTRAINT reception_record_visitors_check CHECK ((visitors >= 0))
);

CREATE TABLE reception_schedule (
  id bigint NOT NULL,
  station bigint NOT NULL,
  rule text COLLATE "C" NOT NULL,
  holiday text COLLATE "C" NOT NULL,
  from_minute bigint NOT NULL,
  to_minute bigint NOT NULL,
  place text NOT NULL,
  scope text NOT NULL,
  slot_minutes bigint NOT NULL,
  at_once bigint NOT NULL,
  next_turn bigint NOT NULL,
  state text COLLATE "C" NOT NULL,
  planned_through bigint NOT NULL,
  written_by bigint,
  written_at bigint NOT NULL,
  reviewed_by bigint,
  reviewer_name text,
  published_at bigint,
  version bigint NOT NULL,
  CONSTRAINT reception_schedule_pkey PRIMARY KEY (id),
  CONSTRAINT reception_schedule_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES account(id),
  CONSTRAINT reception_schedule_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT reception_schedule_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id),
  CONSTRAINT reception_schedule_at_once_check CHECK ((at_once > 0)),
  CONSTRAINT reception_schedule_check CHECK (((to_minute > from_minute) AND (to_minute <= 1440))),
  CONSTRAINT reception_schedule_check1 CHECK (((published_at IS NULL) = (reviewer_name IS NULL))),
  CONSTRAINT reception_schedule_check2 CHECK (((state <> 'approved'::text) OR (published_at IS NOT NULL))),
  CONSTRAINT reception_schedule_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  CONSTRAINT reception_schedule_holiday_check CHECK ((holiday = ANY (ARRAY['skip'::text, 'nextWorkingDay'::text, 'nextWeek'::text]))),
  CONSTRAINT reception_schedule_next_turn_check CHECK ((next_turn >= 0)),
  CONSTRAINT reception_schedule_place_check CHECK ((place <> ''::text)),
  CONSTRAINT reception_schedule_rule_check CHECK ((rule <> ''::text)),
  CONSTRAINT reception_schedule_slot_minutes_check CHECK ((slot_minutes >= 0)),
  CONSTRAINT reception_schedule_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'ended'::text]))),
  CONSTRAINT reception_schedule_version_check CHECK ((version > 0))
);

CREATE UNIQUE INDEX reception_schedule_approved ON reception_schedule USING btree (station) WHERE (state = 'approved'::text);

CREATE INDEX reception_schedule_plan ON reception_schedule USING btree (planned_through) WHERE (state = 'approved'::text);

CREATE UNIQUE INDEX reception_schedule_waiting ON reception_schedule USING btree (station) WHERE (state = 'waiting'::text);

CREATE TABLE reception_visitor (
  reception bigint NOT NULL,
  place bigint NOT NULL,
  matter bigint NOT NULL,
  village bigint,
  commonality text COLLATE "C" NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  answered_by bigint,
  department text NOT NULL,
  CONSTRAINT reception_visitor_pkey PRIMARY KEY (reception, place),
  CONSTRAINT reception_visitor_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES mandate(id),
  CONSTRAINT reception_visitor_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT reception_visitor_reception_fkey FOREIGN KEY (reception) REFERENCES reception(id),
  CONSTRAINT reception_visitor_village_fkey FOREIGN KEY (village) REFERENCES village(id),
  CONSTRAINT reception_visitor_commonality_check CHECK ((commonality = ANY (ARRAY['common'::text, 'personal'::text]))),
  CONSTRAINT reception_visitor_outcome_check CHECK ((outcome = ANY (ARRAY['registered'::text, 'answeredOnSpot'::text])))
);

CREATE INDEX reception_visitor_matter ON reception_visitor USING btree (matter);

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

CREATE TABLE reporter_channel (
  matter bigint NOT NULL,
  channel text COLLATE "C" NOT NULL,
  address_sealed bytea,
  proved_at bigint,
  code_digest bytea,
  code_until bigint,
  code_tries bigint NOT NULL,
  chosen_at bigint NOT NULL,
  CONSTRAINT reporter_channel_pkey PRIMARY KEY (matter),
  CONSTRAINT reporter_channel_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT reporter_channel_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'call'::text, 'email'::text, 'visit'::text, 'letter'::text, 'none'::text]))),
  CONSTRAINT reporter_channel_check CHECK (((code_digest IS NULL) = (code_until IS NULL))),
  CONSTRAINT reporter_channel_check1 CHECK (((proved_at IS NULL) OR (address_sealed IS NOT NULL))),
  CONSTRAINT reporter_channel_code_tries_check CHECK ((code_tries >= 0))
);

CREATE TABLE reporter_wish (
  matter bigint NOT NULL,
  deputy bigint,
  guardian_sealed bytea,
  CONSTRAINT reporter_wish_pkey PRIMARY KEY (matter),
  CONSTRAINT reporter_wish_deputy_fkey FOREIGN KEY (deputy) REFERENCES person(id),
  CONSTRAINT reporter_wish_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id)
);

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

CREATE TABLE schedule_deputy (
  schedule bigint NOT NULL,
  turn bigint NOT NULL,
  mandate bigint NOT NULL,
  CONSTRAINT schedule_deputy_pkey PRIMARY KEY (schedule, turn),
  CONSTRAINT schedule_deputy_mandate_fkey FOREIGN KEY (mandate) REFERENCES mandate(id),
  CONSTRAINT schedule_deputy_schedule_fkey FOREIGN KEY (schedule) REFERENCES reception_schedule(id)
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

CREATE TABLE sending (
  id bigint NOT NULL,
  message bigint NOT NULL,
  channel text COLLATE "C" NOT NULL,
  area bigint NOT NULL,
  station bigint,
  organ bigint,
  state text COLLATE "C" NOT NULL,
  attempts bigint NOT NULL,
  next_at bigint,
  lease_token bytea,
  is_uncertain bigint NOT NULL,
  created_at bigint NOT NULL,
  started_at bigint,
  ended_at bigint,
  by_hand_since bigint,
  via text COLLATE "C",
  provider_id text,
  cost bigint NOT NULL,
  reason text NOT NULL,
  template bigint,
  done_by bigint,
  version bigint NOT NULL,
  CONSTRAINT sending_pkey PRIMARY KEY (id),
  CONSTRAINT sending_message_channel_key UNIQUE (message, channel),
  CONSTRAINT sending_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT sending_done_by_fkey FOREIGN KEY (done_by) REFERENCES account(id),
  CONSTRAINT sending_message_fkey FOREIGN KEY (message) REFERENCES message(id),
  CONSTRAINT sending_organ_fkey FOREIGN KEY (organ) REFERENCES organ(id),
  CONSTRAINT sending_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT sending_template_fkey FOREIGN KEY (template) REFERENCES message_template(id),
  CONSTRAINT sending_attempts_check CHECK ((attempts >= 0)),
  CONSTRAINT sending_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'wechat'::text, 'call'::text, 'letter'::text]))),
  CONSTRAINT sending_check CHECK (((state = ANY (ARRAY['waiting'::text, 'failed'::text])) = (next_at IS NOT NULL))),
  CONSTRAINT sending_check1 CHECK (((state = ANY (ARRAY['sent'::text, 'done'::text])) = (via IS NOT NULL))),
  CONSTRAINT sending_check2 CHECK (((state = 'byHand'::text) = (by_hand_since IS NOT NULL))),
  CONSTRAINT sending_check3 CHECK (((state = ANY (ARRAY['sent'::text, 'done'::text, 'givenUp'::text])) = (ended_at IS NOT NULL))),
  CONSTRAINT sending_check4 CHECK (((lease_token IS NULL) OR (next_at IS NOT NULL))),
  CONSTRAINT sending_cost_check CHECK ((cost >= 0)),
  CONSTRAINT sending_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'failed'::text, 'givenUp'::text, 'byHand'::text, 'sent'::text, 'done'::text]))),
  CONSTRAINT sending_version_check CHECK ((version > 0)),
  CONSTRAINT sending_via_check CHECK ((via = ANY (ARRAY['provider'::text, 'file'::text, 'hand'::text])))
);

CREATE INDEX sending_area ON sending USING btree (area, state, id);

CREATE INDEX sending_by_hand ON sending USING btree (by_hand_since) WHERE (by_hand_since IS NOT NULL);

CREATE INDEX sending_due ON sending USING btree (channel, next_at, id) WHERE (next_at IS NOT NULL);

CREATE INDEX sending_ended ON sending USING btree (ended_at, id) WHERE (ended_at IS NOT NULL);

CREATE INDEX sending_organ ON sending USING btree (organ, state, id) WHERE (organ IS NOT NULL);

CREATE INDEX sending_station ON sending USING btree (station, state, id) WHERE (station IS NOT NULL);

CREATE TABLE sending_message (
  sending bigint NOT NULL,
  message bigint NOT NULL,
  CONSTRAINT sending_message_pkey PRIMARY KEY (sending, message),
  CONSTRAINT sending_message_message_fkey FOREIGN KEY (message) REFERENCES message(id),
  CONSTRAINT sending_message_sending_fkey FOREIGN KEY (sending) REFERENCES sending(id)
);

CREATE INDEX sending_message_message ON sending_message USING btree (message, sending);

CREATE TABLE sending_tally (
  area bigint NOT NULL,
  month bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  channel text COLLATE "C" NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  is_kept bigint NOT NULL,
  total bigint NOT NULL,
  cost bigint NOT NULL,
  CONSTRAINT sending_tally_pkey PRIMARY KEY (area, month, kind, channel, outcome, is_kept),
  CONSTRAINT sending_tally_area_fkey FOREIGN KEY (area) REFERENCES division(id)
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

CREATE TABLE sign_in_code (
  holder bytea NOT NULL,
  phone_index bytea NOT NULL,
  digest bytea NOT NULL,
  tries bigint NOT NULL,
  made_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  CONSTRAINT sign_in_code_pkey PRIMARY KEY (holder),
  CONSTRAINT sign_in_code_check CHECK ((expires_at > made_at)),
  CONSTRAINT sign_in_code_tries_check CHECK ((tries >= 0))
);

CREATE INDEX sign_in_code_expires ON sign_in_code USING btree (expires_at);

CREATE TABLE slip (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  book bigint NOT NULL,
  place bigint NOT NULL,
  code_digest bytea NOT NULL,
  code_sealed bytea,
  state text COLLATE "C" NOT NULL,
  matter bigint,
  changed_by bigint,
  changed_at bigint,
  reason_sealed bytea,
  CONSTRAINT slip_pkey PRIMARY KEY (id),
  CONSTRAINT slip_book_place_key UNIQUE (book, place),
  CONSTRAINT slip_matter_key UNIQUE (matter),
  CONSTRAINT slip_number_key UNIQUE (number),
  CONSTRAINT slip_book_fkey FOREIGN KEY (book) REFERENCES slip_book(id),
  CONSTRAINT slip_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id),
  CONSTRAINT slip_matter_fkey FOREIGN KEY (matter) REFERENCES matter(id),
  CONSTRAINT slip_check CHECK (((state = 'used'::text) = (matter IS NOT NULL))),
  CONSTRAINT slip_check1 CHECK (((state = 'open'::text) = (changed_at IS NULL))),
  CONSTRAINT slip_check2 CHECK (((state = 'void'::text) = (reason_sealed IS NOT NULL))),
  CONSTRAINT slip_check3 CHECK (((state = 'open'::text) OR (code_sealed IS NULL))),
  CONSTRAINT slip_place_check CHECK ((place > 0)),
  CONSTRAINT slip_state_check CHECK ((state = ANY (ARRAY['open'::text, 'used'::text, 'void'::text])))
);

CREATE TABLE slip_book (
  id bigint NOT NULL,
  station bigint NOT NULL,
  size bigint NOT NULL,
  ordered_by bigint,
  ordered_at bigint NOT NULL,
  codes_until bigint,
  CONSTRAINT slip_book_pkey PRIMARY KEY (id),
  CONSTRAINT slip_book_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES account(id),
  CONSTRAINT slip_book_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT slip_book_size_check CHECK (((size >= 1) AND (size <= 500)))
);

CREATE INDEX slip_book_codes ON slip_book USING btree (codes_until) WHERE (codes_until IS NOT NULL);

CREATE INDEX slip_book_station ON slip_book USING btree (station, ordered_at);

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

CREATE INDEX stated_date_matter ON stated_date USING btree (matter);

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

CREATE TABLE stored_file (
  id bigint NOT NULL,
  owner_kind text COLLATE "C" NOT NULL,
  owner bigint NOT NULL,
  part bigint NOT NULL,
  kind text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  digest bytea NOT NULL,
  small_digest bytea,
  size bigint NOT NULL,
  width bigint,
  height bigint,
  seconds bigint,
  description_sealed bytea NOT NULL,
  added_by bigint,
  added_at bigint NOT NULL,
  released_at bigint,
  published_at bigint,
  CONSTRAINT stored_file_pkey PRIMARY KEY (id),
  CONSTRAINT stored_file_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  CONSTRAINT stored_file_digest_fkey FOREIGN KEY (digest) REFERENCES file_content(digest),
  CONSTRAINT stored_file_small_digest_fkey FOREIGN KEY (small_digest) REFERENCES file_content(digest),
  CONSTRAINT stored_file_check CHECK (((kind <> 'photo'::text) OR ((width IS NOT NULL) AND (height IS NOT NULL)))),
  CONSTRAINT stored_file_check1 CHECK ((((released_at IS NULL) AND (published_at IS NULL)) OR (kind = 'photo'::text))),
  CONSTRAINT stored_file_height_check CHECK ((height > 0)),
  CONSTRAINT stored_file_kind_check CHECK ((kind = ANY (ARRAY['photo'::text, 'voice'::text, 'document'::text]))),
  CONSTRAINT stored_file_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['matter'::text, 'stationPost'::text, 'reception'::text, 'letter'::text]))),
  CONSTRAINT stored_file_part_check CHECK ((part >= 0)),
  CONSTRAINT stored_file_seconds_check CHECK ((seconds >= 0)),
  CONSTRAINT stored_file_size_check CHECK ((size > 0)),
  CONSTRAINT stored_file_type_check CHECK ((type = ANY (ARRAY['jpeg'::text, 'webm'::text, 'ogg'::text, 'm4a'::text, 'mp3'::text, 'wav'::text, 'pdf'::text]))),
  CONSTRAINT stored_file_width_check CHECK ((width > 0))
);

CREATE INDEX stored_file_digest ON stored_file USING btree (digest);

CREATE INDEX stored_file_owner ON stored_file USING btree (owner_kind, owner, part, id);

CREATE INDEX stored_file_small ON stored_file USING btree (small_digest);

CREATE TABLE stream_head (
  stream_kind text COLLATE "C" NOT NULL,
  stream_id bigint NOT NULL,
  sequence bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT stream_head_pkey PRIMARY KEY (stream_kind, stream_id),
  CONSTRAINT stream_head_sequence_check CHECK ((sequence > 0))
);

CREATE TABLE telling_mark (
  id bigint NOT NULL,
  day bigint NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT telling_mark_pkey PRIMARY KEY (id),
  CONSTRAINT telling_mark_id_check CHECK ((id = 1))
);

CREATE TABLE village (
  id bigint NOT NULL,
  station bigint NOT NULL,
  name text NOT NULL,
  last_opinion_on bigint NOT NULL,
  last_visit_on bigint NOT NULL,
  is_kept bigint NOT NULL,
  CONSTRAINT village_pkey PRIMARY KEY (id),
  CONSTRAINT village_station_name_key UNIQUE (station, name),
  CONSTRAINT village_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT village_name_check CHECK ((name <> ''::text))
);

CREATE TABLE village_mark (
  station bigint NOT NULL,
  seen bigint NOT NULL,
  looked_at bigint NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT village_mark_pkey PRIMARY KEY (station),
  CONSTRAINT village_mark_station_fkey FOREIGN KEY (station) REFERENCES station(id),
  CONSTRAINT village_mark_version_check CHECK ((version > 0))
);

CREATE INDEX village_mark_looked ON village_mark USING btree (looked_at);

CREATE TABLE webhook (
  id bigint NOT NULL,
  area bigint NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  map text COLLATE "C" NOT NULL,
  secret_sealed bytea NOT NULL,
  earlier_secret_sealed bytea,
  earlier_until bigint,
  is_paused bigint NOT NULL,
  failures bigint NOT NULL,
  resume_at bigint NOT NULL,
  created_by bigint NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  CONSTRAINT webhook_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_area_fkey FOREIGN KEY (area) REFERENCES division(id),
  CONSTRAINT webhook_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  CONSTRAINT webhook_address_check CHECK ((address <> ''::text)),
  CONSTRAINT webhook_check CHECK (((earlier_secret_sealed IS NULL) = (earlier_until IS NULL))),
  CONSTRAINT webhook_failures_check CHECK ((failures >= 0)),
  CONSTRAINT webhook_map_check CHECK ((map = ANY (ARRAY['native'::text, 'workOrder'::text, 'gridEvent'::text]))),
  CONSTRAINT webhook_name_check CHECK ((name <> ''::text)),
  CONSTRAINT webhook_version_check CHECK ((version > 0))
);

CREATE INDEX webhook_area ON webhook USING btree (area, id);

CREATE TABLE webhook_delivery (
  webhook bigint NOT NULL,
  stream bigint NOT NULL,
  sequence bigint NOT NULL,
  topic text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  state text COLLATE "C" NOT NULL,
  category text COLLATE "C",
  holder_organ bigint,
  holder_station bigint,
  due_on bigint,
  attempts bigint NOT NULL,
  next_at bigint,
  lease_until bigint,
  lease_token bytea,
  tried_at bigint,
  status bigint,
  took_ms bigint,
  outcome text COLLATE "C" NOT NULL,
  CONSTRAINT webhook_delivery_pkey PRIMARY KEY (webhook, stream, sequence),
  CONSTRAINT webhook_delivery_webhook_fkey FOREIGN KEY (webhook) REFERENCES webhook(id),
  CONSTRAINT webhook_delivery_attempts_check CHECK ((attempts >= 0)),
  CONSTRAINT webhook_delivery_check CHECK (((lease_until IS NULL) = (lease_token IS NULL))),
  CONSTRAINT webhook_delivery_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text, 'noAnswer'::text, 'forbidden'::text, 'dropped'::text])))
);

CREATE INDEX webhook_delivery_due ON webhook_delivery USING btree (webhook, next_at, stream, sequence) WHERE (next_at IS NOT NULL);

CREATE INDEX webhook_delivery_newest ON webhook_delivery USING btree (webhook, at, stream, sequence);

CREATE TABLE webhook_topic (
  topic text COLLATE "C" NOT NULL,
  webhook bigint NOT NULL,
  CONSTRAINT webhook_topic_pkey PRIMARY KEY (topic, webhook),
  CONSTRAINT webhook_topic_webhook_fkey FOREIGN KEY (webhook) REFERENCES webhook(id)
);

CREATE INDEX webhook_topic_webhook ON webhook_topic USING btree (webhook, topic);
