-- A Kutip project. Other programs may read it with plain SQL.
--
-- Positions are Unicode code points, half-open: substr(article.text, start + 1, end - start)
-- gives a span's words, and each span carries those words in its column "text".
-- Times are RFC 3339 in UTC with microseconds. Lists and objects are JSON.
-- Everything but the full-text indexes is written together with a row of the journal.

PRAGMA application_id = 0x4B757470; -- "Kutp"

-- People who annotate.
CREATE TABLE annotator (
    id         TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    created_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at TEXT NOT NULL,
    updated_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Articles. The text never changes.
CREATE TABLE article (
    key          INTEGER PRIMARY KEY, -- row number for the index below; means nothing outside this file
    id           TEXT NOT NULL UNIQUE,
    external_id  TEXT,
    title        TEXT,
    publisher    TEXT,
    authors      TEXT NOT NULL CHECK (json_type(authors) = 'array'),
    published_at TEXT, -- ISO 8601, with the zone's offset where the page gives one
    language     TEXT, -- BCP 47
    url          TEXT,
    section      TEXT,
    sha256       TEXT NOT NULL, -- of the text in UTF-8
    created_at   TEXT NOT NULL,
    created_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at   TEXT NOT NULL,
    updated_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    text         TEXT NOT NULL
) STRICT;

CREATE INDEX article_by_sha256 ON article (sha256);
CREATE INDEX article_by_external_id ON article (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX article_in_order ON article (created_at, id);

CREATE TRIGGER article_text_is_fixed
BEFORE UPDATE OF text ON article WHEN old.text IS NOT new.text
BEGIN
    SELECT raise(ABORT, 'an article''s text never changes');
END;

-- The file an article was read from.
CREATE TABLE article_file (
    article_id TEXT NOT NULL PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    format     TEXT NOT NULL,
    encoding   TEXT NOT NULL,
    sha256     TEXT NOT NULL, -- of the bytes
    bytes      BLOB           -- null where the article's text in UTF-8 is the file, byte for byte
) STRICT;

CREATE INDEX article_file_by_sha256 ON article_file (sha256);

-- Stretches of an article's text with a role.
CREATE TABLE region (
    article_id TEXT    NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('headline', 'byline', 'publication_line', 'dateline', 'caption',
                                                'credit', 'body', 'related_link', 'boilerplate')),
    start      INTEGER NOT NULL CHECK (start >= 0),
    end        INTEGER NOT NULL CHECK (end > start),
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

-- How far an annotator is with an article.
CREATE TABLE layer (
    article_id   TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    stage        TEXT NOT NULL CHECK (stage IN ('new', 'in_progress', 'done', 'submitted', 'reviewed')),
    created_at   TEXT NOT NULL,
    created_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at   TEXT NOT NULL,
    updated_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (article_id, annotator_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX layer_by_annotator ON layer (annotator_id);

-- Who sources, addressees and relays refer to.
CREATE TABLE speaker (
    id          TEXT NOT NULL PRIMARY KEY,
    external_id TEXT,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'group', 'document')),
    country     TEXT,
    wikidata    TEXT,
    note        TEXT,
    created_at  TEXT NOT NULL,
    created_by  TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at  TEXT NOT NULL,
    updated_by  TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker_alias (
    speaker_id TEXT    NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    alias      TEXT    NOT NULL,
    PRIMARY KEY (speaker_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker_role (
    speaker_id  TEXT    NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    title       TEXT,
    affiliation TEXT,
    from_date   TEXT,
    until_date  TEXT,
    PRIMARY KEY (speaker_id, position)
) STRICT, WITHOUT ROWID;

-- Quotes: one attribution relation each.
CREATE TABLE quote (
    key          INTEGER PRIMARY KEY, -- row number for the index below; means nothing outside this file
    id           TEXT NOT NULL UNIQUE,
    article_id   TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    external_id  TEXT,
    type         TEXT NOT NULL CHECK (type IN ('direct', 'indirect', 'mixed', 'free_indirect', 'reported', 'unspecified')),
    medium       TEXT NOT NULL CHECK (json_type(medium) = 'array'), -- of speech, thought, writing
    mention      TEXT CHECK (mention IN ('name', 'noun_phrase', 'pronoun', 'clitic')), -- what kind of expression the source is
    parent_id    TEXT REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED, -- the quote whose content holds this one
    attributes   TEXT NOT NULL CHECK (json_type(attributes) = 'object'),
    note         TEXT,
    status       TEXT NOT NULL CHECK (status IN ('new', 'in_progress', 'done', 'submitted', 'reviewed')),
    created_at   TEXT NOT NULL,
    created_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at   TEXT NOT NULL,
    updated_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX quote_by_article ON quote (article_id, annotator_id);
CREATE INDEX quote_by_annotator ON quote (annotator_id);
CREATE INDEX quote_by_parent ON quote (parent_id) WHERE parent_id IS NOT NULL;

-- The parts of a quote that stand in the article's text.
CREATE TABLE quote_span (
    quote_id TEXT    NOT NULL REFERENCES quote (id) ON DELETE CASCADE,
    role     TEXT    NOT NULL CHECK (role IN ('content', 'cue', 'source', 'addressee', 'relay')),
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL CHECK (start >= 0),
    end      INTEGER NOT NULL CHECK (end > start),
    text     TEXT    NOT NULL,
    PRIMARY KEY (quote_id, role, position)
) STRICT, WITHOUT ROWID;

-- Who the source, addressee or relay of a quote refers to.
CREATE TABLE quote_speaker (
    quote_id   TEXT    NOT NULL REFERENCES quote (id) ON DELETE CASCADE,
    role       TEXT    NOT NULL CHECK (role IN ('source', 'addressee', 'relay')),
    position   INTEGER NOT NULL,
    speaker_id TEXT    NOT NULL REFERENCES speaker (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (quote_id, role, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX quote_speaker_by_speaker ON quote_speaker (speaker_id);

-- Claims: statements that can be true or false, on a quote or on spans of their own.
CREATE TABLE claim (
    id           TEXT NOT NULL PRIMARY KEY,
    article_id   TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    external_id  TEXT,
    quote_id     TEXT REFERENCES quote (id) DEFERRABLE INITIALLY DEFERRED,
    statement    TEXT,
    date         TEXT,
    topic        TEXT,
    worthiness   TEXT CHECK (worthiness IN ('not_factual', 'unimportant', 'check_worthy')),
    verdict      TEXT,
    explanation  TEXT,
    evidence     TEXT NOT NULL CHECK (json_type(evidence) = 'array'),
    checker      TEXT,
    note         TEXT,
    created_at   TEXT NOT NULL,
    created_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at   TEXT NOT NULL,
    updated_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_by_article ON claim (article_id, annotator_id);
CREATE INDEX claim_by_annotator ON claim (annotator_id);
CREATE INDEX claim_by_quote ON claim (quote_id) WHERE quote_id IS NOT NULL;

CREATE TABLE claim_span (
    claim_id TEXT    NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start    INTEGER NOT NULL CHECK (start >= 0),
    end      INTEGER NOT NULL CHECK (end > start),
    text     TEXT    NOT NULL,
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_speaker (
    claim_id   TEXT    NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    speaker_id TEXT    NOT NULL REFERENCES speaker (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_speaker_by_speaker ON claim_speaker (speaker_id);

-- What the project settles for everyone.
CREATE TABLE setting (
    key        TEXT NOT NULL PRIMARY KEY,
    value      TEXT NOT NULL CHECK (json_valid(value)),
    created_at TEXT NOT NULL,
    created_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at TEXT NOT NULL,
    updated_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What was changed, by whom, when: one row an edit, and for each thing it
-- changed the thing before and after, as JSON. Null before: created; null
-- after: deleted. Rows are only ever added.
CREATE TABLE journal_transaction (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival in this file
    id           TEXT NOT NULL UNIQUE,
    at           TEXT NOT NULL,
    annotator_id TEXT,
    origin       TEXT NOT NULL, -- window, job, command_line, undo, redo
    label        TEXT NOT NULL  -- what it does: add_quote, link_speaker, …
) STRICT;

CREATE TABLE journal_change (
    seq             INTEGER PRIMARY KEY, -- order within its transaction, and of arrival
    transaction_seq INTEGER NOT NULL REFERENCES journal_transaction (seq),
    entity          TEXT    NOT NULL,
    entity_id       TEXT    NOT NULL,
    before          TEXT CHECK (json_valid(before)),
    after           TEXT CHECK (json_valid(after)),
    deleted_text    TEXT, -- a deleted article's text, and its file
    deleted_file    BLOB
) STRICT;

CREATE INDEX journal_change_by_transaction ON journal_change (transaction_seq);
CREATE INDEX journal_change_by_entity ON journal_change (entity_id);

-- Full-text search, case and diacritics folded.
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, text, content = 'article', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER article_fts_insert AFTER INSERT ON article BEGIN
    INSERT INTO article_fts (rowid, title, text) VALUES (new.key, new.title, new.text);
END;

CREATE TRIGGER article_fts_delete AFTER DELETE ON article BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
END;

CREATE TRIGGER article_fts_update AFTER UPDATE OF title ON article WHEN old.title IS NOT new.title BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
    INSERT INTO article_fts (rowid, title, text) VALUES (new.key, new.title, new.text);
END;

-- The words of each quote's content.
CREATE VIRTUAL TABLE quote_fts USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Every quote with its words and names in one row, for reading by hand.
CREATE VIEW quote_overview AS
SELECT quote.id,
       article.title AS article,
       article.publisher,
       article.published_at,
       quote.type,
       (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'content' ORDER BY position)) AS content,
       (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'cue' ORDER BY position)) AS cue,
       (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'source' ORDER BY position)) AS source,
       (SELECT group_concat(name, '; ') FROM (SELECT speaker.name FROM quote_speaker JOIN speaker ON speaker.id = speaker_id WHERE quote_id = quote.id AND role = 'source' ORDER BY position)) AS speakers,
       annotator.name AS annotator,
       quote.status
FROM quote
JOIN article ON article.id = quote.article_id
JOIN annotator ON annotator.id = quote.annotator_id;
