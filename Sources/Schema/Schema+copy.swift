import Database

extension Schema {
    /// Every table whose rows a copy carries, each behind those it leans on. The search index is no copy's business:
    /// it is filled anew from the words.
    package static let copiedTables: [CopiedTable] =
        places + people + record + matters + stations + files + outbox + telling + paper + links + publicSide

    /// Not carried: what the target writes by itself.
    package static let uncopiedTables: Set<String> = [
        "schema_migration", "search_entry", "search_document", "search_pending", "search",
        "public_search_entry", "public_search_document", "public_search_pending", "public_search",
    ]

    private static let places = [
        CopiedTable("directory_version", key: "id", isPrefilled: true),
        CopiedTable("division", key: "id", order: "level DESC, id"),
        CopiedTable("division_code", key: "system", "code", "valid_from"),
        CopiedTable("division_ancestor", key: "division", "ancestor"),
        CopiedTable("organ", key: "id", later: ["superior"]),
        CopiedTable("station", key: "id"),
        CopiedTable("liaison_point", key: "id"),
        CopiedTable("calendar_year", key: "year"),
        CopiedTable("calendar_day", key: "day"),
    ]

    private static let people = [
        CopiedTable("person", key: "id"),
        CopiedTable("mandate", key: "id"),
        CopiedTable("account", key: "id"),
        CopiedTable("role_grant", key: "id"),
        CopiedTable("session", key: "token_hash"),
        CopiedTable("policy", key: "id"),
    ]

    private static let record = [
        CopiedTable("key_mark", key: "place"),
        CopiedTable("id_block", key: "name"),
        CopiedTable("idempotency", key: "principal", "client_id"),
        CopiedTable("rate_limit", key: "key", "window_start"),
        CopiedTable("job", key: "name", "key"),
        CopiedTable("event", key: "id"),
        CopiedTable("event_content", key: "event"),
        CopiedTable("stream_head", key: "stream_kind", "stream_id"),
    ]

    private static let matters = [
        CopiedTable("matter", key: "id", later: ["relapse_of", "lead_matter"]),
        CopiedTable("matter_clock", key: "matter", "kind", "organ"),
        CopiedTable("matter_co_handler", key: "matter", "organ"),
        CopiedTable("revisit_try", key: "matter", "place"),
        CopiedTable("stated_date", key: "organ", "matter", "stated_at"),
        CopiedTable("answer_template", key: "id"),
        CopiedTable("number_sequence", key: "city", "year"),
        CopiedTable("reporter", key: "matter"),
        CopiedTable("reporter_wish", key: "matter"),
        CopiedTable("matter_words", key: "matter"),
        CopiedTable("publication", key: "matter"),
        CopiedTable("matter_support", key: "matter", "supporter"),
        CopiedTable("matter_area", key: "area", "sort_key"),
        CopiedTable("matter_due", key: "area", "due_at", "matter"),
        CopiedTable("publication_area", key: "area", "sort_key"),
        CopiedTable("rules_mark", key: "id"),
        CopiedTable("counter_delta", key: "id"),
        CopiedTable("counter", key: "area", "month", "name"),
    ]

    private static let files = [
        CopiedTable("file_content", key: "digest"),
        CopiedTable("stored_file", key: "id"),
    ]

    private static let telling = [
        CopiedTable("reporter_channel", key: "matter"),
        CopiedTable("telling_mark", key: "id"),
        CopiedTable("follow", key: "id"),
        CopiedTable("follow_news", key: "id"),
        CopiedTable("webhook", key: "id"),
        CopiedTable("webhook_topic", key: "topic", "webhook"),
        CopiedTable("webhook_delivery", key: "webhook", "stream", "sequence"),
    ]

    private static let links = [
        CopiedTable("behalf_act", key: "id"),
        CopiedTable("one_time_link", key: "id"),
        CopiedTable("one_time_link_act", key: "link", "act"),
        CopiedTable("sign_in_code", key: "holder"),
        CopiedTable("open_dispute", key: "behalf_act"),
    ]

    private static let publicSide = [
        CopiedTable("first_answer", key: "matter"),
        CopiedTable("publication_list", key: "area", "category", "progress", "sort_key"),
        CopiedTable("publication_recent", key: "area", "published_at", "matter"),
        CopiedTable("matter_secrecy", key: "matter"),
    ]

    private static let stations = [
        CopiedTable("station_profile", key: "station"),
        CopiedTable("station_post", key: "id"),
        CopiedTable("station_photo", key: "id"),
        CopiedTable("reception_schedule", key: "id"),
        CopiedTable("schedule_deputy", key: "schedule", "turn"),
        CopiedTable("reception", key: "id"),
        CopiedTable("reception_deputy", key: "reception", "mandate"),
        CopiedTable("reception_organ", key: "reception", "organ"),
        CopiedTable("booking", key: "id"),
        CopiedTable("entry_time", key: "id"),
        CopiedTable("village", key: "id"),
        CopiedTable("village_mark", key: "station"),
        CopiedTable("reception_record", key: "reception"),
        CopiedTable("reception_visitor", key: "reception", "place"),
        CopiedTable("duty_event", key: "id"),
    ]

    private static let outbox = [
        CopiedTable("message", key: "id"),
        CopiedTable("message_template", key: "id"),
        CopiedTable("sending", key: "id"),
        CopiedTable("sending_message", key: "sending", "message"),
        CopiedTable("sending_tally", key: "area", "month", "kind", "channel", "outcome", "is_kept"),
        CopiedTable("channel_pause", key: "target"),
        CopiedTable("channel_token", key: "target"),
        CopiedTable("contact", key: "person", "kind"),
        CopiedTable("contact_proof", key: "person", "kind"),
    ]

    private static let paper = [
        CopiedTable("slip_book", key: "id"),
        CopiedTable("slip", key: "id"),
        CopiedTable("letter_sequence", key: "organ", "year"),
        CopiedTable("letter", key: "id"),
    ]
}
