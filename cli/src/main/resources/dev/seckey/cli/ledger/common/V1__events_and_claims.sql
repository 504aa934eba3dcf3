-- Everything that an event tells stands in its body, of which the hash is taken; the columns after it repeat what is looked
-- for. The names of columns and their types are those of SQLite and PostgreSQL alike.
CREATE TABLE event (
    bench    TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    previous TEXT   NOT NULL,
    hash     TEXT   NOT NULL,
    body     TEXT   NOT NULL,
    position BIGINT NOT NULL,
    kind     TEXT   NOT NULL,
    batch    TEXT,
    key_id   TEXT,
    serial   TEXT,
    asset    TEXT,
    person   TEXT,
    PRIMARY KEY (bench, sequence)
);

CREATE INDEX event_position ON event (position, bench, sequence);
CREATE INDEX event_batch ON event (batch);
CREATE INDEX event_key ON event (key_id);
CREATE INDEX event_serial ON event (serial);
CREATE INDEX event_asset ON event (asset);
CREATE INDEX event_person ON event (person);

-- What may happen once only, whichever bench is first: the key of each row. A person or a key is bound at odd turns and
-- free again at even ones; in a series of labels the turn is the number.
CREATE TABLE claim (
    subject  TEXT   NOT NULL,
    turn     BIGINT NOT NULL,
    holder   TEXT   NOT NULL,
    bench    TEXT   NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (subject, turn)
);

CREATE INDEX claim_holder ON claim (holder);
