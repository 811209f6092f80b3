-- Work of several people: comments, decisions of reviews, merged copies.

-- The annotator who holds the adjudicated layers is marked; one that turned
-- out to be another under a second name refers to that one.
ALTER TABLE annotator ADD COLUMN kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'adjudicated'));
ALTER TABLE annotator ADD COLUMN same_as TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED;

-- The quotes that a correction corrects, or that an adjudicated quote was
-- decided on; they may be gone.
ALTER TABLE quote ADD COLUMN origin TEXT NOT NULL DEFAULT '[]' CHECK (json_type(origin) = 'array');

-- What people say to each other about an article, a stretch of it, a quote or
-- a claim. A comment outlives what it is about; its spans keep the words.
CREATE TABLE comment (
    id           TEXT NOT NULL PRIMARY KEY,
    article_id   TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED, -- who says it
    anchor       TEXT NOT NULL CHECK (anchor IN ('article', 'span', 'quote', 'claim')),
    anchor_id    TEXT, -- the quote or claim
    reply_to     TEXT REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED, -- the first of its thread
    text         TEXT NOT NULL,
    resolved_at  TEXT, -- when the thread that it begins was settled
    resolved_by  TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    created_at   TEXT NOT NULL,
    created_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at   TEXT NOT NULL,
    updated_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX comment_by_article ON comment (article_id);
CREATE INDEX comment_by_reply ON comment (reply_to) WHERE reply_to IS NOT NULL;

CREATE TABLE comment_span (
    comment_id TEXT    NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    start      INTEGER NOT NULL CHECK (start >= 0),
    end        INTEGER NOT NULL CHECK (end > start),
    text       TEXT    NOT NULL,
    PRIMARY KEY (comment_id, position)
) STRICT, WITHOUT ROWID;

-- What reviewers decided: on a colleague's quote (review), or on a field of a
-- group of quotes that say the same of the text (adjudication).
CREATE TABLE decision (
    id           TEXT NOT NULL PRIMARY KEY,
    article_id   TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
    annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED, -- the reviewer, or the adjudicated layer's
    kind         TEXT NOT NULL CHECK (kind IN ('review', 'adjudication')),
    aspect       TEXT NOT NULL, -- the field: content, cue, type, …; presence for the whole
    result_id    TEXT, -- the reviewer's correction, or the adjudicated quote; it need not exist
    choice       TEXT NOT NULL CHECK (choice IN ('accept', 'reject', 'correct', 'take', 'own', 'neither')),
    taken_id     TEXT, -- the quote that was taken
    reason       TEXT,
    created_at   TEXT NOT NULL,
    created_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at   TEXT NOT NULL,
    updated_by   TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_by_article ON decision (article_id);

-- The quotes that a decision was made on, and what each said in the field
-- then: spans as [start, end], links as ids.
CREATE TABLE decision_quote (
    decision_id  TEXT    NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    quote_id     TEXT    NOT NULL, -- it may be gone
    annotator_id TEXT    NOT NULL,
    said         TEXT    NOT NULL CHECK (json_valid(said)),
    PRIMARY KEY (decision_id, position)
) STRICT, WITHOUT ROWID;

-- Fields that two copies of the project gave different values. One value
-- stands meanwhile; all are kept here until someone decides.
CREATE TABLE conflict (
    id         TEXT NOT NULL PRIMARY KEY,
    entity     TEXT NOT NULL, -- quote, speaker, article, …
    entity_id  TEXT NOT NULL,
    article_id TEXT, -- the article it lies in
    field      TEXT NOT NULL, -- as the journal's records call it; exists for a deletion against an edit
    versions   TEXT NOT NULL CHECK (json_type(versions) = 'array'), -- each {edit, value, at, by}
    chosen     INTEGER, -- the place of the version that was chosen, from 0
    decided_at TEXT,
    decided_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    created_at TEXT NOT NULL,
    created_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at TEXT NOT NULL,
    updated_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Merges that stand; undoing one takes its row away.
CREATE TABLE merge (
    id         TEXT NOT NULL PRIMARY KEY,
    files      TEXT NOT NULL CHECK (json_type(files) = 'array'),
    created_at TEXT NOT NULL,
    created_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
    updated_at TEXT NOT NULL,
    updated_by TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Which edits made elsewhere each merge made known here, thing by thing: the
-- journal of this file tells only of its own. Rows are only ever added.
CREATE TABLE journal_merge (
    merge_id  TEXT NOT NULL,
    entity    TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (json_valid(state)),
    PRIMARY KEY (merge_id, entity, entity_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX journal_merge_by_entity ON journal_merge (entity_id);

-- The index of articles anew, with the beginnings of words of its own: while
-- someone types, a first letter stands in nearly every article.
DROP TABLE article_fts;
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, text, content = 'article', content_rowid = 'key', prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO article_fts (article_fts) VALUES ('rebuild');
