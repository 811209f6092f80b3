# The article as a page.

page-find-words = Find in the article
page-find-place = { $place } of { $number }
page-find-none = Not found
page-find-close = Close the search

page-choose-quote = Choose a quote first, or select its words and press Q.
page-select-words = Select some words first: drag over them, or hold Shift and use the arrows.
page-select-quote = Select the words of a quote, or click inside quotation marks, then press Q.
page-no-quote = There is no quote in this article yet.
page-quote-deleted = Quote deleted. { $key } brings it back.
page-content-stays = A quote needs some content. Delete takes the whole quote away.
page-cited = Copied with its citation.
page-nothing-to-cite = Select some words or a quote first.

page-menu = What can be done here
page-menu-region = This part of the article is
page-menu-type = The quote is

page-article = { $number ->
    [one] Article text, 1 paragraph
   *[other] Article text, { $number } paragraphs
}
page-not-article = { $number ->
    [one] 1 line that is not the article
   *[other] { $number } lines that are not the article
}
page-fold = fold
page-show = show
page-show-quotes = { $number ->
    [one] show · 1 quote
   *[other] show · { $number } quotes
}
page-fold-lines = Fold { $words }
page-show-lines = Show { $words }
page-via = via { $name }
page-quote-by = Quote by { $who }, { $kind }
page-quote-by-nobody = Quote without a speaker, { $kind }
page-and-claim = , a claim
page-rough = marked by whole words
page-rough-why = This text is written from right to left. Marks and selections are shown by whole words; what is saved is exact.
