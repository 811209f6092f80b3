# Apa yang salah, dan apa yang bisa dilakukan: proyek, suntingan, berkas, rekaman.

errors-stopped = Dihentikan sebelum selesai. Tidak ada yang berubah.
errors-no-person = Tidak ada yang bernama “{ $name }” di sana. Tulis nama seperti dalam daftar anotator.
errors-no-article = Tidak ada artikel { $id } dalam proyek ini.
errors-nothing-to-share = Tidak ada yang dibagikan: pilih sedikitnya satu artikel.
errors-unknown-format = Tidak ada format bernama “{ $name }”.
errors-sample = Proyek contoh tidak seperti semestinya: { $problem }

errors-store-missing = Tidak ada proyek di { $path }. Mungkin sudah dipindah, diganti nama, atau dihapus; buka di tempatnya sekarang.
errors-store-exists = { $path } sudah ada. Pilih nama lain, atau buka.
errors-store-folder = { $path } adalah folder. Sebut berkas di dalamnya, misalnya { $file }.
errors-store-no-project = { $path } bukan proyek Kutip. Artikel dimasukkan dengan Impor.
errors-store-empty = { $path } bukan proyek Kutip: berkasnya kosong.
errors-store-other-database = { $path } bukan proyek Kutip, melainkan basis data program lain.
errors-store-newer = { $path } ditulis oleh Kutip yang lebih baru (format { $found }; yang ini mengenal sampai { $known }). Buka dengan versi itu atau yang lebih baru.
errors-store-read-only = { $path } hanya dapat dibaca. Izinkan berkas dan foldernya ditulisi, atau kerjakan salinannya.
errors-store-locked = Program lain sedang menulis ke { $path }. Tidak ada yang berubah. Tunggu sampai selesai, lalu coba lagi.
errors-store-damaged = { $path } rusak ({ $detail }). Lanjutkan dari cadangan; “kutip check” menyebutkan yang salah.
errors-store-disk-full = Disk penuh. Suntingan terakhir tidak tersimpan ke { $path }; kosongkan ruang lalu ulangi.
errors-store-gone = { $path } dihapus, dipindah, atau diganti selagi terbuka. Suntingan terakhir tidak tersimpan; kembalikan berkasnya, atau simpan salinannya di tempat lain.
errors-store-io = { $path } tidak dapat dibaca atau ditulis: { $detail }.
errors-store-changed-elsewhere = Ini sudah diubah di jendela lain atau lewat baris perintah. Lihat lagi, lalu ulangi suntingannya.
errors-store-in-use = Ini masih dipakai: kutipan, klaim, atau entri lain merujuk padanya. Lepaskan dahulu di sana.
errors-store-content = Proyek ini berisi sesuatu yang tidak dapat dibaca program ini: { $detail }.
errors-store-sql = Basis data menolak: { $detail }.

errors-copy-refused =
    { $path } tidak dimasukkan: { $first }{ $more ->
        [0] .
       *[other] {" "}(dan { $more } hal lain).
    } Tidak ada yang berubah. Mintalah salinan lain; “kutip check” menyebutkan yang salah di dalamnya.
errors-copy-story = { $path } tidak dimasukkan: riwayat suntingan { $edit } pada { $thing } berbeda dengan proyek ini. Salah satunya diubah dengan cara lain, bukan oleh Kutip. Tidak ada yang berubah.
errors-copy-text = { $path } tidak dimasukkan: teks artikel { $article } di dalamnya berbeda dengan yang di sini, padahal teks tidak pernah berubah. Tidak ada yang berubah.
errors-copy-own = { $path } adalah proyek ini sendiri. Pilih salinan milik rekan.

errors-assign-names = Sebut setiap anotator satu kali.
errors-assign-each = Setiap artikel perlu satu anotator atau lebih, dan tidak lebih dari yang ada.
errors-assign-overlap = Tumpang tindih adalah bagian dari semua artikel, dari 0 sampai 100 persen.

errors-not-written = { $path } tidak dapat ditulis: { $problem }.
errors-file-is-folder = itu folder
errors-file-protected = berkasnya dilindungi dari penulisan
errors-file-no-folder = tidak ada folder { $folder }

errors-outside-start = Program “{ $program }” tidak dapat dijalankan: { $detail }.
errors-outside-failed = Program “{ $program }” gagal: { $detail }
errors-outside-slow = Program “{ $program }” dihentikan: lebih dari { $seconds } detik untuk satu artikel.
errors-outside-line = Tulisan “{ $program }” tidak dapat diterima: { $refusal }

errors-edit-no-article = Tidak ada artikel yang terbuka.
errors-edit-no-comment = Komentar itu tidak ada lagi dalam artikel ini.
errors-edit-no-decision = Keputusan itu tidak ada lagi dalam artikel ini.
errors-edit-no-conflict = Ini sudah diputuskan, atau tidak pernah ada.
errors-edit-nothing-to-decide = Yang berbeda antara salinan itu tidak ada lagi.
errors-edit-empty-comment = Tulis sesuatu dahulu.
errors-edit-own-quote = Ini kutipan Anda sendiri. Ubah saja, tidak perlu ditinjau.
errors-edit-empty-group = Tidak ada kutipan untuk diputuskan.
errors-edit-needs-value = Setiap kutipan punya isi dan jenis: ambil salah satunya, atau tolak kutipannya.
errors-edit-no-annotator = Sebutkan dahulu siapa yang menganotasi.
errors-edit-no-quote = Kutipan itu tidak ada lagi dalam artikel ini.
errors-edit-no-claim = Klaim itu tidak ada lagi dalam artikel ini.
errors-edit-no-speaker = Penutur itu tidak ada lagi dalam daftar.
errors-edit-not-yours = Ini milik anotator lain. Anda tidak dapat mengubahnya, hanya meninjaunya.
errors-edit-seen-by-reviewer = Anda meninjau proyek buta ini, dan orang lain sudah menyerahkan artikel ini. Untuk menganotasinya juga, mintalah agar artikel ini ditugaskan kepada Anda.
errors-edit-empty-selection = Pilih beberapa kata dahulu.
errors-edit-outside-text = Pilihan melewati akhir artikel.
errors-edit-own-parent = Kutipan tidak dapat berada di dalam dirinya sendiri.
errors-edit-claim-exists = Kutipan ini sudah punya klaim.
errors-edit-no-name = Penutur perlu nama.
errors-edit-no-annotator-name = Anotator perlu nama.
errors-edit-annotator-exists = Sudah ada anotator bernama { $name }.
errors-edit-role-has-no-speaker = Isi dan penanda tidak merujuk pada siapa pun; tautkan sumber, lawan bicara, atau perantara.
errors-edit-bad-region = Ada bagian artikel yang berada di luar teks atau memotong bagian lain.
errors-edit-bad-date = “{ $given }” bukan tanggal seperti 2019-04-25 atau waktu seperti 2019-04-25T12:17:00+07:00.

errors-import-missing = tidak ada berkas itu
errors-import-empty-folder = tidak ada artikel dalam folder ini: tidak ada teks, HTML, Markdown, atau baris JSON
errors-import-no-records = tidak ada rekaman dalam berkas ini
errors-import-unreadable = tidak dapat dibaca: { $detail }
errors-import-cut = baris { $line }: berkas tidak dapat dibaca lebih jauh: { $detail }.

errors-page-empty = berkasnya kosong; lewati, atau simpan lagi halamannya
errors-page-only-white-space = berkasnya hanya berisi spasi; lewati, atau simpan lagi halamannya
errors-page-no-visible-text = tidak ada teks yang terlihat di halaman ini; buka di peramban dan simpan teksnya
errors-page-binary = ini berkas biner, bukan teks; simpan artikelnya sebagai teks biasa, HTML, atau Markdown
errors-page-too-large = berkas ini { $size } bita, sedangkan batasnya { $limit } MiB; pecah menjadi satu berkas per artikel
errors-page-pdf = ini dokumen PDF, bukan teks; buka, lalu simpan atau salin teksnya sebagai teks biasa
errors-page-zip = ini arsip ZIP atau dokumen perkantoran, bukan teks; bongkar dahulu, atau impor arsipnya langsung
errors-page-archive = ini arsip { $name }, bukan teks; bongkar dahulu, atau impor arsipnya langsung
errors-page-old-office = ini dokumen perkantoran format lama, bukan teks; buka, lalu simpan atau salin teksnya sebagai teks biasa
errors-page-rich-text = ini dokumen RTF, bukan teks; buka, lalu simpan atau salin teksnya sebagai teks biasa
errors-page-picture = ini gambar { $name }, bukan teks; hanya teks artikel yang dapat diimpor
errors-page-database = ini basis data SQLite, bukan teks; buka proyek lewat Berkas › Buka, atau masukkan sebagai salinan
errors-page-program = ini program, bukan teks; hanya teks artikel yang dapat diimpor
errors-page-web-archive = ini arsip web Safari, bukan teks; simpan halamannya sebagai HTML

errors-warning-decoded = Berkas ini bukan UTF-8 dan dibaca sebagai { $encoding }; periksa huruf beraksen, tanda pisah, dan tanda kutip.
errors-warning-replaced = { $number } tempat tidak dapat dibaca dan tampil sebagai “�”; simpan lagi halamannya sebagai UTF-8 jika itu penting.
errors-warning-cut = Halaman berakhir di tengah, seolah unduhannya terputus; yang ada sudah dibaca. Simpan lagi jika bagian akhirnya hilang.
errors-warning-deep = Elemen halaman bersarang { $number } tingkat; bagian-bagiannya dikenali dengan kaidah teks biasa. Periksa bagian artikelnya.
errors-warning-large = Halaman ini punya { $number } elemen; bagian-bagiannya dikenali dengan kaidah teks biasa. Periksa bagian artikelnya.
errors-warning-not-readable = Markup halaman tidak menunjukkan letak artikelnya; kaidah teks biasa yang dipakai. Periksa bagian artikelnya.
errors-warning-no-article = Tidak ada artikel yang menonjol di halaman ini; semuanya disimpan sebagai isi berita. Periksa bagian artikelnya.
errors-warning-front-matter = Bagian pembuka (front matter) tidak dapat dibaca dan disimpan sebagai bukan artikel; periksa judul, tanggal, dan penulisnya.

errors-export-write = Ekspor tidak dapat ditulis: { $detail }.
errors-export-damage = Artikel { $article } (“{ $title }”), { $place }: { $problem }. Tidak ada yang diperbaiki.

errors-record = { $place }: { $problem }.
errors-step-file = berkas ini
errors-step-line = baris { $number }
errors-step-item = { $part } { $number }
errors-step-named = { $part } { $id }
errors-step-region = bagian { $kind } { $start }–{ $end }
errors-step-role = { $role } { $start }–{ $end }
errors-step-span = rentang { $start }–{ $end }
errors-step-at = { $start }–{ $end }
errors-step-byte = bita { $number }
errors-step-column = kolom { $number }
errors-part-layer = lapisan
errors-part-region = bagian
errors-part-quote = kutipan
errors-part-claim = klaim
errors-part-comment = komentar
errors-part-decision = keputusan

errors-record-not-utf8 = ini bukan UTF-8; simpan berkasnya sebagai UTF-8 lalu impor lagi
errors-record-no-record = satu baris harus satu rekaman dalam kurung kurawal, seperti {"{"}"text": "…"{"}"}
errors-record-not-json = ini bukan rekaman: { $detail }
errors-record-neither = tidak ada `text`, yang membuat artikel, maupun `article`, yang membuat kutipan dari artikel
errors-record-no-quote = ini artikel, padahal yang diminta kutipan
errors-record-no-reference = `article` tidak punya id, external_id, atau sha256 untuk menemukannya
errors-record-nul = `text` berisi karakter NUL, yang tidak ada dalam artikel mana pun; buang lalu impor lagi
errors-record-empty-text = `text` kosong
errors-record-missing = `{ $field }` tidak ada
errors-record-no-annotator = tidak ada anotator yang disebut; tambahkan `annotator`, atau sebutkan milik siapa kutipan ini
errors-record-nameless-speaker = ada penutur tanpa nama dan tanpa id
errors-record-unknown-name = `{ $field }` adalah “{ $given }”; yang dikenal: { $allowed }
errors-record-bad-time = `{ $field }` adalah “{ $given }”, bukan waktu dengan zonanya seperti 2019-04-25T05:17:00Z
errors-record-bad-date = `{ $field }` adalah “{ $given }”, bukan tanggal seperti 2019-04-25 atau waktu seperti 2019-04-25T12:17:00+07:00
errors-record-empty-span = akhirnya harus sesudah awalnya
errors-record-outside-text = artikel berakhir di { $length }
errors-record-words = di sana artikel berbunyi “{ $there }”, sedangkan rekaman menyebut “{ $given }”
errors-record-overlap = tumpang tindih dengan { $start }–{ $end }
errors-record-loose-claim = klaim perlu kutipan atau rentangnya sendiri
errors-record-other-text = proyek punya artikel { $id } dengan teks lain; teks tidak pernah berubah, jadi beri yang ini id sendiri
errors-record-unknown-article = artikelnya tidak ada dalam proyek; impor artikelnya dahulu
errors-record-id-taken = id-nya milik sesuatu pada artikel lain; buang id itu lalu impor lagi
errors-record-differs = dalam proyek kata-katanya atau anotatornya lain; yang di sana dibiarkan
errors-record-unknown-parent = kutipan induk “{ $id }” tidak ada dalam artikel ini; yang ini masuk tanpa induk
errors-record-circular-parent = kutipan induk “{ $id }” berada di dalamnya; yang ini masuk tanpa induk
errors-record-unknown-quote = kutipannya “{ $id }” tidak ada dalam artikel ini; klaim masuk pada rentangnya saja
errors-record-nowhere = kutipannya “{ $id }” tidak ada dalam artikel ini, dan klaim ini tidak punya rentang sendiri
errors-record-quote-has-claim = kutipannya sudah punya klaim lain
errors-record-unnamed-speaker = penutur “{ $id }” tidak ada dalam daftar dan tidak punya nama di sini; yang ini masuk tanpa penutur itu
errors-record-unknown-speaker = penutur { $id } tidak ada dalam daftar
errors-record-unknown-annotator = anotator { $id } tidak ada dalam proyek
