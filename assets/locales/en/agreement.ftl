agreement-tab = Agreement
agreement-title = Agreement
agreement-about = How far annotators agree: on the words they mark, and on what they say of them.
agreement-on = { $number ->
    [one] { $names }, on one article that two or more of them did
   *[other] { $names }, on { $number } articles that two or more of them did
}
agreement-measure = Measure
agreement-again = Measure again
agreement-measuring = Measuring agreement
agreement-stop = Stop measuring
agreement-stale = Something was changed since this was measured.
agreement-too-few = Agreement needs an article that two annotators have done.
agreement-everyone = Everyone
agreement-pair = { $a } and { $b }

agreement-spans = Words marked
agreement-spans-about = Strict: exactly the same words. Overlap: the same quote, one to one.
agreement-agr-about = agr(A‖B): how much of what the first has the second has too; touching is enough.
agreement-only = only { $names }
agreement-as-one = { $names } alike
agreement-labels = Labels
agreement-labels-about = On quotes whose contents overlap, aligned one to one.
agreement-text = On the text
agreement-content = Content
agreement-cue = Cue
agreement-source = Source
agreement-addressee = Addressee
agreement-relay = Relay
agreement-nothing = nothing
agreement-content-of = Content, { $type }
agreement-type = Type
agreement-speaker = Speaker
agreement-no-speaker = no speaker
agreement-strict = strict F1
agreement-overlap = overlap F1
agreement-same = the same
agreement-cohen = Cohen’s κ
agreement-fleiss = Fleiss’ κ
agreement-alpha-token = α by token
agreement-n = n
agreement-no-value = nothing to measure
agreement-value-interval = { $value } (95 % between { $low } and { $high })
agreement-alpha-token-about = Every word, as content, cue, source or none.
agreement-alpha-u-about = Where units begin and end, by squared distance (Krippendorff 2004).
agreement-u-alpha-about = Every stretch of text, gaps among them (2016).
agreement-cu-alpha-about = Only where units of two meet: are they the same kind? (2016)
agreement-gamma-about = Place and type at once, from the best alignment of all (Mathet 2015).
agreement-gamma-precision = γ is known to ±{ $precision }, from { $number } samples of chance.
agreement-measure-gamma = Measure γ too
agreement-gamma-takes = It samples chance, which takes longest.

agreement-mixed = What is mixed up
agreement-mixed-all = All pairs, in both directions.
agreement-mixed-pair = { $a } down the side, { $b } across.
agreement-mixed-of = { $label }, mixed up
agreement-mixed-cell = “{ $a }” against “{ $b }”: { $number }
agreement-mixed-more = { $number ->
    [one] One rarer value is not shown.
   *[other] { $number } rarer values are not shown.
}
agreement-nothing-aligned = No two quotes are aligned.

agreement-time = Over time
agreement-time-about = { $measure }, by the month of the last work on each article.
agreement-time-choose = Choose a number to see how it went.
agreement-time-one = { $measure }: all work is of one month.

agreement-here = Agreement on this article
agreement-cases-here = The cases behind a number are listed here.
agreement-cases = { $number ->
    [one] one case
   *[other] { $number } cases
}
agreement-no-cases = There is nothing that differs.
agreement-list-differing = Not the same
agreement-list-all = All
agreement-agrees = The same
agreement-differs = Differs
agreement-alone = Not everyone has it
agreement-hint-next = next case
