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
