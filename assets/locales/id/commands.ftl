# Perintah jendela: menu, palet, tombol.

commands-menu = Menu
commands-mode-annotate = Anotasi
commands-mode-review = Tinjau

commands-group-project = Proyek
commands-group-edit = Sunting
commands-group-quote = Kutipan
commands-group-article = Artikel
commands-group-review = Tinjauan
commands-group-view = Tampilan
commands-group-help = Bantuan

commands-new-project = Proyek baru…
commands-open-project = Buka proyek…
commands-open-sample = Buka proyek contoh
commands-import-files = Impor artikel…
commands-import-folder = Impor folder…
commands-export = Ekspor sebagai { $format }…
commands-backup = Cadangkan ke…
commands-change-annotator = Anotasi sebagai…
commands-quit = Keluar

commands-undo = Urungkan
commands-undo-what = Urungkan: { $what }
commands-redo = Ulangi
commands-redo-what = Ulangi: { $what }
commands-copy = Salin kata yang dipilih
commands-select-all = Pilih seluruh artikel
commands-find = Cari dalam artikel…
commands-find-next = Temuan berikutnya
commands-find-previous = Temuan sebelumnya
commands-grow = Perluas pilihan
commands-shrink = Persempit pilihan

commands-mark-quote = Tandai kutipan
commands-mark-content = Tandai sebagai isi
commands-mark-cue = Tandai sebagai penanda
commands-mark-source = Tandai sebagai sumber
commands-mark-addressee = Tandai sebagai lawan bicara
commands-mark-relay = Tandai sebagai perantara
commands-add-piece = Tambahkan pilihan ke isi
commands-link-speaker = Tautkan penutur…
commands-link-number = Tautkan penutur { $number } dari daftar
commands-cycle-type = Jenis berikutnya
commands-mark-claim = Jadikan klaim
commands-delete-quote = Hapus kutipan
commands-next-quote = Kutipan berikutnya
commands-previous-quote = Kutipan sebelumnya
commands-next-unresolved = Kutipan berikutnya tanpa penutur

commands-next-article = Artikel berikutnya
commands-previous-article = Artikel sebelumnya
commands-done-and-next = Selesai, artikel berikutnya
commands-reopen = Kerjakan lagi artikel ini
commands-edit-metadata = Judul, tanggal, dan media…
commands-delete-article = Hapus artikel
commands-filter-articles = Cari artikel
commands-label = Pilihan adalah { $kind }
commands-label-none = Pilihan tidak berperan
commands-region-headline = judul berita
commands-region-byline = nama penulis
commands-region-publication-line = baris penerbitan
commands-region-dateline = tempat dan tanggal berita
commands-region-caption = keterangan gambar
commands-region-credit = kredit gambar
commands-region-body = isi berita
commands-region-related-link = tautan terkait
commands-region-boilerplate = bukan bagian artikel

commands-switch-mode = Buka { $mode }
commands-toggle-queue = Tampilkan atau sembunyikan antrean
commands-toggle-boilerplate = Buka atau lipat yang bukan artikel
commands-theme-system = Terang atau gelap mengikuti sistem
commands-theme-light = Terang
commands-theme-dark = Gelap
commands-zoom-in = Perbesar
commands-zoom-out = Perkecil
commands-zoom-reset = Ukuran semula

commands-show-keys = Tombol
commands-about = Tentang Kutip

commands-needs-project = Buka atau buat proyek dahulu.
commands-needs-writing = Proyek ini hanya dapat dibaca.
commands-needs-article = Buka artikel dahulu.
commands-needs-selection = Pilih kata dahulu: seret di atasnya, atau tahan Shift dan pakai tombol panah.
commands-needs-quote = Pilih kutipan dahulu, atau pilih katanya lalu tekan Q.
commands-nothing-to-undo = Tidak ada yang bisa diurungkan.
commands-nothing-to-redo = Tidak ada yang bisa diulangi.

commands-with-key = { $what } ({ $key })
commands-toggle-panel = Tampilkan atau sembunyikan panel
commands-next-area = Bagian jendela berikutnya
commands-previous-area = Bagian jendela sebelumnya
commands-show-palette = Cari perintah, penutur, atau artikel…
commands-show-menu = Menu
commands-palette-hint = Cari atau jalankan perintah
commands-palette-nothing = Tidak ada yang bernama “{ $words }”.
commands-palette-speaker = Penutur
commands-palette-article = Artikel
commands-article-place = Artikel { $place } dari { $of }
commands-annotating-as = Anotasi sebagai { $name }
commands-annotate-as = Anotasi sebagai { $name }
commands-another-name = Nama lain…

commands-open-recent = Buka yang terakhir
commands-settings = Setelan…
commands-keys = Tombol
commands-keys-find = Cari tombol atau perintah
commands-keys-nothing = Tidak ada tombol atau perintah bernama “{ $words }”.
commands-keys-page = Di halaman
commands-keys-arrows = Panah, Home, End
commands-keys-arrows-what = Memindahkan kursor; dengan Ctrl per kata
commands-keys-shift = Shift + itu
commands-keys-shift-what = Memilih
commands-keys-clicks = 2 atau 3 klik
commands-keys-clicks-what = Satu kata, satu kalimat
commands-keys-shift-click = Shift + klik
commands-keys-shift-click-what = Memilih sampai di sana
commands-keys-click-again = Klik lagi
commands-keys-click-again-what = Kutipan berikutnya di tempat yang sama
commands-keys-escape = Esc
commands-keys-escape-what = Menutup yang terbuka
commands-keys-numbers = 1 – 9
commands-keys-numbers-what = Menautkan penutur dari daftar
commands-show-tour = Ikuti tur
