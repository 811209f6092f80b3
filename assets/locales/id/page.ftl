# Artikel sebagai halaman.

page-find-words = Cari dalam artikel
page-find-place = { $place } dari { $number }
page-find-none = Tidak ditemukan
page-find-close = Tutup pencarian

page-choose-quote = Pilih kutipan dahulu, atau pilih kata-katanya lalu tekan Q.
page-select-words = Pilih beberapa kata dahulu: seret di atasnya, atau tahan Shift dan gunakan tombol panah.
page-select-quote = Pilih kata-kata kutipan, atau klik di dalam tanda kutip, lalu tekan Q.
page-no-quote = Belum ada kutipan dalam artikel ini.
page-quote-deleted = Kutipan dihapus. { $key } mengembalikannya.
page-content-stays = Kutipan harus punya isi. Delete menghapus seluruh kutipan.
page-cited = Disalin beserta sitasinya.
page-nothing-to-cite = Pilih beberapa kata atau sebuah kutipan dahulu.

page-menu = Yang dapat dilakukan di sini
page-menu-region = Bagian artikel ini adalah
page-menu-type = Jenis kutipan ini

page-article = Teks artikel, { $number } paragraf
page-not-article = { $number } baris yang bukan artikel
page-fold = lipat
page-show = buka
page-show-quotes = buka · { $number } kutipan
page-fold-lines = Lipat { $words }
page-show-lines = Buka { $words }
page-via = lewat { $name }
page-quote-by = Kutipan { $who }, { $kind }
page-quote-by-nobody = Kutipan tanpa penutur, { $kind }
page-and-claim = , klaim
page-rough = ditandai per kata
page-rough-why = Teks ini ditulis dari kanan ke kiri. Tanda dan pilihan ditampilkan per kata; yang disimpan tetap tepat.
