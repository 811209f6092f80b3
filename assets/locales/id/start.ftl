# Awal pertama, membuka proyek, berkas, tentang Kutip.

start-version = Versi { $version }
start-about = Anotasi siapa mengatakan apa. Luring, dalam satu berkas.
start-licences = Lisensi
start-licences-what = Kutip di bawah MIT atau Apache-2.0, huruf Literata dan Inter di bawah SIL Open Font License 1.1, ikon Lucide di bawah ISC.

start-annotate-as = Anotasi sebagai
start-annotate-as-why = Semua yang Anda tandai menjadi milik nama ini. Setiap anotator punya lapisannya sendiri.
start-annotate = Anotasi

start-path = Lokasi berkas
start-path-why = Sistem ini tidak punya dialog berkas. Ketik lokasinya, atau seret berkas ke jendela.
start-path-go = Lanjut
start-cancel = Batal

start-dialog-new-project = Proyek baru
start-dialog-open-project = Buka proyek
start-dialog-import-files = Impor artikel
start-dialog-import-folder = Impor folder artikel
start-dialog-export = Ekspor sebagai { $format }
start-dialog-backup = Cadangkan proyek ke
start-dialog-projects = Proyek Kutip
