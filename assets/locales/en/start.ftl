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
