# Suggestions: ghosts on the page and in the panel, commands, the list of what
# was missed, a project's own words and its program outside.

suggest-accept = Accept the suggestion
suggest-dismiss = Dismiss the suggestion
suggest-accept-all = Accept all suggestions of the article
suggest-check-missed = Look for missed quotes
suggest-toggle = Suggestions on or off
suggest-blind = Suggestions in this project on or off, for everyone
suggest-words = Words and program for suggestions…
suggest-ask-program = Ask the program for suggestions

suggest-who = who?
suggest-guess = { $name }?
suggest-suggested = Suggested: { $who }
suggest-label = Suggestion, { $kind }, { $who }: { $words } { $key }
suggest-job = Looking for quotes
suggest-none = There is no suggestion in this article.
suggest-accepted =
    { $number ->
        [one] One suggestion accepted.
       *[other] { $number } suggestions accepted.
    }
suggest-now-on = Suggestions are on.
suggest-now-off = Suggestions are off.
suggest-project-on = Suggestions are on again for everyone in this project.
suggest-project-off = Suggestions are off for everyone in this project.
suggest-are-off = Suggestions are off.
suggest-setting = Suggestions
suggest-setting-show = Suggest quotes; Q fills in what the sentence says

suggest-missed = Missed quotes?
suggest-missed-why =
    { $number ->
        [0] Every quotation mark and reporting verb is accounted for.
        [one] One place that no quote covers.
       *[other] { $number } places that no quote covers.
    }
suggest-missed-mark = mark
suggest-missed-pass = no quote
suggest-missed-next = Next article
suggest-missed-close = Close
suggest-missed-marks = quotation marks
suggest-missed-cue = reporting verb

suggest-words-title = Words for suggestions
suggest-words-why = Beside those that Kutip knows, with commas between. They belong to the project.
suggest-words-cues = Reporting verbs
suggest-words-cues-why = before or after the speaker: jelentreh, tweeted
suggest-words-titles = Titles
suggest-words-titles-why = in front of names: kades, councillor
suggest-words-outlets = Outlets
suggest-words-outlets-why = through which words come
suggest-words-names = Words before names
suggest-words-names-why = what follows in marks is a title and no quote: album, jargon
suggest-words-abbreviations = Abbreviations that end no sentence
suggest-program = Program outside
suggest-program-why = Reads an article as a JSON line, writes quotes-jsonl. It runs only when you ask for it.
suggest-seconds = Seconds for one article
suggest-save = Save
suggest-no-program = This project names no program. Menu, Project, Words and program for suggestions.
suggest-asking = Asking { $program }
suggest-outside-found =
    { $number ->
        [0] The program found no quote.
        [one] The program found one quote.
       *[other] The program found { $number } quotes.
    }
