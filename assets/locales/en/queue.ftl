# The list of articles, and what is done with one or several of them.
queue-find = Find articles and words
queue-clear = Clear the search
queue-clear-words = Clear the words
queue-list = Articles
queue-all = All { $number }
queue-empty = No articles yet.
queue-empty-drop = Or drop files on the window.
queue-searching = Searching…
queue-none-filtered = No article passes the filter.
queue-none-found = No article has “{ $words }”.
queue-show-all = Show all
queue-open = Open
queue-chosen = { $number ->
    [one] { $number } article chosen
   *[other] { $number } articles chosen
}
queue-choose-none = Choose none
queue-done = Done
queue-reopen = Reopen
queue-metadata = Edit…
queue-more = More
queue-export = Export
queue-filter = Filter and sort
queue-filter-remove = No longer only { $name }
queue-sort = Sort by
queue-sort-project = Order in the project
queue-sort-published = Date
queue-sort-title = Title
queue-sort-outlet = Outlet
queue-sort-quotes = Number of quotes
queue-sort-changed = Last change
queue-outlet = Outlet
queue-language = Language
queue-annotator = Assigned to
queue-nobody = nobody
queue-no-details = no outlet or date
queue-unknown = not known
queue-select-first = Select the words first, then say what they are.
queue-is-last = This is the last article of the queue.
queue-is-first = This is the first article of the queue.
queue-none-open = Every other article in the list is done.
queue-done-last = Done. This was the last article of the queue.
queue-changing = Changing articles
queue-changed = { $number ->
    [one] { $number } article changed. Undo takes it back.
   *[other] { $number } articles changed. Undo takes it back.
}
queue-deleted = { $number ->
    [one] Article deleted with everything on it. Ctrl Z brings it back.
   *[other] { $number } articles deleted with everything on them. Ctrl Z brings them back.
}
queue-metadata-title = Title, date and outlet
queue-metadata-several = Of { $number } articles. What you type replaces it in all of them; the rest stays.
queue-metadata-mixed = different values
queue-metadata-bad-date = “{ $words }” is no date. Write 2019-04-25, or 2019-04-25T12:17:00+07:00 with the time.
queue-metadata-save = Save
queue-metadata-cancel = Cancel
queue-field-title = Title
queue-field-outlet = Outlet
queue-field-authors = Authors
queue-field-published = Published
queue-field-language = Language
queue-field-address = Address
queue-field-section = Section
queue-hint-authors = separated by ;
