-- Speakers who turned out to be one, without a change to what is linked.

-- Whom this speaker turned out to be.
ALTER TABLE speaker ADD COLUMN same_as TEXT REFERENCES speaker (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX speaker_by_same_as ON speaker (same_as) WHERE same_as IS NOT NULL;

-- The speakers who turned out to be another, and whom same_as leads to over
-- however many; in a circle, to the smallest id.
CREATE VIEW merged_speaker AS
WITH RECURSIVE reached (id, into_id) AS (
    SELECT id, same_as FROM speaker WHERE same_as IS NOT NULL
    UNION
    SELECT reached.id, next.same_as FROM reached JOIN speaker AS next ON next.id = into_id WHERE next.same_as IS NOT NULL
)
SELECT id, min(into_id) AS into_id
FROM reached
WHERE into_id IN (SELECT id FROM speaker WHERE same_as IS NULL)
   OR into_id IN (SELECT id FROM reached WHERE id = into_id)
GROUP BY id
HAVING min(into_id) <> id;

-- The names that stand by now.
DROP VIEW quote_overview;
CREATE VIEW quote_overview AS
SELECT quote.id,
       article.title AS article,
       article.publisher,
       article.published_at,
       quote.type,
       (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'content' ORDER BY position)) AS content,
       (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'cue' ORDER BY position)) AS cue,
       (SELECT group_concat(text, ' … ') FROM (SELECT text FROM quote_span WHERE quote_id = quote.id AND role = 'source' ORDER BY position)) AS source,
       (SELECT group_concat(name, '; ') FROM (
            SELECT speaker.name FROM quote_speaker
            JOIN speaker ON speaker.id = coalesce((SELECT into_id FROM merged_speaker WHERE id = speaker_id), speaker_id)
            WHERE quote_id = quote.id AND role = 'source' GROUP BY speaker.id ORDER BY min(position))) AS speakers,
       annotator.name AS annotator,
       quote.status
FROM quote
JOIN article ON article.id = quote.article_id
JOIN annotator ON annotator.id = quote.annotator_id;
