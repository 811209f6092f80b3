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

start-no-project = Tidak ada proyek yang terbuka
start-no-project-what = Proyek adalah satu berkas berisi artikel, kutipan, dan penutur. Buat satu, buka satu, atau lihat-lihat contohnya.
start-trouble = Proyek ini tidak dapat dibuka
start-no-articles = Belum ada artikel
start-no-articles-what = Masukkan halaman yang disimpan: teks biasa, HTML, atau Markdown, satu per satu atau sefolder. Anda juga bisa menyeretnya ke jendela ini.
start-choose = Pilih artikel
start-choose-what = Pilih satu di antrean, atau lanjut ke yang berikutnya.
start-no-sample = Proyek contoh tidak dapat dibuat: { $error }
start-read-only = Proyek ini hanya dapat dibaca: berkas atau foldernya tidak boleh ditulisi. Tidak ada yang bisa ditandai.
start-busy = Masih ada yang berjalan. Tunggu, atau hentikan di bilah status.
start-job-failed = Pekerjaan berhenti tanpa diduga. Tidak ada yang berubah.
start-importing = Mengimpor
start-exporting = Mengekspor
start-backing-up = Mencadangkan
start-imported = { $what } diimpor
start-imported-articles = { $number } artikel
start-imported-claims = { $number } klaim
start-imported-there = { $number } artikel sudah ada
start-imported-left-out = { $number } hal dilewati
start-exported = { $number } kutipan ditulis ke { $path }.
start-backed-up = { $name } dicadangkan ke { $path }.

start-tour-step = { $step } dari { $of }
start-tour-close = Tutup tur
start-tour-next = Lanjut
start-tour-back = Kembali
start-tour-finish = Mulai
start-tour-quote = Tandai kutipan
start-tour-quote-what = Klik di dalam kutipan lalu tekan { $key }. Atau pilih kata-katanya dahulu: seret di atasnya, atau tahan Shift dan pakai tombol panah.
start-tour-parts = Tandai pengantarnya
start-tour-parts-what = Pilih kata yang mengantarnya, misalnya “said” atau “katanya”, lalu tekan { $cue }; pilih siapa yang disebut, lalu tekan { $source }.
start-tour-speaker = Sebutkan siapa
start-tour-speaker-what = Kutipan terpilih menjadi kartu di panel ini. Tautkan penuturnya dengan mengetik sebagian namanya, atau dengan angka.
start-tour-next-article = Lanjut ke artikel berikutnya
start-tour-next-article-what = Semua artikel menunggu di sini. Yang Anda tandai langsung tersimpan; tidak ada tombol Simpan.
start-tour-all = Temukan yang lain
start-tour-all-what = Setiap perintah, penutur, dan artikel ditemukan dari kolom ini. Apa pun bisa diurungkan.
start-drop-project = Lepaskan untuk membuka proyek
start-drop-files = { $number ->
    [one] Lepaskan untuk mengimpor berkas
   *[other] Lepaskan untuk mengimpor { $number } berkas
}
