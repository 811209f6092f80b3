# Usulan: bayangan di halaman dan panel, perintah, daftar yang terlewat, kata
# khusus proyek dan program luar.

suggest-accept = Terima usulan
suggest-dismiss = Tolak usulan
suggest-accept-all = Terima semua usulan artikel ini
suggest-check-missed = Cari kutipan yang terlewat
suggest-toggle = Hidupkan atau matikan usulan
suggest-blind = Hidupkan atau matikan usulan di proyek ini, untuk semua orang
suggest-words = Kata dan program untuk usulan…
suggest-ask-program = Minta usulan dari program

suggest-who = siapa?
suggest-guess = { $name }?
suggest-suggested = Usulan: { $who }
suggest-label = Usulan, { $kind }, { $who }: { $words } { $key }
suggest-job = Mencari kutipan
suggest-none = Tidak ada usulan di artikel ini.
suggest-accepted =
    { $number ->
       *[other] { $number } usulan diterima.
    }
suggest-now-on = Usulan dihidupkan.
suggest-now-off = Usulan dimatikan.
suggest-project-on = Usulan dihidupkan lagi untuk semua orang di proyek ini.
suggest-project-off = Usulan dimatikan untuk semua orang di proyek ini.
suggest-are-off = Usulan sedang dimatikan.
suggest-setting = Usulan
suggest-setting-show = Usulkan kutipan; Q mengisi apa yang disebut kalimatnya

suggest-missed = Ada kutipan yang terlewat?
suggest-missed-why =
    { $number ->
        [0] Semua tanda kutip dan kata kerja pelaporan sudah ditangani.
       *[other] { $number } tempat belum termasuk kutipan.
    }
suggest-missed-mark = tandai
suggest-missed-pass = bukan kutipan
suggest-missed-next = Artikel berikutnya
suggest-missed-close = Tutup
suggest-missed-marks = tanda kutip
suggest-missed-cue = kata kerja pelaporan

suggest-words-title = Kata untuk usulan
suggest-words-why = Di samping yang sudah dikenal Kutip, dipisah koma. Kata ini milik proyek.
suggest-words-cues = Kata kerja pelaporan
suggest-words-cues-why = sebelum atau sesudah pembicara: jelentreh, tweeted
suggest-words-titles = Jabatan
suggest-words-titles-why = di depan nama: kades, councillor
suggest-words-outlets = Media
suggest-words-outlets-why = yang meneruskan perkataan
suggest-words-names = Kata sebelum nama
suggest-words-names-why = yang bertanda kutip sesudahnya adalah judul, bukan kutipan: album, jargon
suggest-words-abbreviations = Singkatan yang tidak mengakhiri kalimat
suggest-program = Program luar
suggest-program-why = Membaca artikel sebagai satu baris JSON dan menulis quotes-jsonl. Hanya dijalankan bila diminta.
suggest-seconds = Detik untuk satu artikel
suggest-save = Simpan
suggest-no-program = Proyek ini tidak menyebut program. Menu, Proyek, Kata dan program untuk usulan.
suggest-asking = Meminta { $program }
suggest-outside-found =
    { $number ->
        [0] Program tidak menemukan kutipan.
       *[other] Program menemukan { $number } kutipan.
    }
