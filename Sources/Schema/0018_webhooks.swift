import Database

extension Migration {
    /// Other platforms that are kept in step: who they are, what each is told of, and what was or will be sent to them.
    package static let m0018 = Migration(
        number: 18, name: "webhooks",
        statements: [
            // `resume_at`: after a failure nothing is sent before that moment. The earlier secret signs beside the new one
            // for a day after a change.
            """
            CREATE TABLE webhook (
              id {integer} PRIMARY KEY,
              area {integer} NOT NULL REFERENCES division (id),
              name {text} NOT NULL CHECK (name <> ''),
              address {text} NOT NULL CHECK (address <> ''),
              map {code} NOT NULL CHECK (map IN ('native', 'workOrder', 'gridEvent')),
              secret_sealed {bytes} NOT NULL,
              earlier_secret_sealed {bytes},
              earlier_until {integer},
              is_paused {bool} NOT NULL,
              failures {integer} NOT NULL CHECK (failures >= 0),
              resume_at {integer} NOT NULL,
              created_by {integer} NOT NULL REFERENCES account (id),
              created_at {integer} NOT NULL,
              version {integer} NOT NULL CHECK (version > 0),
              CHECK ((earlier_secret_sealed IS NULL) = (earlier_until IS NULL))
            ) {table}
            """,
            "CREATE INDEX webhook_area ON webhook (area, id)",
            """
            CREATE TABLE webhook_topic (
              topic {code} NOT NULL,
              webhook {integer} NOT NULL REFERENCES webhook (id),
              PRIMARY KEY (topic, webhook)
            ) {clustered}
            """,
            "CREATE INDEX webhook_topic_webhook ON webhook_topic (webhook, topic)",
            // How a matter stood after an event, for one receiver. `stream` is the matter; nought for a trial. `next_at`
            // is null once nothing more is to be sent.
            """
            CREATE TABLE webhook_delivery (
              webhook {integer} NOT NULL REFERENCES webhook (id),
              stream {integer} NOT NULL,
              sequence {integer} NOT NULL,
              topic {code} NOT NULL,
              at {integer} NOT NULL,
              state {code} NOT NULL,
              category {code},
              holder_organ {integer},
              holder_station {integer},
              due_on {integer},
              attempts {integer} NOT NULL CHECK (attempts >= 0),
              next_at {integer},
              lease_until {integer},
              lease_token {bytes},
              tried_at {integer},
              status {integer},
              took_ms {integer},
              outcome {code} NOT NULL CHECK (outcome IN ('waiting', 'sent', 'refused', 'noAnswer', 'forbidden', 'dropped')),
              PRIMARY KEY (webhook, stream, sequence),
              CHECK ((lease_until IS NULL) = (lease_token IS NULL))
            ) {clustered}
            """,
            """
            CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, next_at, stream, sequence)
            WHERE next_at IS NOT NULL
            """,
            "CREATE INDEX webhook_delivery_newest ON webhook_delivery (webhook, at, stream, sequence)",
        ])
}
