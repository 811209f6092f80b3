# Artikel sebagai halaman.

page-find-words = Cari dalam artikel
page-find-place = { $place } dari { $number }
page-find-none = Tidak ditemukan
page-find-close = Tutup pencarian
