# Mode Review: its tabs, commands, cards and messages.

review-tab-decide = Decide
review-tab-single = Single review
review-tab-comments = Comments
review-show = Show { $tab }

review-next = Next to decide
review-previous = Previous to decide
review-take = Take the version of { $who }
review-take-neither = Neither
review-edit = A version of your own
review-accept = Accept the quote
review-reject = Reject the quote…
review-take-agreeing = Take over all that agree
review-next-field = Next field
review-previous-field = Previous field
review-withdraw = Take the decision back
review-finish = Finish the review
review-comment = Comment…
review-comment-article = Comment on the article…
review-settle = Resolve the thread
review-keys-take = 1 – 6
review-keys-take-what = Take the version of this layer

review-field-presence = Quote
review-field-content = Content
review-field-type = Type
review-field-medium = Medium
review-field-cue = Cue
review-field-source = Source
review-field-mention = Kind
review-field-speakers = Speaker
review-field-addressee = Addressee
review-field-addressee-speakers = To whom
review-field-relay = Relay
review-field-relay-speakers = Via
review-field-parent = Inside
review-field-attributes = Attributes
review-field-in-focus = { $field }, in focus

review-differs-presence = only some
review-differs-content = boundary
review-differs-type = type
review-differs-medium = medium
review-differs-cue = cue
review-differs-source = source
review-differs-mention = kind
review-differs-speakers = speaker
review-differs-addressee = addressee
review-differs-addressee-speakers = to whom
review-differs-relay = relay
review-differs-relay-speakers = via
review-differs-parent = nesting
review-differs-attributes = attributes

review-medium-speech = speech
review-medium-thought = thought
review-medium-writing = writing
review-present = has it
review-absent = leaves it out
review-none = none
review-in-quote = in quote { $place }
review-own = own
review-neither = neither
review-gone = a quote that is gone

review-agreed = agreed
review-decided = decided
review-rejected = rejected
review-only = only { $who }
review-from = from { $who }
review-changed-since = changed since
review-taken-over = taken over
review-group-label = Group { $place } of { $of }: { $said }: “{ $words }”

review-layer-compared = Layer { $letter }, { $name }, is compared
review-layer-left-out = { $name } is not compared
review-progress = { $decided } of { $of } decided
review-choose-group = Choose a group first: Tab goes to the next, or click its words.
review-nobody-marked = Nobody marked a quote in this article. The review can be finished all the same.
review-agree-in-everything = { $number ->
    [one] 1 quote agrees in everything
   *[other] { $number } quotes agree in everything
}
review-take-them-over = Take over
review-all-decided = All is decided.
review-needs-two = Deciding needs two layers that are done. Until then nothing is compared.
review-compare-unfinished = Compare unfinished layers too
review-asked-again = Changed since it was decided: only what changed is asked again.
review-take-this = Take over
review-edit-short = Edit
review-neither-short = Neither
review-reject-short = Reject
review-withdraw-short = Take back
review-accept-short = Accept
review-correct-short = Correct
review-comment-short = Comment
review-agreed-taken-over = Agreed and taken over
review-decided-from = Decided, { $from }
review-rejected-plain = Rejected
review-rejected-because = Rejected: { $reason }
review-all-agree = All agree. Take it over, or wait and take all at once.
review-version-label = { $field }, version of { $who }: { $words }

review-why-rejected = Why is it rejected?
review-why-rejected-more = The reason is kept with the decision, for the annotator to read. It may be left out.
review-reason = Reason
review-answer = Answer
review-comment-on-article = Comment on the article
review-comment-on-words = Comment on the words
review-comment-on-quote = Comment on the quote
review-comment-on-claim = Comment on the claim
review-comment-hint = What do you want to say?
review-post = Post
review-pick = { $field } of your own
review-pick-hint = Type to choose
review-pick-nothing = Nothing is called so.
review-new-speaker = New speaker “{ $name }”

review-new-comment = New comment…
review-show-settled = Resolved ({ $number })
review-no-comments = No comments yet. M writes one on the selected words, the open claim, the selected quote, or else on the article.
review-on-article = On the article
review-on-claim = Claim: { $words }
review-claims = { $number ->
    [one] 1 claim
   *[other] { $number } claims
}
review-answer-hint = Answer
review-resolve = Resolve
review-reopen = Take up again

review-no-colleague = Nobody else has worked on this article yet.
review-only-undecided = Undecided { $number }
review-every-speaker = Every speaker
review-every-type = Every type
review-accepted = Accepted
review-corrected = Corrected: the original stays as it is
review-corrected-label = { $field }: { $was }, corrected to { $own }
review-state-open = undecided
review-state-accepted = accepted
review-state-rejected = rejected
review-state-corrected = corrected
review-step-label = Quote to review: { $words }, { $about }

review-came-back = What came back { $number }
review-nothing-came-back = Nothing came back yet. What reviewers decide and say of your work is listed here.
review-quote-gone = a quote that is gone
review-back-label = Came back: { $words }, { $said }, { $about }

review-queue-waiting = Waiting
review-queue-ready = To decide
review-queue-layers = { $done }/{ $of } done

review-counts = { $number ->
    [one] 1 aligned quote, { $open } to decide
   *[other] { $number } aligned quotes, { $open } to decide
}
review-single-counts = { $number ->
    [one] 1 quote, { $open } to review
   *[other] { $number } quotes, { $open } to review
}
review-open-threads = { $number ->
    [one] 1 open thread
   *[other] { $number } open threads
}
review-hint-next = next
review-hint-choose = choose
review-hint-edit = edit
review-hint-neither = neither
review-hint-comment = comment
review-hint-accept = accept
review-hint-reject = reject
review-hint-correct = correct
review-hint-settle = resolve

review-no-groups = There is nothing to compare in this article.
review-has-no-quote = { $who } has no such quote. Take a version of someone who has it, or press X to reject it.
review-no-such-layer = There is no layer { $number }.
review-left-agreeing = { $number ->
    [one] Only 1 quote that agrees is left. { $key } takes it over.
   *[other] Only { $number } quotes that agree are left. { $key } takes them over.
}
review-left-nothing = All is decided. { $key } finishes the review.
review-differs-first = { $number ->
    [one] One field differs: decide it with 1 to 6, or 0 for neither.
   *[other] { $number } fields differ: decide each with 1 to 6, or 0 for neither.
}
review-none-agree = No group is left that agrees.
review-still-open = { $number ->
    [one] 1 quote is still to be decided.
   *[other] { $number } quotes are still to be decided.
}
review-finished-last = The review is finished, and nothing else in the queue is left to decide.
review-nothing-decided = Nothing was decided here that could be taken back.
review-select-first = Select the words of the field “{ $field }” on the page, then press the key again.
review-without = without { $name }
review-only-in-decide = This is for deciding between layers. Here A accepts, X rejects, E corrects.
review-choose-quote = Choose a quote of the colleague first: Tab goes to the next.
review-no-quotes = No quote is left here.
review-no-thread = There is no open thread on what is selected.
review-no-threads = There is no open thread in this article.

review-blind-at-work = This project is blind: you see what others submitted once you have submitted the article yourself.
review-blind-begin = Others have submitted this article, and the project is blind. Annotate it first and submit it, or review it: a reviewer sees what was submitted, and no longer begins articles that others have submitted.
review-blind-review = I review
