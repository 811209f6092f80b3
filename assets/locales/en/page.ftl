# The article as a page.

page-find-words = Find in the article
page-find-place = { $place } of { $number }
page-find-none = Not found
page-find-close = Close the search
