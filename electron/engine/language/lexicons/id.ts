// Indonesian, as people type it to their agents: baku and chat spelling (nggak, udah, yg), close enough for Malay.
import type { Lexicon } from '../lexicon.ts';
import { phrases } from '../phrases.ts';

export const id: Lexicon = {
  code: 'id',
  script: 'Latin',
  spaces: true,
  stemmer: null,
  endings: ['kannya', 'annya', 'kanlah', 'kan', 'nya', 'lah', 'kah', 'pun', 'an'],
  beginnings: ['memper', 'diper', 'meng', 'meny', 'peng', 'mem', 'men', 'ber', 'ter', 'per', 'di', 'me'],
  functionWords:
    'yang yg dan atau tapi tetapi namun melainkan sedangkan karena krn sebab supaya agar kalau kalo klo jika bila apabila ketika saat sambil sejak hingga sampai sampe untuk utk buat dari dr ke di pada dengan dgn tanpa oleh tentang terhadap antara dalam dlm luar atas bawah depan belakang sebelum setelah sesudah selama menurut seperti kayak sebagai bagi demi lewat melalui per saya sy aku gue gw gua kamu kmu kau anda lu lo dia ia kita kami kalian mereka ini itu tersebut tsb begini begitu gini gitu sini situ sana apa siapa kapan mana dimana kemana bagaimana gimana kenapa mengapa berapa adalah ialah merupakan bukan tidak tdk tak nggak ngga gak ga enggak gk jangan jgn belum blm sudah sdh udah udh telah sedang lagi lg akan bakal mau bisa dapat boleh harus hrs mesti perlu wajib ada adanya punya semua seluruh setiap tiap para beberapa banyak sedikit lebih paling sangat sekali banget terlalu agak cukup hanya cuma cuman saja aja doang juga jg pun masih selalu pernah sering jarang kadang mungkin memang emang ya iya yah dong deh sih kok nih tuh kan lah toh kah silakan tolong mohon terima kasih makasih sama satu sebuah suatu seorang lain lainnya sendiri jadi maka lalu kemudian terus trus trs habis dulu nanti ntar tadi kemarin besok sekarang skrg bahwa soal pake pakai kasih bikin biar meski meskipun walaupun padahal malah justru soalnya',
  emptyWords:
    'bapak ibu hal barang cara kali waktu tempat bagian sisa makasih terima kasih tolong mohon maaf halo hai oke ok baik bagus buruk benar betul salah pasti tentu jelas lagi selalu umum biasa biasanya pakai pake gunakan menggunakan digunakan memakai dipakai lakukan melakukan dilakukan buat bikin membuat dibuat taruh simpan disimpan beri kasih memberi ambil mengambil datang pergi jalan pegang biarkan dapat mau ingin suka sukai lebih ingat mengingat lupa lupakan tahu tau pikir mikir rasa bilang kata katakan tulis menulis ditulis lihat liat tunjukkan coba cari temukan sebut disebut namanya ganti mengganti diganti pindah berpindah ubah diubah berhenti hindari baru terbaru putuskan diputuskan sepakat pengingat aturan catatan kembali langsung satu-satunya',
  cues: {
    always: phrases(`
      selalu|slalu|sll|setiap kali|tiap kali|setiap saat|kapan pun|kapanpun|setiap ada|secara default
      defaultnya|by default|sebagai aturan|pada umumnya|umumnya|secara umum|biasanya|pada dasarnya
      seperti biasa|konsisten|secara konsisten|di mana pun|dimanapun|di semua|tanpa kecuali|tanpa terkecuali
      tanpa pengecualian|dalam semua kasus|dalam setiap|terus menerus|aturannya|aturannya adalah|aturan:
      aturan baku|berlaku untuk semua|berlaku selalu|sekali untuk selamanya|^semua|^setiap|^tiap|^seluruh
      semua ... harus|setiap ... harus|tiap ... harus|setiap ... wajib|semua ... wajib|apa pun yang terjadi
    `),
    never: phrases(`
      jangan pernah|jgn pernah|tidak pernah|nggak pernah|gak pernah|ga pernah|tdk pernah
      tidak boleh sama sekali|sama sekali tidak|sama sekali jangan|jangan sekali-kali|jangan sampai|jgn sampe
      sekali-kali jangan|dalam keadaan apa pun|dalam kondisi apa pun|apa pun alasannya jangan
      tidak akan pernah|pantang|haram|never
    `),
    fromNowOn: phrases(`
      mulai sekarang|mulai skrg|mulai hari ini|mulai besok|mulai minggu ini|mulai bulan ini|mulai senin
      mulai saat ini|mulai detik ini|dari sekarang|dari skrg|sejak sekarang|ke depannya|kedepannya|ke depan
      selanjutnya|untuk selanjutnya|seterusnya|lain kali|next time|kali berikutnya|berikutnya|di masa depan
      di masa mendatang|di kemudian hari|untuk ke depannya|mulai nanti|dari hari ini|dan seterusnya
    `),
    remember: phrases(`
      ingat|inget|ingat ya|inget ya|ingatlah|ingat bahwa|tolong ingat|^ingat|^inget|diingat|harap diingat
      perlu diingat|ingat-ingat|jangan lupa|jgn lupa|jangan lupakan|jangan sampai lupa|catat|catat ya
      catat bahwa|tolong catat|dicatat|catatan:|note:|camkan|perhatikan|perhatikan bahwa|harap perhatikan
      perlu diperhatikan|hafalkan|simpan di memori|simpan ke memori|masukkan ke memori|simpan ini|sekadar info
      sekedar info|buat info|untuk info|info aja|fyi|asal tahu|biar tahu|biar tau|biar kamu tahu
      supaya kamu tahu|kamu perlu tahu|kamu harus tahu|perlu kamu tahu|pengingat|pengingat:|mengingatkan
      saya ingatkan|untuk referensi|penting:|nb
    `),
    must: phrases(`
      harus|hrs|mesti|musti|wajib|diwajibkan|diharuskan|harus ada|harus pakai|sebaiknya|seharusnya|semestinya
      perlu|diperlukan|dibutuhkan|butuh|syaratnya|syarat|tidak boleh|nggak boleh|gak boleh|ga boleh
      hanya boleh|cuma boleh|harap|ditaruh di|disimpan di|diletakkan di|masuk ke|ditulis dalam|ditulis pakai
      ditulis dengan|dikirim ke|dinamai|diberi nama|diawali|diakhiri|dimulai dengan|keharusan|kewajiban
      minimal harus|termasuk dalam
    `),
    prefer: phrases(`
      lebih suka|lebih seneng|lebih senang|saya suka|aku suka|gue suka|gw suka|suka yang|tidak suka|nggak suka
      gak suka|ga suka|kurang suka|benci|saya benci|sebel|sebal kalau|gak tahan|males lihat|malas baca
      saya ingin|saya mau|aku mau|gue mau|gw mau|pengen|kepengen|saya pengen|tidak mau|nggak mau|gak mau
      ga mau|saya lebih|aku lebih|lebih baik|mending|mendingan|lebih enak|lebih nyaman|lebih gampang buat saya
      selera saya|selera gue|favorit|cocok buat saya|preferensi|prefer|saya berharap|lebih memilih|pilih yang
    `),
    custom: phrases(`
      kami pakai|kami pake|kita pakai|kita pake|kami menggunakan|kita menggunakan|kami tidak pakai
      kita gak pakai|kita nggak pakai|kami hanya|kita cuma|kami selalu|kita selalu|kami tidak|kami menyebut
      kita nyebut|kita sebut|kami tulis|kita tulis|kami simpan|kita simpan|kami kirim|kita kirim|kami bayar
      kami pesan|kita pesan|kami beli|kami biasa|kita biasa|kami punya|kita kerja|di tempat kami
      di tempat kita|di sini kami|di sini kita|di kantor|di kantor kami|di toko|di toko kami|di bengkel
      di klinik|di tim|di tim kami|tim kami|tim kita|di perusahaan|saya pakai|saya hanya pakai|saya selalu
      gue pake|gw pake|aku pakai|konvensi kami|konvensinya|gaya kami|aturan kami|aturan kita|kebijakan kami
      kebijakannya|standar kami|standarnya|kebiasaan kami|kebiasaan di sini|di proyek ini|di project ini
      di repo ini|proyek ini pakai|sudah disepakati|disepakati|kami sepakat|kita sepakat|sudah sepakat
      kami putuskan|kita putuskan|diputuskan|sudah diputuskan|keputusan:|saya putuskan
    `),
    forbid: phrases(`
      jangan|jgn|jangan pakai|jangan pake|jangan gunakan|jangan tulis|jangan sentuh|jangan ubah|jangan hapus
      jangan kirim|jangan tambah|jangan taruh|tidak boleh|nggak boleh|gak boleh|ga boleh|gaboleh|tdk boleh
      dilarang|terlarang|larangan|hindari|hindarkan|berhenti|stop|setop|hentikan|sudahi|cukup sudah|tidak usah
      nggak usah|gak usah|ga usah|gausah|tak usah|tidak perlu|nggak perlu|gak perlu|ga perlu|tanpa|tidak ada
      tidak mau|tidak diizinkan|tidak diperbolehkan|tidak dibolehkan|pantang|haram|tinggalkan|buang|biarkan
      jauhi|no|^jangan|^jgn|^tidak|^tanpa|^stop|^hindari|, jangan|, bukan|dan jangan
    `),
    please: phrases(`
      tolong|tlg|mohon|harap|silakan|silahkan|minta tolong|pastikan|pastiin|usahakan|^pakai|^pake|^gunakan
      ^tulis|^simpan|^taruh|^letakkan|^beri nama|^sebut|^jawab|^tanya|^tanyakan|^bulatkan|^urutkan|^commit
      ^tunggu|^cek dulu|^jalankan ... dulu|^mulai dengan|^akhiri|^pilih|^kutip|^format|^cantumkan|^sebutkan
      ^biasakan|^tetap|^patuhi|^ikuti|bisakah kamu selalu|kamu harus|saya minta|saya harap kamu|pls|please|ya$
    `),
    only: phrases(`
      hanya|cuma|cuman|saja|aja|doang|cukup|persis|tepat|kecuali|pengecualian|selain|kecuali kalau
      paling banyak|maksimal|maks|maximum|paling sedikit|minimal|min|tidak lebih dari|gak lebih dari
      tidak lain|bukan yang lain|titik|ketat|tanpa pengecualian|satu-satunya|khusus
    `),
    instead: phrases(`
      daripada|ketimbang|alih-alih|bukan ... tapi|bukan ... melainkan|bukannya|bukan|, bukan|dan bukan
      sebagai ganti|sebagai gantinya|pengganti|gantinya|jangan ... tapi|jangan ... pakai|dibanding|instead of
    `),
    again: phrases(`
      kembali ke|balik ke
      lagi|lagi-lagi|sekali lagi|seperti biasa|seperti yang saya bilang|seperti saya bilang|kan saya bilang
      kan sudah saya bilang|sudah saya bilang|udah saya bilang|udah gue bilang|udah gw bilang|sudah dibilang
      udah dibilang|saya sudah bilang|saya bilang|gue bilang|aku bilang|kan udah|berapa kali|udah berapa kali
      harus berapa kali|sudah berkali-kali|berkali-kali|berulang kali|untuk ketiga kalinya|ketiga kalinya
      keempat kalinya|# kali saya|masih saja|masih aja|masih belum|tetap saja|kesalahan yang sama
      salah yang sama|sama seperti kemarin|seperti kemarin|seperti sebelumnya|seperti dibahas
      seperti kamu tahu|terus-terusan|tiap kali saya|capek ngingetin|kembali lagi
    `),
    wrong: phrases(`
      ^tidak|^nggak|^gak|^bukan|^salah|^keliru|^kurang tepat|^stop|^hei|^lho|^loh|^eh|^no|itu salah|ini salah
      salah lagi|masih salah|salah semua|tidak benar|nggak bener|gak bener|tidak tepat|bukan itu|bukan begitu
      bukan gitu|bukan yang saya|bukan ini|kamu lupa|lu lupa|kamu ketinggalan|ada yang kurang|kamu pakai
      kamu malah|kamu tulis|kamu taruh|kamu bikin|kamu ubah|kamu ganti|kamu merusak|kesalahanmu|kepanjangan
      terlalu panjang|terlalu pendek|terlalu banyak|kebanyakan|seharusnya tadi|batalkan itu|kembalikan|balikin
      saya minta|saya mintanya|kenapa kamu|ngapain kamu|kok malah|kok kamu
    `),
    repair: phrases(`
      saya harus|saya terpaksa|terpaksa saya|harus saya|saya perbaiki|saya betulkan|saya benerin|gue benerin
      gw benerin|aku benerin|saya koreksi|saya balikin|saya kembalikan|saya ganti lagi|saya ubah lagi
      saya pindah lagi|secara manual|manual|pakai tangan|dengan tangan|sendiri lagi|benerin sendiri
      perbaiki sendiri|saya hapus lagi|saya tulis ulang|harus nulis ulang|saya bereskan|akhirnya saya
    `),
    change: phrases(`
      sekarang|skrg|kini|saat ini|dewasa ini|tidak lagi|nggak lagi|gak lagi|sudah tidak|udah nggak|udah gak
      udah ga|tidak ... lagi|pindah ke|sudah pindah|udah pindah|berpindah|pindah dari|beralih ke|sudah beralih
      ganti ke|sudah ganti|udah ganti|diganti|diganti dengan|digantikan|migrasi ke|sudah migrasi|dimigrasi
      upgrade ke|naik ke|turun ke|berubah|sudah berubah|diubah jadi|ganti nama|berganti nama|sejak senin
      sejak minggu lalu|sejak kemarin|per tanggal|dulu|dulunya|sebelumnya|tadinya|kami tinggalkan|ditinggalkan
      sudah berhenti|berhenti pakai|kembali ke|balik ke|alamat baru|nomor baru|yang baru|tidak cocok|update:
      pembaruan:|koreksi:|ralat:|naik jadi|turun jadi|menjadi|jadinya|berlaku mulai|sudah tutup|pensiun|resign
      naik menjadi|turun menjadi|dinaikkan menjadi|diturunkan menjadi
    `),
    state: phrases(`
      adalah|ialah|merupakan|ada di|berada di|terletak|berjalan di|jalan di|masuk ke|dikirim ke|pergi ke
      keluar|lewat|berasal dari|dari|artinya|berarti|singkatan|harganya|biayanya|butuh waktu|mulai jam
      selesai jam|buka|tutup|namanya|disebut|milik|tanggung jawab|mengurus|menangani|menyetujui|tanda tangan
      memakai|menggunakan|pakai|punya|berisi|terdiri|kedaluwarsa|tinggal di
    `),
    question: phrases(`
      ^apa|^apakah|^kenapa|^mengapa|^bagaimana|^gimana|^gmn|^kapan|^di mana|^dimana|^mana|^ke mana|^siapa
      ^berapa|^yang mana|^bisakah|^bisa nggak|^bolehkah|^boleh nggak|^haruskah|^perlukah|^adakah|^ada yang
      ^sudahkah|^kok|^emang|^masa|apa ya|kenapa ya|gimana caranya|bagaimana cara|gimana cara|nggak ya|gak ya
      ya nggak|bukan ya|kan$|ada ide|penasaran|saya bertanya-tanya|apa bisa|bisa gak|tahu nggak|tau gak
    `),
    hypothesis: phrases(`
      bagaimana kalau|gimana kalau|gimana kalo|kalau kita|kalo kita|kalau saya|jika kita|^kalau|^kalo|^jika
      ^andai|andaikan|seandainya|misalnya|misalkan|umpama|umpamanya|anggap saja|anggaplah|bayangkan|mungkin
      barangkali|bisa jadi|siapa tahu|boleh jadi|sepertinya bisa|kita bisa|bisa saja|suatu hari|suatu saat
      kapan-kapan|secara teori|teorinya|cuma ide|sekadar ide|ide aja|lagi mikir|saya sedang berpikir|kepikiran
      mempertimbangkan|saran:|usul|kenapa tidak|kenapa nggak|saya kira|saya pikir|menurut saya|tidak yakin
      gak yakin|nggak yakin|contohnya|sebagai contoh|brainstorm*
    `),
    oneOff: phrases(`
      kali ini|kali ini saja|kali ini aja|cuma kali ini|hanya kali ini|khusus kali ini|sekali ini
      sekali ini saja|sekali ini aja|untuk sekarang|untuk saat ini|sementara|sementara ini|sementara waktu
      hari ini|malam ini|pagi ini|siang ini|sore ini|besok|kemarin|minggu ini|bulan ini|sampai jumat|sebentar
      bentar|sebentar lagi|bentar lagi|# menit|# menit lagi|semenit|di pesan ini|untuk pesan ini|di file ini
      untuk file ini|untuk tugas ini|untuk tiket ini|di pr ini|di jawaban ini|buat iseng|iseng
      pengecualian kali ini|satu pengecualian|dalam kasus ini|cepat|cepetan|buru-buru|buat demo|untuk demo
      sebelum rapat|sebelum meeting|nanti dulu|sekarang juga
    `),
    rolePlay: phrases(`
      pura-pura|berpura-pura|pura-puranya|anggap kamu|anggap dirimu|main peran|bermain peran|roleplay
      role play|berperan sebagai|perankan|kamu adalah|kamu sekarang|^kamu adalah|jadilah|bertindak sebagai
      bertingkah seperti|bicara seperti|ngomong kayak|jawab seperti|jawab kayak|jawab sebagai|tulis seperti
      seolah-olah kamu|seakan-akan kamu|bayangkan kamu|bayangin kamu|tetap dalam peran|namamu|nama kamu
      pada suatu hari|dalam cerita|dalam permainan|dalam karakter
      kamu adalah @|anda adalah @|kamu sekarang @|namamu @
    `),
    smallTalk: phrases(`
      terima kasih|terimakasih|makasih|makasi|mksh|thanks|thank you|thx|tq|halo|hai|hi|hello|selamat pagi
      selamat siang|selamat sore|selamat malam|pagi$|met pagi|met malam|sampai jumpa|dadah|bye|haha|hehe|wkwk
      wkwkwk|lol|apa kabar|gimana kabar|mantap|mantab|mantul|keren|bagus|bagus banget|kerja bagus|good job
      hebat|sempurna|oke banget|luar biasa|sip|siip|asik|asyik|cakep|lgtm|sama-sama|cuaca|hujan|kopi|ngopi|teh
      makan siang|makan malam|akhir pekan|weekend|libur|liburan|capek|cape|lelah|ngantuk|lapar|laper|lucu
      bercanda|kucing saya|anjing saya|anak-anak|selamat ulang tahun|selamat ya|maaf|sori|sorry
      jangan khawatir|gak apa-apa|nggak apa-apa|tidak apa-apa|gapapa|gpp|santai|santai saja|tidak masalah
      gak masalah|lupakan saja|tidak buru-buru|pelan-pelan|sayang kamu|kamu hebat
    `),
    reported: phrases(`
      bilang bahwa|mengatakan|katanya|kata|kata dia|kata mereka|kata bos|menulis bahwa|menyebutkan|mengklaim
      menurut|tertulis|di tiket|tiketnya bilang|tiket bilang|di email|emailnya|email dari|di mail|pelanggan
      klien bilang|klien minta|klien|customer bilang|customer minta|customer|seorang pengguna|user bilang
      teman kerja|rekan kerja|rekan saya|bos bilang|bos saya|atasan|istri saya|suami saya|dia bilang
      mereka bilang|ada yang bilang|seseorang|saya baca|aku baca|gue baca|baca di|saya dengar|denger-denger
      konon|kabarnya|saya lihat di|artikel|di blog|stack overflow|di forum|di internet|vendor|kutipan|mengutip
      lognya bilang|di log|errornya bilang|di komentar|dokumentasi|di dokumentasi|readme|chatgpt|saya tempel
      saya diberi tahu|teks berikut
    `),
    pointing: phrases(`
      yang ini|yang itu|ini|itu|di sini|di situ|di sana|sini|situ|di atas|di bawah|atas|bawah|baris #|baris ke
      halaman #|langkah #|opsi #|pilihan #|draf #|paragraf #|yang pertama|yang kedua|yang ketiga|yang terakhir
      yang tadi|yang berikutnya|pertama|terakhir|file ini|file itu|berkas ini|fungsi ini|fungsi itu|branch ini
      pr ini|commit ini|tes ini|test ini|bug ini|error ini|error itu|perubahan ini|bagian ini|bagian itu
      bagian tentang|di antaranya|sisanya|yang kamu tulis|yang kamu buat|kembali ke yang|maksud saya|maksudku
      maksudnya|satu lagi|lanjut|lanjutkan|terusin|tunggu|tunggu dulu|apa adanya|seperti ini|kayak gini
      sejauh ini|sampai sekarang|dulu|opsi a|opsi b
    `),
    task: phrases(`
      ^tambah|^tambahkan|^tambahin|^perbaiki|^betulkan|^benerin|^fix|^buat|^buatkan|^buatin|^bikin|^bikinin
      ^implementasikan|^bangun|^refactor|^ganti nama|^ubah nama|^hapus|^hapusin|^buang baris|^pindahkan
      ^pindahin|^perbarui|^update|^ubah|^ganti|^tampilkan|^tunjukkan|^jelaskan|^jelasin|^deskripsikan|^ringkas
      ^rangkum|^review|^tinjau|^lihat|^liat|^cek|^periksa|^cari|^cariin|^temukan|^daftar|^buka|^baca|^jalankan
      ^jalanin|^tes|^test|^uji|^debug|^selidiki|^bandingkan|^terjemahkan|^tulis ulang|^persingkat|^push
      ^commit ini|^merge|^rebase|^revert|^deploy|^rilis|^instal|^install|^pasang|^generate|^hasilkan|^gambar
      ^konversi|^ekstrak|^pisahkan|^gabungkan|^siapkan|^kirim|^kirimkan|^beri|^kasih|^beritahu|^kasih tahu
      ^bantu|^bantuin|^coba|^ayo|^yuk|^lanjutkan ke|^bisa tolong|^bisakah kamu|^bisa kamu|^bisa bantu
      ^saya butuh|^kita perlu|^kita butuh|^tulis sebuah|^tulis email|^tulis surat|^terapkan|^bersihkan
      ^rapikan|^atur|^siapin|^mulai kerja|^selesaikan|^pesan|^telepon|^hitung|^cetak|^unduh|^unggah|^upload
      ^download|^usulkan|^potong|^ingatkan saya
    `),
    self: phrases(`
      saya sedang|saya lagi|aku lagi|gue lagi|gw lagi|saya sudah|saya baru|saya tadi|aku udah|gue udah
      saya akan|saya mau ke|saya punya|saya dapat|saya lihat|saya coba|saya menemukan|saya jalankan
      saya tambahkan|saya push|saya merge|saya pergi|saya balik|saya kembali|biar saya|biar aku|kasih saya
      beri saya|saya di|saya tidak tahu|gue gak tau|saya tidak mengerti|saya gak ngerti|saya bingung|saya cari
      sambil saya|sampai saya|sebelum saya
      saya selalu ingin|aku selalu ingin|dari dulu ingin|dari dulu pengen|selalu bermimpi
      saya selalu mengira|saya selalu pikir|saya selalu suka|aku selalu suka|saya selalu benci
      seharusnya saya tidak pernah|seharusnya aku tidak|harusnya tidak pernah|tidak pernah menyangka
      tidak pernah terpikir|tidak pernah mengerti|saya tidak pernah ke|saya belum pernah
      aku belum pernah|tidak akan pernah mengerti|selalu yang terbaik|selalu paling enak
      tidak akan pernah lagi seumur hidup|selalu menyenangkan
    `),
    guess: phrases(`
      pasti karena|pasti gara-gara|mestinya jalan|harusnya jalan|harusnya bisa|seharusnya bisa
      seharusnya cukup|harusnya cukup|harusnya oke|kayaknya|kyknya|sepertinya|tampaknya|kelihatannya
      keliatannya|rupanya|ternyata|saya duga|dugaan saya|saya curiga|entah|entahlah|tidak tahu|nggak tahu
      gak tau|ga tau|gatau|tidak paham|gak paham|tidak mengerti|gak ngerti|gak kelihatan|tidak jalan|gak jalan
      nggak jalan|tidak berfungsi|tidak bisa jalan|gak bisa jalan|gagal|error|crash|rusak|macet|hang|nge-hang
      mati|jebol
    `),
  },
  negatesNext: phrases(`
      tidak|tdk|nggak|ngga|gak|ga|enggak|bukan|jangan|jgn|jangan pernah|belum|tanpa|daripada|ketimbang
      alih-alih|hindari|stop|berhenti|berhenti pakai|hentikan|buang|tinggalkan|tidak lagi|sudah tidak|udah gak
      udah nggak|pindah dari|beralih dari|migrasi dari|ganti dari|dari|menggantikan|bukannya|no
    `),
  negatesPrevious: phrases(`
      tidak lagi|gak lagi|nggak lagi|sudah tidak dipakai|tidak dipakai|gak dipakai|tidak dipakai lagi
      sudah ditinggalkan|ditinggalkan|sudah dihapus|dihapus|dilarang|terlarang|sudah mati|sudah usang|usang
      sudah diganti|diganti dengan|sudah tutup|sudah tamat|tidak cocok|gagal total|pensiun|sudah pensiun
      sudah resign|resign|sudah keluar|tidak boleh|gak boleh|jangan
    mengecewakan kami|terlalu mahal|kemahalan|terlalu lambat|tidak kuat|nggak kuat
    `),
  contrasts: ['tapi', 'tetapi', 'namun', 'melainkan', 'tp'],
  endsNegation: phrases(`
      tapi|tetapi|melainkan|namun|ke|pakai|pake|gunakan|dengan|sekarang|hanya|cuma|sebagai gantinya|untuk|kami
      kita|tolong
    lebih dari|kurang dari|lebih lama dari|sebelum|sampai|hingga|kecuali
    `),
  numbers: {
    nol: '0',
    satu: '1',
    dua: '2',
    tiga: '3',
    empat: '4',
    lima: '5',
    enam: '6',
    tujuh: '7',
    delapan: '8',
    lapan: '8',
    sembilan: '9',
    sepuluh: '10',
    sebelas: '11',
    belas: '12',
    seratus: '100',
    seribu: '1000',
  },
  times:
    'senin selasa rabu kamis jumat jumaat sabtu minggu ahad januari februari maret mac april mei juni juli agustus september oktober november desember pagi siang sore malam subuh dini musim hujan kemarau',
  abbreviations:
    'dll dsb dst dkk tsb yg dgn utk spt mis misal hlm no nr tgl jl jln telp hp bpk ibu sdr dr drs ir prof pt cv tbk rp jt rb ttg thn bln min maks jan feb mar apr jun jul agu sep okt nov des',
  openers: phrases(`
      tidak|nggak|gak|bukan|salah|salah lagi|lagi|lagi-lagi|stop|hei|eh|lho|loh|woi|ok|oke|oke jadi|jadi|dan
      tapi|juga|terus|trus|oh|ah|hm|hmm|nah|ya|iya|betul|tolong|mohon|maaf|sori|btw|ngomong-ngomong
      omong-omong|itu salah|bukan begitu|sekali lagi|seperti yang saya bilang|sudah saya bilang|udah dibilang
      saya bilang|kan saya bilang|seperti biasa|sekadar info|fyi|ingat|ingat ya|inget ya|jangan lupa|catat
      catat ya|catatan|pengingat|halo|hai|satu lagi|satu hal lagi|sebenarnya|sebenernya|dengar|dengerin|lihat
      serius|ayolah|duh|aduh|jujur|makasih|bro|gan|bang|mas|mbak|kak
    `),
  frames: {
    errorFix: 'Kalau `{command}` gagal dengan “{error}”, jalankan {fix} dulu.',
    workflow: '{task}: jalankan {steps}.',
    checks: 'Setelah perubahan di {project}: jalankan {steps}.',
    begins: 'Pekerjaan di {project} dimulai dengan {steps}.',
    ends: 'Pekerjaan di {project} diakhiri dengan {steps}.',
    branches: 'Nama branch di {project} seperti {steps}.',
    commits: 'Pesan commit di {project} diawali seperti {steps}.',
    fails: '`{command}` sering gagal di {project} dengan “{error}”: periksa itu dulu.',
    stepFirst: 'Sebelum `{goal}`, jalankan `{step}`.',
    leaveOut: 'Jalankan `{goal}` tanpa `{option}`.',
    checkAfter: 'Setelah `{goal}`, jalankan `{step}`.',
    andThen: ', lalu ',
    repair: 'Ini selalu kamu perbaiki sendiri: “{quote}”',
  },
};
