# What the model names, as people read it.
words-type-direct = direct
words-type-indirect = indirect
words-type-mixed = mixed
words-type-free-indirect = free indirect
words-type-reported = reported
words-type-unspecified = unspecified
words-role-content = content
words-role-cue = cue
words-role-source = source
words-role-addressee = addressee
words-role-relay = relay
words-mention-name = name
words-mention-noun-phrase = noun phrase
words-mention-pronoun = pronoun
words-mention-clitic = clitic
words-stage-new = New
words-stage-in-progress = Started
words-stage-done = Done
words-stage-submitted = Submitted
words-stage-reviewed = Reviewed
words-label-add-quote = mark a quote
words-label-change-content = change the content
words-label-change-cue = mark the cue
words-label-change-source = mark the source
words-label-change-addressee = mark the addressee
words-label-change-relay = mark the relay
words-label-change-type = change the type
words-label-change-quote = change the quote
words-label-link-speaker = link a speaker
words-label-unlink-speaker = unlink a speaker
words-label-delete-quote = delete the quote
words-label-add-claim = make a claim
words-label-change-claim = change the claim
words-label-delete-claim = delete the claim
words-label-add-speaker = add a speaker
words-label-change-speaker = change the speaker
words-label-delete-speaker = delete the speaker
words-label-merge-speakers = merge speakers
words-label-part-speaker = take speakers apart
words-label-tell-apart = tell speakers apart
words-label-add-annotator = add an annotator
words-label-set-stage = change the article's stage
words-label-change-metadata = change title, date and outlet
words-label-change-regions = change the parts of the article
words-label-import = import
words-label-delete-article = delete the article
words-label-change-setting = change a setting
words-label-add-comment = comment
words-label-change-comment = change the comment
words-label-delete-comment = delete the comment
words-label-resolve-comment = settle the thread
words-label-review = review the quote
words-label-adjudicate = decide
words-label-withdraw-decision = take the decision back
words-label-finish-review = finish the review
words-label-assign = assign articles
words-label-merge = bring in copies
words-label-accept-suggestion = accept a suggestion
words-label-dismiss-suggestion = dismiss a suggestion
words-label-decide-conflict = decide the conflict
words-quotes = { $number ->
    [one] { $number } quote
   *[other] { $number } quotes
}
words-months = January February March April May June July August September October November December
words-months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
words-selected = { $number ->
    [one] { $number } character selected, { $start }–{ $end }
   *[other] { $number } characters selected, { $start }–{ $end }
}
words-words = { $number ->
    [one] { $number } word
   *[other] { $number } words
}
