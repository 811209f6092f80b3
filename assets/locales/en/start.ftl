# First start, opening projects, files, About.

start-version = Version { $version }
start-about = Annotate who said what. Offline, in one file.
start-licences = Licences
start-licences-what = Kutip is under MIT or Apache-2.0, the fonts Literata and Inter under the SIL Open Font License 1.1, the icons of Lucide under ISC.

start-annotate-as = Annotate as
start-annotate-as-why = Everything you mark belongs to this name. Each annotator has a layer of their own.
start-annotate = Annotate

start-path = Path
start-path-why = This system offers no file dialogs. Type the path, or drop files on the window.
start-path-go = Go on
start-cancel = Cancel

start-dialog-new-project = New project
start-dialog-open-project = Open a project
start-dialog-import-files = Import articles
start-dialog-import-folder = Import a folder of articles
start-dialog-export = Export as { $format }
start-dialog-backup = Back up the project to
start-dialog-projects = Kutip project

start-no-project = No project is open
start-no-project-what = A project is one file that holds articles, quotes and speakers. Make one, open one, or look around in the sample.
start-trouble = This project can't be opened
start-no-articles = No articles yet
start-no-articles-what = Bring in saved pages: plain text, HTML or Markdown, single files or whole folders. You can also drop them on this window.
start-choose = Choose an article
start-choose-what = Pick one in the queue, or go to the next.
start-no-sample = The sample project can't be made: { $error }
start-read-only = This project can only be read: its file or folder may not be written. Nothing can be marked.
start-busy = Something is still running. Wait for it, or stop it in the status bar.
start-job-failed = The work stopped unexpectedly. Nothing was changed.
start-importing = Importing
start-exporting = Exporting
start-backing-up = Backing up
start-imported = { $what } imported
start-imported-articles =
    { $number ->
        [one] 1 article
       *[other] { $number } articles
    }
start-imported-claims =
    { $number ->
        [one] 1 claim
       *[other] { $number } claims
    }
start-imported-there =
    { $number ->
        [one] 1 article was here already
       *[other] { $number } articles were here already
    }
start-imported-left-out =
    { $number ->
        [one] 1 thing left out
       *[other] { $number } things left out
    }
start-exported = { $number ->
    [one] 1 quote written to { $path }.
   *[other] { $number } quotes written to { $path }.
}
start-backed-up = { $name } backed up to { $path }.

start-tour-step = { $step } of { $of }
start-tour-close = Close the tour
start-tour-next = Next
start-tour-back = Back
start-tour-finish = Begin
start-tour-quote = Mark a quote
start-tour-quote-what = Click inside the quotation and press { $key }. Or select any words first: drag over them, or hold Shift and use the arrows.
start-tour-parts = Say what introduces it
start-tour-parts-what = Select the words that report it, such as “said” or “katanya”, and press { $cue }; select who is credited, and press { $source }.
start-tour-speaker = Say who it is
start-tour-speaker-what = The selected quote is a card in this panel. Link its speaker by typing a part of the name, or by a number.
start-tour-next-article = Go on to the next article
start-tour-next-article-what = All articles wait here. Everything you mark is saved at once; there is no Save button.
start-tour-all = Find everything else
start-tour-all-what = Every command, speaker and article is found from this field. Whatever you do can be undone.
start-drop-project = Let go to open the project
start-drop-files = { $number ->
    [one] Let go to import the file
   *[other] Let go to import { $number } files
}
