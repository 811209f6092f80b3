# Bekerja dengan rekan: orang, pembagian, salinan, dan perbedaan.

colleagues-group = Rekan
colleagues-title = Rekan
colleagues-tab-people = Orang
colleagues-tab-assign = Bagikan tugas
colleagues-tab-share = Kirim salinan
colleagues-tab-conflicts = Perbedaan
colleagues-tab-counted = { $name } ({ $number })

colleagues-show-people = Rekan dan kemajuannya
colleagues-show-assign = Bagikan artikel…
colleagues-show-share = Kirim salinan…
colleagues-show-conflicts = Perbedaan antarsalinan
colleagues-bring-in = Masukkan salinan…
colleagues-submit = Serahkan artikel ini
colleagues-submit-done = Serahkan semua yang selesai

colleagues-nobody = Belum ada anotator di proyek ini. Tambahkan orang dahulu.
colleagues-column-name = Nama
colleagues-column-progress = Kemajuan
colleagues-column-articles = Artikel
colleagues-column-quotes = Kutipan
colleagues-finished-of = { $done } dari { $all } selesai
colleagues-same = { $name } adalah orang yang sama dengan yang lain
colleagues-same-as = { $name } adalah orang yang sama dengan:
colleagues-is = { $one } adalah { $other }
colleagues-same-now = { $one } dan { $other } kini satu orang. Urungkan untuk membatalkannya.
colleagues-new-person = Nama rekan
colleagues-add-person = Tambahkan
colleagues-blind = Anotator tidak melihat kerja yang lain sebelum menyerahkan
colleagues-blind-why = Salinan untuk rekan pun tidak memuat kerja orang lain.
colleagues-guidelines = Pedoman untuk semua

colleagues-assign-to = Siapa yang mendapat artikel
colleagues-assign-person = { $name }, kini punya { $number }
colleagues-each = { $number } anotator untuk setiap artikel
colleagues-each-fewer = Lebih sedikit anotator untuk setiap artikel
colleagues-each-more = Lebih banyak anotator untuk setiap artikel
colleagues-overlap = untuk { $number } % artikel; sisanya satu anotator
colleagues-overlap-less = Kurangi tumpang tindih
colleagues-overlap-more = Tambah tumpang tindih
colleagues-all-articles = Semua artikel
colleagues-chosen-articles = { $number } yang dipilih
colleagues-assigned-articles = Yang sudah dibagikan kepadanya
colleagues-assign = Bagikan
colleagues-assign-why = Merata, dan setiap kali dengan cara yang sama. Yang sudah mengerjakan artikel ikut dihitung.
colleagues-assigned = { $number ->
    [0] Semua sudah mendapat bagiannya
   *[other] { $number } artikel dibagikan
}
colleagues-given = { $name }: { $number }

colleagues-share-with = Untuk siapa salinannya
colleagues-share-nobody = Tidak untuk orang tertentu
colleagues-share-what = Salinan memuat artikel, semua penutur, setelan, dan pedoman. Kirim berkasnya; yang kembali dimasukkan lagi.
colleagues-share-blind = Proyek ini buta: salinan tidak memuat kerja orang lain.
colleagues-share = Kirim salinan…
colleagues-sharing = Menulis salinan
colleagues-shared = Salinan dengan { $number } artikel: { $path }
colleagues-dialog-share = Tulis salinan untuk rekan
colleagues-dialog-bring-in = Masukkan salinan dari rekan

colleagues-bringing-in = Memasukkan
colleagues-nothing-new = Tidak ada yang baru di dalamnya.
colleagues-brought-in = Dimasukkan: { $quotes } kutipan baru, { $changed } berubah, { $articles } artikel baru.
colleagues-namesakes = Ada dua orang bernama { $name }. Jika keduanya satu orang, katakan pada daftar orang.
colleagues-backup = Proyek seperti sebelumnya: { $path }
colleagues-look-alikes = Penutur ini tampak sama: { $names }
colleagues-submitted = { $number } artikel diserahkan
colleagues-nothing-done = Tidak ada yang selesai dan belum diserahkan.

colleagues-no-conflicts = Tidak ada yang perlu diputuskan: salinan yang masuk sejalan dengan proyek ini.
colleagues-conflicts-why = Salinan memberi nilai berbeda pada isian ini. Keduanya disimpan; pilih yang akan berlaku.
colleagues-conflict = { $thing }: { $field }
colleagues-choose = Pilih “{ $value }”
colleagues-by = { $who }, { $when }
colleagues-decided = Diputuskan. Urungkan untuk membatalkannya.
colleagues-empty = kosong
colleagues-keep = Pertahankan
colleagues-delete = Hapus
colleagues-parts = { $number } bagian

colleagues-field-exists = dihapus atau dipertahankan
colleagues-field-name = nama
colleagues-field-kind = jenis
colleagues-field-aliases = nama lain
colleagues-field-roles = jabatan
colleagues-field-country = negara
colleagues-field-wikidata = Wikidata
colleagues-field-note = catatan
colleagues-field-title = judul
colleagues-field-publisher = media
colleagues-field-authors = penulis
colleagues-field-published = tanggal
colleagues-field-language = bahasa
colleagues-field-regions = bagian artikel
colleagues-field-type = tipe
colleagues-field-content = isi
colleagues-field-cue = penanda
colleagues-field-source = sumber
colleagues-field-mention = jenis sebutan
colleagues-field-addressee = lawan bicara
colleagues-field-relay = perantara
colleagues-field-speakers = penutur
colleagues-field-text = perumusan
colleagues-field-ruling = keputusan
colleagues-field-value = nilai
colleagues-field-same-as = sama dengan
colleagues-field-parent = kutipan di sekelilingnya

colleagues-column-reviews = Meninjau
colleagues-reviews = { $name } meninjau apa yang diserahkan orang lain
colleagues-reviews-why = Peninjau melihat apa yang diserahkan orang lain, dan tidak memulai artikel yang sudah diserahkan orang lain.
colleagues-badge = { $number } perbedaan
colleagues-badge-why = Beberapa salinan mengisi bidang yang sama secara berbeda. Klik untuk memutuskan.
