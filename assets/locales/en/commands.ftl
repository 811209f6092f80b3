# Commands of the window: menu, palette, keys.

commands-menu = Menu
commands-mode-annotate = Annotate
commands-mode-review = Review

commands-group-project = Project
commands-group-edit = Edit
commands-group-quote = Quote
commands-group-article = Article
commands-group-review = Review
commands-group-view = View
commands-group-help = Help

commands-new-project = New project…
commands-open-project = Open project…
commands-open-sample = Open the sample project
commands-import-files = Import articles…
commands-import-folder = Import a folder…
commands-export = Export as { $format }…
commands-backup = Back up to…
commands-change-annotator = Annotate as…
commands-quit = Quit

commands-undo = Undo
commands-undo-what = Undo: { $what }
commands-redo = Redo
commands-redo-what = Redo: { $what }
commands-copy = Copy the selected words
commands-select-all = Select the whole article
commands-find = Find in the article…
commands-find-next = Next hit
commands-find-previous = Previous hit
commands-grow = Grow the selection
commands-shrink = Shrink the selection

commands-mark-quote = Mark a quote
commands-mark-content = Mark as content
commands-mark-cue = Mark as cue
commands-mark-source = Mark as source
commands-mark-addressee = Mark as addressee
commands-mark-relay = Mark as relay
commands-add-piece = Add the selection to the content
commands-link-speaker = Link a speaker…
commands-link-number = Link speaker { $number } of the list
commands-cycle-type = Next type
commands-mark-claim = Make a claim of it
commands-delete-quote = Delete the quote
commands-next-quote = Next quote
commands-previous-quote = Previous quote
commands-next-unresolved = Next quote without speaker

commands-next-article = Next article
commands-previous-article = Previous article
commands-done-and-next = Done, next article
commands-reopen = Take the article up again
commands-edit-metadata = Title, date and outlet…
commands-delete-article = Delete the article
commands-filter-articles = Find articles
commands-label = Selection is { $kind }
commands-label-none = Selection has no role
commands-region-headline = the headline
commands-region-byline = the byline
commands-region-publication-line = the publication line
commands-region-dateline = the dateline
commands-region-caption = a caption
commands-region-credit = a credit
commands-region-body = body text
commands-region-related-link = a related link
commands-region-boilerplate = not the article

commands-switch-mode = Go to { $mode }
commands-toggle-queue = Show or hide the queue
commands-toggle-boilerplate = Show or fold what is not the article
commands-theme-system = Light or dark as the system
commands-theme-light = Light
commands-theme-dark = Dark
commands-zoom-in = Larger
commands-zoom-out = Smaller
commands-zoom-reset = Original size

commands-show-keys = Keys
commands-about = About Kutip

commands-needs-project = Open or make a project first.
commands-needs-writing = This project can only be read.
commands-needs-article = Open an article first.
commands-needs-selection = Select some words first: drag over them, or hold Shift and use the arrows.
commands-needs-quote = Choose a quote first, or select its words and press Q.
commands-nothing-to-undo = Nothing to undo.
commands-nothing-to-redo = Nothing to redo.

commands-with-key = { $what } ({ $key })
commands-toggle-panel = Show or hide the panel
commands-next-area = Next part of the window
commands-previous-area = Previous part of the window
commands-show-palette = Find a command, a speaker or an article…
commands-show-menu = Menu
commands-palette-hint = Search or run a command
commands-palette-nothing = Nothing is called “{ $words }”.
commands-palette-speaker = Speaker
commands-palette-article = Article
commands-article-place = Article { $place } of { $of }
commands-annotating-as = Annotating as { $name }
commands-annotate-as = Annotate as { $name }
commands-another-name = Another name…

commands-open-recent = Open recent
commands-settings = Settings…
commands-keys = Keys
commands-keys-find = Find a key or a command
commands-keys-nothing = No key and no command is called “{ $words }”.
commands-keys-page = On the page
commands-keys-arrows = Arrows, Home, End
commands-keys-arrows-what = Move the caret; with Ctrl by word
commands-keys-shift = Shift + these
commands-keys-shift-what = Select
commands-keys-clicks = 2 or 3 clicks
commands-keys-clicks-what = A word, a sentence
commands-keys-shift-click = Shift + click
commands-keys-shift-click-what = Select up to there
commands-keys-click-again = Click again
commands-keys-click-again-what = The next quote at the same place
commands-keys-escape = Esc
commands-keys-escape-what = Close what is open
commands-keys-numbers = 1 – 9
commands-keys-numbers-what = Link a speaker of the list
commands-show-tour = Take the tour
