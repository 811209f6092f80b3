# What went wrong, and what can be done: projects, edits, files, records.

errors-stopped = Stopped before it was done. Nothing was changed.
errors-no-person = Nobody is called “{ $name }” there. Names are written as the annotators' lists have them.
errors-no-article = There is no article { $id } in this project.
errors-nothing-to-share = There is nothing to share: choose at least one article.
errors-unknown-format = There is no format called “{ $name }”.
errors-sample = The sample project is not as it should be: { $problem }

errors-store-missing = There is no project at { $path }. It may have been moved, renamed or deleted; open it where it is now.
errors-store-exists = { $path } exists already. Choose another name, or open it.
errors-store-folder = { $path } is a folder. Name a file in it, such as { $file }.
errors-store-no-project = { $path } is not a Kutip project. Articles are brought in with Import.
errors-store-empty = { $path } is not a Kutip project: the file is empty.
errors-store-other-database = { $path } is not a Kutip project: it is the database of another program.
errors-store-newer = { $path } was written by a newer Kutip (format { $found }; this one knows formats up to { $known }). Open it with that version, or a later one.
errors-store-read-only = { $path } can only be read. Make it and its folder writable, or work on a copy.
errors-store-locked = Another program is writing to { $path }. Nothing was changed. Wait until it has finished, then try again.
errors-store-damaged = { $path } is damaged ({ $detail }). Work on from a backup; “kutip check” lists what is wrong.
errors-store-disk-full = The disk is full. The last edit was not saved to { $path }; free some space and make it again.
errors-store-gone = { $path } was deleted, moved or replaced while it was open. The last edit was not saved; put the file back, or save a copy elsewhere.
errors-store-io = { $path } can't be read or written: { $detail }.
errors-store-changed-elsewhere = This was changed in another window or by the command line meanwhile. Look at it again, then repeat the edit.
errors-store-in-use = This is still in use: quotes, claims or other entries refer to it. Unlink it there first.
errors-store-content = The project holds something that this program can't read: { $detail }.
errors-store-sql = The database refused: { $detail }.

errors-copy-refused =
    { $path } was not brought in: { $first }{ $more ->
        [0] .
        [one] {" "}(and one thing more).
       *[other] {" "}(and { $more } things more).
    } Nothing was changed. Ask for another copy; “kutip check” lists what is wrong in this one.
errors-copy-story = { $path } was not brought in: it tells another story than this project of the edit { $edit } of the { $thing }. One of them was changed by other means than Kutip. Nothing was changed.
errors-copy-text = { $path } was not brought in: its article { $article } has another text than here, and a text never changes. Nothing was changed.
errors-copy-own = { $path } is this project itself. Choose a colleague's copy of it.

errors-assign-names = Name each annotator once.
errors-assign-each = Each article needs one annotator or more, and no more than there are.
errors-assign-overlap = The overlap is a share of the articles, from 0 to 100 percent.

errors-not-written = { $path } can't be written: { $problem }.
errors-file-is-folder = it is a folder
errors-file-protected = it is write-protected
errors-file-no-folder = there is no folder { $folder }

errors-outside-start = The program “{ $program }” can't be started: { $detail }.
errors-outside-failed = The program “{ $program }” failed: { $detail }
errors-outside-slow = The program “{ $program }” was stopped: it took longer than { $seconds } s for one article.
errors-outside-line = What “{ $program }” wrote can't be taken: { $refusal }

errors-edit-no-article = No article is open.
errors-edit-no-comment = The comment is no longer in this article.
errors-edit-no-decision = The decision is no longer in this article.
errors-edit-no-conflict = This was settled already, or was never there.
errors-edit-nothing-to-decide = What the copies differ on is no longer there.
errors-edit-empty-comment = Write something first.
errors-edit-own-quote = This is your own quote. Change it instead of reviewing it.
errors-edit-empty-group = There are no quotes to decide on.
errors-edit-needs-value = Every quote has words and a type: take one of them, or reject the quote.
errors-edit-no-annotator = Say first who is annotating.
errors-edit-no-quote = The quote is no longer in this article.
errors-edit-no-claim = The claim is no longer in this article.
errors-edit-no-speaker = The speaker is no longer in the registry.
errors-edit-not-yours = This belongs to another annotator. You can't change it, only review it.
errors-edit-seen-by-reviewer = You review this blind project, and others have submitted this article. To annotate it too, have it assigned to you.
errors-edit-empty-selection = Select some words first.
errors-edit-outside-text = The selection reaches past the end of the article.
errors-edit-own-parent = A quote can't lie inside itself.
errors-edit-claim-exists = This quote already has a claim.
errors-edit-no-name = A speaker needs a name.
errors-edit-no-annotator-name = An annotator needs a name.
errors-edit-annotator-exists = There already is an annotator called { $name }.
errors-edit-role-has-no-speaker = Content and cue refer to nobody; link source, addressee or relay.
errors-edit-bad-region = A region lies outside the text or across another.
errors-edit-bad-date = “{ $given }” is not a date like 2019-04-25 or a time like 2019-04-25T12:17:00+07:00.

errors-import-missing = there is no such file
errors-import-empty-folder = there is no article in this folder: no text, HTML, Markdown or JSON lines
errors-import-no-records = there is no record in the file
errors-import-unreadable = it can't be read: { $detail }
errors-import-cut = line { $line }: the file can't be read on: { $detail }.

errors-page-empty = the file is empty; leave it out, or save the page again
errors-page-only-white-space = there is nothing in the file but white space; leave it out, or save the page again
errors-page-no-visible-text = nothing on the page is visible text; open it in a browser and save its text
errors-page-binary = this is a binary file, not a text; save the article as plain text, HTML or Markdown
errors-page-too-large = the file has { $size } bytes and the limit is { $limit } MiB; split it into one file an article
errors-page-pdf = this is a PDF document, not a text; open it, and save or copy its text as plain text
errors-page-zip = this is a ZIP archive or an office document, not a text; unpack it, or hand the archive itself to the import
errors-page-archive = this is a { $name } archive, not a text; unpack it, or hand the archive itself to the import
errors-page-old-office = this is an office document of the old kind, not a text; open it, and save or copy its text as plain text
errors-page-rich-text = this is a rich text document, not a text; open it, and save or copy its text as plain text
errors-page-picture = this is a { $name } picture, not a text; only the text of an article can be imported
errors-page-database = this is a SQLite database, not a text; open projects with File › Open, or merge them
errors-page-program = this is a program, not a text; only the text of an article can be imported
errors-page-web-archive = this is a Safari web archive, not a text; save the page as HTML instead

errors-warning-decoded = The file is not UTF-8 and was read as { $encoding }; check accents, dashes and quotation marks.
errors-warning-replaced =
    { $number ->
        [one] One place could not be decoded and shows as “�”; save the page again as UTF-8 if it matters.
       *[other] { $number } places could not be decoded and show as “�”; save the page again as UTF-8 if they matter.
    }
errors-warning-cut = The page ends in the middle, as if its download was cut; what there is was read. Save it again if its end is missing.
errors-warning-deep = The page nests { $number } elements; its parts were told by the rules for plain text. Check the regions.
errors-warning-large = The page has { $number } elements; its parts were told by the rules for plain text. Check the regions.
errors-warning-not-readable = The page's markup does not tell where the article is; the rules for plain text did. Check the regions.
errors-warning-no-article = No article stands out on the page; all of it was kept as body. Check the regions.
errors-warning-front-matter = The front matter could not be read and was kept as boilerplate; check title, date and author.

errors-export-write = The export can't be written: { $detail }.
errors-export-damage = Article { $article } (“{ $title }”), { $place }: { $problem }. Nothing was repaired.

errors-record = { $place }: { $problem }.
errors-step-file = the file
errors-step-line = line { $number }
errors-step-item = { $part } { $number }
errors-step-named = { $part } { $id }
errors-step-region = region { $kind } { $start }–{ $end }
errors-step-role = { $role } { $start }–{ $end }
errors-step-span = span { $start }–{ $end }
errors-step-at = { $start }–{ $end }
errors-step-byte = byte { $number }
errors-step-column = column { $number }
errors-part-layer = layer
errors-part-region = region
errors-part-quote = quote
errors-part-claim = claim
errors-part-comment = comment
errors-part-decision = decision

errors-record-not-utf8 = this is not UTF-8; save the file as UTF-8 and import it again
errors-record-no-record = a line must be one record in braces, like {"{"}"text": "…"{"}"}
errors-record-not-json = this is not a record: { $detail }
errors-record-neither = there is neither a `text`, which makes an article, nor an `article`, which makes a quote of one
errors-record-no-quote = this is an article, and a quote is wanted
errors-record-no-reference = the `article` has no id, external_id or sha256 to find it by
errors-record-nul = `text` holds the character NUL, which no article has; take it out and import again
errors-record-empty-text = `text` is empty
errors-record-missing = `{ $field }` is missing
errors-record-no-annotator = no annotator is named and no other was given; add `annotator` or say whose quotes these are
errors-record-nameless-speaker = a speaker has neither a name nor an id
errors-record-unknown-name = `{ $field }` is “{ $given }”; it can be { $allowed }
errors-record-bad-time = `{ $field }` is “{ $given }”, not a time with its zone like 2019-04-25T05:17:00Z
errors-record-bad-date = `{ $field }` is “{ $given }”, not a date like 2019-04-25 or a time like 2019-04-25T12:17:00+07:00
errors-record-empty-span = the end must come after the start
errors-record-outside-text = the article ends at { $length }
errors-record-words = the article has “{ $there }” there, the record says “{ $given }”
errors-record-overlap = it overlaps { $start }–{ $end }
errors-record-loose-claim = a claim needs a quote or spans of its own
errors-record-other-text = the project has the article { $id } with another text; a text never changes, so give this one an id of its own
errors-record-unknown-article = its article is not in the project; import the article first
errors-record-id-taken = its id belongs to something on another article; take the id out and import again
errors-record-differs = the project has it with other words or another annotator; it stays as it is there
errors-record-unknown-parent = the parent “{ $id }” is not among the article's quotes; it came in without a parent
errors-record-circular-parent = the parent “{ $id }” lies inside it; it came in without a parent
errors-record-unknown-quote = its quote “{ $id }” is not among the article's quotes; it came in on its spans alone
errors-record-nowhere = its quote “{ $id }” is not among the article's quotes, and it has no spans of its own
errors-record-quote-has-claim = its quote has another claim already
errors-record-unnamed-speaker = the speaker “{ $id }” is not in the registry and has no name here; it came in without them
errors-record-unknown-speaker = the speaker { $id } is not in the registry
errors-record-unknown-annotator = the annotator { $id } is not in the project
