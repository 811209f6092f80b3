# Working with colleagues: people, assigning, sharing, bringing in, conflicts.

colleagues-group = Colleagues
colleagues-title = Colleagues
colleagues-tab-people = People
colleagues-tab-assign = Assign
colleagues-tab-share = Share
colleagues-tab-conflicts = Conflicts
colleagues-tab-counted = { $name } ({ $number })

colleagues-show-people = Colleagues and their progress
colleagues-show-assign = Assign articles…
colleagues-show-share = Share…
colleagues-show-conflicts = Conflicts between copies
colleagues-bring-in = Bring in…
colleagues-submit = Submit the article
colleagues-submit-done = Submit all that is done

colleagues-nobody = Nobody annotates in this project yet. Add a person first.
colleagues-column-name = Name
colleagues-column-progress = Progress
colleagues-column-articles = Articles
colleagues-column-quotes = Quotes
colleagues-finished-of = { $done } of { $all } finished
colleagues-same = { $name } is the same person as someone else
colleagues-same-as = { $name } is the same person as:
colleagues-is = { $one } is { $other }
colleagues-same-now = { $one } and { $other } are one person by now. Undo takes it back.
colleagues-new-person = Name of a colleague
colleagues-add-person = Add
colleagues-blind = Annotators see nothing of each other until they submit
colleagues-blind-why = Copies for a colleague then hold nobody else's work.
colleagues-guidelines = Guidelines for everyone

colleagues-assign-to = Who gets articles
colleagues-assign-person = { $name }, who has { $number } by now
colleagues-each = { $number ->
    [one] One annotator for each article
   *[other] { $number } annotators for each article
}
colleagues-each-fewer = Fewer annotators for each article
colleagues-each-more = More annotators for each article
colleagues-overlap = for { $number } % of the articles; the others get one
colleagues-overlap-less = Less overlap
colleagues-overlap-more = More overlap
colleagues-all-articles = All articles
colleagues-chosen-articles = { $number ->
    [one] The selected one
   *[other] The { $number } selected
}
colleagues-assigned-articles = What they have been given
colleagues-assign = Assign
colleagues-assign-why = Evenly, and the same way each time. Who works on an article already counts.
colleagues-assigned = { $number ->
    [0] Everyone has what they should have
    [one] One article given out
   *[other] { $number } articles given out
}
colleagues-given = { $name }: { $number }

colleagues-share-with = Whom the copy is for
colleagues-share-nobody = Nobody in particular
colleagues-share-what = The copy holds the articles, all speakers, the settings and the guidelines. Send the file; what comes back is brought in.
colleagues-share-blind = The project is blind: the copy holds nobody else's work.
colleagues-share = Share…
colleagues-sharing = Sharing
colleagues-shared = { $number ->
    [one] A copy with one article: { $path }
   *[other] A copy with { $number } articles: { $path }
}
colleagues-dialog-share = Write a copy for a colleague
colleagues-dialog-bring-in = Bring in colleagues' copies

colleagues-bringing-in = Bringing in
colleagues-nothing-new = There is nothing new in it.
colleagues-brought-in = Brought in: { $quotes } new quotes, { $changed } changed, { $articles } new articles.
colleagues-namesakes = Two people are called { $name }. If they are one, say so among the people.
colleagues-backup = The project as it was before: { $path }
colleagues-look-alikes = These speakers look like one: { $names }
colleagues-submitted = { $number ->
    [one] One article submitted
   *[other] { $number } articles submitted
}
colleagues-nothing-done = Nothing is done and not submitted yet.

colleagues-no-conflicts = Nothing to decide: copies that came in agree with this one.
colleagues-conflicts-why = Copies gave these fields different values. Both are kept; choose the one that shall stand.
colleagues-conflict = { $thing }: { $field }
colleagues-choose = Choose “{ $value }”
colleagues-by = { $who }, { $when }
colleagues-decided = Decided. Undo takes it back.
colleagues-empty = nothing
colleagues-keep = Keep it
colleagues-delete = Delete it
colleagues-parts = { $number ->
    [one] one part
   *[other] { $number } parts
}

colleagues-field-exists = deleted or kept
colleagues-field-name = name
colleagues-field-kind = kind
colleagues-field-aliases = aliases
colleagues-field-roles = roles
colleagues-field-country = country
colleagues-field-wikidata = Wikidata
colleagues-field-note = note
colleagues-field-title = title
colleagues-field-publisher = outlet
colleagues-field-authors = authors
colleagues-field-published = date
colleagues-field-language = language
colleagues-field-regions = parts of the article
colleagues-field-type = type
colleagues-field-content = content
colleagues-field-cue = cue
colleagues-field-source = source
colleagues-field-mention = kind of mention
colleagues-field-addressee = addressee
colleagues-field-relay = relay
colleagues-field-speakers = speaker
colleagues-field-text = wording
colleagues-field-ruling = decision
colleagues-field-value = value
colleagues-field-same-as = same as
colleagues-field-parent = quote around it

colleagues-column-reviews = Reviews
colleagues-reviews = { $name } reviews what others submitted
colleagues-reviews-why = Reviewers see what others submitted, and begin no article that others have submitted.
colleagues-badge = { $number ->
    [one] 1 conflict
   *[other] { $number } conflicts
}
colleagues-badge-why = Copies gave the same fields different values. Click to decide.
