//! What can be wrong with records and commands: one variant each, with what to type next.

use super::coded::problems;
use super::trouble::Trouble;
use super::{Lang, Say};
use std::fmt;
use std::io;

problems! {
    /// Everything that can be wrong. The code of a problem is its name with hyphens (`nip-length`).
    pub enum Problem {
        // ---- the text of a file -------------------------------------------------------------------
        NotUtf8: id "ada bait yang bukan UTF-8" help "simpan berkas ini sebagai UTF-8 (di lembar kerja: CSV UTF-8)",
            en "there is a byte that is not UTF-8" help "save this file as UTF-8 (in a spreadsheet: CSV UTF-8)";
        Utf16: id "berkas ini ditulis dalam UTF-16, bukan UTF-8 (\"Teks Unicode\" di lembar kerja)" help "di lembar kerja pilih Simpan Sebagai > CSV UTF-8, atau masukkan berkasnya dengan: bina import",
            en "this file is written in UTF-16, not UTF-8 (a spreadsheet's \"Unicode text\")" help "in the spreadsheet choose Save As > CSV UTF-8, or take the file in with: bina import";
        IsWorkbook: id "berkas ini buku kerja lembar kerja atau arsip, bukan teks" help "di lembar kerja pilih Simpan Sebagai > CSV UTF-8, atau masukkan berkasnya dengan: bina import",
            en "this file is a spreadsheet's workbook or an archive, not text" help "in the spreadsheet choose Save As > CSV UTF-8, or take the file in with: bina import";
        NulByte: id "ada bait nol di dalam berkas" help "pulihkan berkas ini dari salinan terakhir: git checkout -- BERKAS",
            en "there is a NUL byte in the file" help "restore the file from its last good copy: git checkout -- FILE";
        HiddenCharacter { code: String }: id "karakter {code} tidak terlihat dan tidak boleh ada di dalam catatan" help "hapus karakter itu, lalu ketik ulang teks ini",
            en "the character {code} does not show, and may not stand in a record" help "delete it and type this text again";
        ConflictMarker: id "penanda bentrokan git belum diselesaikan" help "ketik: bina resolve; atau pilih baris yang benar, lalu hapus baris <<<<<<<, =======, dan >>>>>>>",
            en "a git conflict marker is still there" help "type: bina resolve; or keep the right lines and delete the lines <<<<<<<, ======= and >>>>>>>";
        QuoteOpen: id "tanda kutip dibuka di sini dan tidak pernah ditutup" help "tutup dengan tanda kutip \" atau hapus yang pembuka",
            en "a quote opens here and is never closed" help "close it with a quote \" or delete the opening one";
        QuoteTrailing: id "ada teks setelah tanda kutip penutup" help "tulis tanda kutip di dalam isi dua kali: \"\"",
            en "there is text after the closing quote" help "write a quote inside a cell twice: \"\"";
        Semicolons: id "berkas ini dipisah dengan titik koma, bukan koma" help "di lembar kerja pilih Simpan Sebagai > CSV UTF-8 (dipisah koma)",
            en "this file is separated by semicolons, not commas" help "in the spreadsheet choose Save As > CSV UTF-8 (comma delimited)";
        HeaderMissing { header: String }: id "baris judul kolom tidak ada" help "kembalikan berkasnya, misalnya: git checkout -- BERKAS; atau tulis sebagai baris pertama: {header}",
            en "there is no heading row" help "bring the file back, for example: git checkout -- FILE; or write as the first line: {header}";
        DocumentEmpty: id "berkas ini kosong" help "kembalikan berkasnya, misalnya: git checkout -- BERKAS",
            en "this file is empty" help "bring it back, for example: git checkout -- FILE";
        FileCut { sebab: String, reason: String }: id "berkas ini terpotong pada baris terakhir: {sebab}" help "kembalikan berkasnya, misalnya: git checkout -- BERKAS; bila tidak terpotong, lengkapi baris terakhirnya",
            en "this file is cut in its last line: {reason}" help "bring it back, for example: git checkout -- FILE; where nothing is lost, complete the last line";
        LineOpen: id "baris terakhir tidak diakhiri ganti baris; bila berkas ini terpotong, baris sesudahnya hilang" help "periksa baris terakhir; bila lengkap: bina format",
            en "the last line has no line end; where the file was cut, the lines behind it are lost" help "look at the last line; where it is whole: bina format";
        ColumnUnknown { column: String, nearest: String }: id "kolom `{column}` tidak dikenal" help "maksudnya `{nearest}`? kolom milik Anda sendiri diberi nama x_{column}",
            en "column `{column}` is not known" help "did you mean `{nearest}`? a column of your own is named x_{column}";
        ColumnRepeated { column: String }: id "kolom `{column}` tertulis dua kali" help "hapus salah satu kolom `{column}`",
            en "column `{column}` stands twice" help "delete one of the columns `{column}`";
        KeyColumnMissing { column: String }: id "kolom kunci `{column}` tidak ada" help "tambahkan kolom `{column}` dan isi di setiap baris",
            en "key column `{column}` is missing" help "add the column `{column}` and fill it in every row";
        Ragged { found: usize, expected: usize }: id "baris ini berisi {found} sel, judulnya {expected}" help "periksa koma yang kurang atau lebih; isi yang memuat koma diapit tanda kutip",
            en "this row has {found} {cells}, the heading has {expected}" help "look for a missing or extra comma; a cell with a comma stands in quotes", cells of found "cell" / "cells";
        KeyRepeated { key: String }: id "kunci {key} sudah ada di baris lain berkas ini" help "hapus salah satu baris atau ubah kuncinya",
            en "the key {key} stands in another row of this file" help "delete one of the rows or change its key";
        NotCanonical: id "berkas belum dalam bentuk baku (urutan baris, kutip, atau judul kolom)" help "ketik: bina format",
            en "the file is not in canonical form (order of rows, quotes or heading)" help "type: bina format";
        Unreadable { sebab: String, reason: String }: id "berkas tidak dapat dibaca: {sebab}" help "periksa izin berkas, atau tutup program yang membukanya",
            en "the file cannot be read: {reason}" help "check the file's permissions, or close the program that holds it open";
        RowEndless { most: u64 }: id "baris ini tidak berakhir dalam {most} bait; sisanya tidak dibaca" help "tutup tanda kutip yang terbuka, atau pulihkan berkas ini dari salinan terakhir: git checkout -- BERKAS",
            en "this row does not end within {most} bytes; the rest is not read" help "close the quote that is open, or restore the file from its last good copy: git checkout -- FILE";
        LogoUnusable { name: String, most: u64 }: id "`{name}` tidak dapat menjadi logo: bukan gambar PNG atau JPEG yang utuh di samping bina.toml, tautan ke berkas lain, atau lebih besar daripada {most} KiB atau 4000 piksel" help "taruh gambarnya di direktori catatan dan tulis namanya, atau kosongkan: bina settings set agency.logo \"\"",
            en "`{name}` cannot be the logo: it is no whole PNG or JPEG beside bina.toml, a link to another file, or larger than {most} KiB or 4000 pixels" help "put the picture into the record directory and write its name, or leave it empty: bina settings set agency.logo \"\"";
        LogoMissing { name: String }: id "logo `{name}` tidak ada di direktori catatan, jadi kop surat dicetak tanpanya" help "salin gambarnya ke samping bina.toml",
            en "the logo `{name}` is not in the record directory, so the letterhead is printed without it" help "copy the picture to the side of bina.toml";
        TooLarge { most: u64 }: id "dokumen ini lebih besar daripada {most} bait dan tidak dibaca" help "periksa apakah berkas ini memang dokumen catatan",
            en "this document is larger than {most} bytes and is not read" help "check whether this file is a document of the records at all";
        AndMore { code: String, count: usize }: id "ada {count} lagi seperti ini di berkas ini, tidak ditampilkan: {code}" help "perbaiki dulu yang ditampilkan, lalu ketik: bina check",
            en "{count} more {findings} of this kind in this file {are} not shown: {code}" help "mend those that are shown, then type: bina check", findings of count "finding" / "findings", are of count "is" / "are";
        NameUnknown { name: String }: id "berkas `{name}` tidak dikenal di sini" help "pindahkan ke luar direktori catatan, atau perbaiki namanya",
            en "the file `{name}` is not known here" help "move it out of the record directory, or mend its name";

        // ---- one cell -----------------------------------------------------------------------------
        Empty: id "sel ini wajib diisi" help "isi selnya, atau hapus barisnya",
            en "this cell must be filled" help "fill the cell, or delete the row";
        IdForm { text: String }: id "`{text}` bukan kode yang sah" help "pakai huruf kecil a-z, angka, dan tanda hubung, paling panjang 64, diawali huruf atau angka",
            en "`{text}` is not a valid id" help "use lower-case letters a-z, digits and hyphens, at most 64, beginning with a letter or digit";
        IdDevice { text: String }: id "`{text}` adalah nama perangkat di Windows" help "pilih nama lain, misalnya `{text}-1`",
            en "`{text}` is a device name on Windows" help "choose another name, for example `{text}-1`";
        TrainingIdForm { text: String }: id "`{text}` bukan id pelatihan" help "tulis bulan dan nama, misalnya 2026-10/pelayanan-prima, atau external/nama",
            en "`{text}` is not a training id" help "write month and name, for example 2026-10/pelayanan-prima, or external/name";
        DayForm { text: String }: id "`{text}` bukan tanggal" help "tulis tahun-bulan-hari, misalnya 2026-10-05",
            en "`{text}` is not a date" help "write year-month-day, for example 2026-10-05";
        MonthForm { text: String }: id "`{text}` bukan bulan" help "tulis tahun-bulan, misalnya 2026-10",
            en "`{text}` is not a month" help "write year-month, for example 2026-10";
        PeriodForm { text: String }: id "`{text}` bukan periode" help "tulis 2026-10, 2026-Q3, atau 2026",
            en "`{text}` is not a period" help "write 2026-10, 2026-Q3 or 2026";
        DecForm { text: String }: id "`{text}` bukan bilangan" help "tulis angka dengan titik desimal dan paling banyak empat desimal, misalnya 7.5",
            en "`{text}` is not a number" help "write digits with a decimal point and at most four decimals, for example 7.5";
        IntForm { text: String }: id "`{text}` bukan bilangan bulat" help "tulis angka saja, misalnya 45",
            en "`{text}` is not a whole number" help "write digits only, for example 45";
        ClosedMonthChanged { month: String, count: usize, told: String }: id "{month} sudah ditutup, tetapi {count} angkanya kini lain: {told}" help "lihat dari mana sebuah angka: bina explain ALAMAT --month {month}; bila memang demikian: bina close {month} --reason \"…\"",
            en "{month} is closed, but {count} of its figures {are} now: {told}" help "see where a figure comes from: bina explain ADDRESS --month {month}; if they are right: bina close {month} --reason \"…\"", are of count "is another" / "are others";
        ClosingGone { month: String, commit: String, file: String }: id "{month} sudah ditutup (lihat commit {commit}), tetapi berkas penutupannya tidak ada lagi" help "kembalikan: git checkout {commit} -- {file}; sesudah itu, untuk membukanya lagi: bina close {month} --reopen --reason \"…\"",
            en "{month} was closed (see commit {commit}), but the file of its closing is gone" help "bring it back: git checkout {commit} -- {file}; then, to open the month again: bina close {month} --reopen --reason \"…\"";
        ClosingForged { month: String, commit: String }: id "tanda tangan penutupan {month} di commit {commit} tidak sah" help "lihat: git log --show-signature -1 {commit}",
            en "the signature of the closing of {month} in commit {commit} does not hold" help "see: git log --show-signature -1 {commit}";
        ClosingCut { month: String, commit: String, file: String }: id "penutupan {month} tidak lagi memuat semua yang ada di commit {commit}" help "lihat: git diff {commit} -- {file}; kembalikan: git checkout {commit} -- {file}",
            en "the closing of {month} no longer holds all that commit {commit} has" help "see: git diff {commit} -- {file}; bring it back: git checkout {commit} -- {file}";
        ClosingBroken { month: String }: id "angka {month} yang sudah ditutup diubah dengan tangan" help "kembalikan berkas ini dari git; yang boleh mengubahnya hanya: bina close {month} --reason \"…\"",
            en "the figures of {month}, which is closed, were changed by hand" help "take this file back from git; only this may change it: bina close {month} --reason \"…\"";
        CodeUnknown { text: String, allowed: String, words: String }: id "`{text}` tidak termasuk pilihan" help "pilih salah satu: {words}",
            en "`{text}` is not one of the choices" help "choose one of: {allowed}";
        NumberOutside { text: String, low: i64, high: i64 }: id "`{text}` di luar {low}–{high}" help "periksa angkanya, atau kosongkan bila tidak diketahui",
            en "`{text}` is outside {low}–{high}" help "check the number, or leave it empty when it is not known";
        OutOfScale { text: String, low: i64, high: i64 }: id "jawaban `{text}` di luar skala {low}–{high}" help "tulis bilangan bulat {low} sampai {high}, atau kosongkan bila tidak dijawab",
            en "the answer `{text}` is outside the scale {low}–{high}" help "write a whole number from {low} to {high}, or leave it empty when not answered";
        NipLength { found: usize }: id "NIP harus 18 angka, tertulis {found}" help "salin NIP dari SK; bina tidak memperbaiki NIP",
            en "a NIP has 18 digits, this one has {found}" help "copy the NIP from the decree; bina does not repair one";
        NipScientific { text: String }: id "NIP `{text}` sudah dibulatkan oleh lembar kerja" help "salin ulang NIP sebagai teks dari SK; angka di belakangnya sudah hilang",
            en "the NIP `{text}` was rounded by a spreadsheet" help "copy the NIP again as text from the decree; its last digits are lost";
        NipRounded { text: String }: id "NIP {text} berakhir dengan nol dari pembulatan lembar kerja" help "salin ulang NIP sebagai teks dari SK",
            en "the NIP {text} ends in zeros left by a spreadsheet's rounding" help "copy the NIP again as text from the decree";
        NipForm { text: String }: id "`{text}` bukan NIP" help "tulis 18 angka tanpa huruf",
            en "`{text}` is not a NIP" help "write 18 digits and nothing else";
        NipDate { text: String }: id "tanggal lahir di dalam NIP tidak mungkin: {text}" help "periksa delapan angka pertama (TTTTBBHH) dengan SK",
            en "the birth date inside the NIP is impossible: {text}" help "compare the first eight digits (YYYYMMDD) with the decree";
        NipAppointment { text: String }: id "tahun atau kode pengangkatan di dalam NIP tidak mungkin: {text}" help "periksa angka ke-9 sampai ke-14: tahun, lalu bulan 01–12 (PNS) atau kode mulai 21 (PPPK)",
            en "the year or code of appointment inside the NIP is impossible: {text}" help "check digits 9 to 14: the year, then a month 01–12 (PNS) or a code from 21 (PPPK)";
        NipSex { digit: char }: id "angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan), tertulis {digit}" help "periksa angka ke-15 dengan SK",
            en "digit 15 of the NIP is 1 (man) or 2 (woman), not {digit}" help "compare digit 15 with the decree";
        Sha256Form { text: String }: id "`{text}` bukan SHA-256" help "SHA-256 terdiri dari 64 angka heksadesimal huruf kecil",
            en "`{text}` is not a SHA-256" help "a SHA-256 is 64 lower-case hexadecimal digits";
        PathForm { text: String }: id "`{text}` bukan nama berkas yang aman" help "tulis nama relatif di bawah evidence/, tanpa .. dan tanpa garis miring di depan",
            en "`{text}` is not a safe file name" help "write a name relative to evidence/, without .. and without a leading slash";
        ReferenceForm { text: String }: id "`{text}` bukan rujukan" help "tulis jenis:id, misalnya complaint:2026-10-k7f3q",
            en "`{text}` is not a reference" help "write kind:id, for example complaint:2026-10-k7f3q";

        // ---- TOML documents -----------------------------------------------------------------------
        TomlSyntax { reason: String }: id "penulisan TOML keliru: {reason}" help "periksa tanda = dan tanda kutip di baris ini",
            en "this is not valid TOML: {reason}" help "check the = and the quotes on this line";
        FieldUnknown { field: String, nearest: String }: id "isian `{field}` tidak dikenal" help "maksudnya `{nearest}`?",
            en "field `{field}` is not known" help "did you mean `{nearest}`?";
        FieldMissing { field: String }: id "isian `{field}` wajib ada" help "tambahkan baris: {field} = …",
            en "field `{field}` is required" help "add the line: {field} = …";
        FieldKind { expected: String }: id "jenis isi keliru; tulis seperti {expected}" help "teks diapit tanda kutip, angka dan tanggal tidak",
            en "the wrong kind of value; write it like {expected}" help "text stands in quotes, numbers and dates do not";
        FormatVersion { found: String }: id "format catatan {found} tidak dikenal oleh bina ini" help "pakai bina yang lebih baru, atau tulis format = 2",
            en "record format {found} is not known to this bina" help "use a newer bina, or write format = 2";

        // ---- rules ---------------------------------------------------------------------------------
        BandGap { from: String, to: String }: id "ada celah antara {from} dan {to}" help "buat batas bawah berikutnya tepat satu satuan desimal di atas {from}",
            en "there is a gap between {from} and {to}" help "let the next band begin exactly one last decimal above {from}";
        BandOverlap { from: String, to: String }: id "rentang bertumpang tindih antara {from} dan {to}" help "geser salah satu batasnya",
            en "the bands overlap between {from} and {to}" help "move one of the limits";
        BandEnds { low: String, high: String }: id "rentang harus menutup skala {low} sampai {high}" help "perbaiki batas pertama atau terakhir",
            en "the bands must cover the scale from {low} to {high}" help "mend the first or the last limit";
        EditionOverlap { day: String }: id "dua edisi berlaku pada {day}" help "isi in_force_to pada edisi yang lama",
            en "two editions are in force on {day}" help "set in_force_to on the older edition";
        EditionDates: id "edisi berakhir sebelum mulai berlaku" help "periksa in_force_from dan in_force_to",
            en "the edition ends before it begins" help "check in_force_from and in_force_to";
        EditionBeforeBasis { year: i32 }: id "dasarnya bertahun {year}, tetapi edisi ini sudah berlaku sebelumnya" help "periksa in_force_from, atau pisahkan menjadi dua [[edition]]",
            en "its basis is of {year}, yet the edition is in force before that year" help "check in_force_from, or make two [[edition]] of it";
        EditionEmpty: id "aturan ini tidak memiliki edisi" help "tambahkan [[edition]] dengan basis, in_force_from, dan verified",
            en "this rule has no edition" help "add an [[edition]] with basis, in_force_from and verified";
        RuleUnset { rule: String, day: String }: id "tidak ada edisi aturan `{rule}` yang berlaku pada {day}; yang memerlukannya tidak dilaporkan" help "bila memang diperlukan, tambahkan [[edition]] di rules/{rule}.toml; `bina init` di direktori baru menulis contohnya",
            en "no edition of the rule `{rule}` is in force on {day}; what needs it is not reported" help "where it is needed, add an [[edition]] to rules/{rule}.toml; `bina init` in a new directory writes a sample";
        TableEmptied { file: String, sebab: String, reason: String }: id "tidak ada satu baris pun di sini, padahal {sebab}" help "kembalikan berkasnya, misalnya: git checkout -- {file}; bila memang tidak ada isinya, hapus berkas satu bulan atau perbaiki yang menyebutnya",
            en "there is not one row here, though {reason}" help "bring the file back, for example: git checkout -- {file}; where there never was a row, delete a month's file, or mend what names it";
        FileMissing { file: String, sebab: String, reason: String }: id "berkas ini tidak ada, padahal {sebab}" help "kembalikan berkasnya, misalnya: git checkout -- {file}; bila memang belum pernah ada, buat dulu (daftar kosong: bina format --missing) atau perbaiki yang menyebutnya",
            en "this file does not exist, though {reason}" help "bring it back, for example: git checkout -- {file}; where there never was one, make it (an empty list: bina format --missing) or mend what names it";
        RuleMissing { rule: String, day: String }: id "tidak ada edisi aturan `{rule}` yang berlaku pada {day}" help "tambahkan [[edition]] di rules/{rule}.toml; `bina init` di direktori baru menulis contohnya",
            en "no edition of the rule `{rule}` is in force on {day}" help "add an [[edition]] to rules/{rule}.toml; `bina init` in a new directory writes a sample";
        RuleUnknown { rule: String }: id "aturan `{rule}` tidak dikenal" help "hapus berkas ini atau perbaiki namanya",
            en "the rule `{rule}` is not known" help "delete this file or mend its name";
        RuleRetired { rule: String }: id "aturan `{rule}` tidak dipakai lagi: tidak ada angka yang dihitung dengannya" help "hapus berkas ini",
            en "the rule `{rule}` is used no more: no figure is counted by it" help "delete this file";
        PredicateCells { found: usize }: id "matriks predikat harus memuat sembilan sel berbeda, ada {found}" help "tulis [[edition.cell]] untuk setiap pasangan hasil dan perilaku",
            en "the predicate matrix needs nine different cells, there are {found}" help "write one [[edition.cell]] for each pair of result and behaviour";
        RuleValue { what: String }: id "nilai aturan tidak masuk akal: {what}" help "perbaiki nilainya sesuai dasar hukumnya",
            en "the rule's value makes no sense: {what}" help "mend the value according to its legal basis";

        // ---- references between records ------------------------------------------------------------
        ReferenceUnknown { table: String, id: String }: id "`{id}` tidak ada di {table}" help "perbaiki kodenya, atau tambahkan dulu barisnya di {table}",
            en "`{id}` is not in {table}" help "mend the id, or add its row to {table} first";
        TrainingMissing { id: String }: id "dokumen pelatihan trainings/{id}.toml tidak ada" help "buat dengan: bina training add {id} --title … (atau pakai external/…)",
            en "the training document trainings/{id}.toml does not exist" help "create it: bina training add {id} --title … (or use external/…)";
        PartitionWrong { value: String, file: String }: id "`{value}` tidak termasuk bulan atau periode berkas {file}" help "pindahkan baris ini ke berkas bulannya dengan penyunting teks, lalu ketik: bina check",
            en "`{value}` does not belong to the month or period of {file}" help "move the row to the file of its month in a text editor, then type: bina check";
        ReferenceCycle { members: String }: id "rujukan melingkar: {members}" help "kosongkan rujukan yang keliru pada salah satunya",
            en "the references lead back: {members}" help "empty the wrong reference of one of them";
        ReferenceKind { kind: String, nearest: String }: id "jenis rujukan `{kind}` tidak dikenal" help "maksudnya `{nearest}:…`?",
            en "the kind of reference `{kind}` is not known" help "did you mean `{nearest}:…`?";
        SelfReference: id "rujukan ini menunjuk ke dirinya sendiri" help "perbaiki atau kosongkan selnya",
            en "this reference points to its own row or person" help "mend or empty the cell";

        // ---- check: people and postings ------------------------------------------------------------
        NipRepeated { nip: String, other: String }: id "NIP {nip} juga dipakai `{other}`" help "satu orang cukup satu baris; bila memang orang lain, periksa NIP dengan SK",
            en "the NIP {nip} is also that of `{other}`" help "one person needs one row; if it is another person, compare the NIP with the decree";
        NipEmployment { employment: String }: id "NIP tidak cocok dengan status kepegawaian {employment}" help "angka ke-13 dan ke-14: bulan 01–12 untuk PNS/CPNS, kode mulai 21 untuk PPPK; bila statusnya berganti: bina staff appoint … --nip NIP",
            en "the NIP does not agree with the employment {employment}" help "digits 13 and 14: a month 01–12 for PNS/CPNS, a code from 21 for PPPK; where the employment changed: bina staff appoint … --nip NIP";
        NipBorn { nip: String, born: String }: id "tanggal lahir {born} berbeda dari NIP ({nip})" help "perbaiki kolom born atau NIP sesuai SK; kolom born boleh kosong",
            en "the birth date {born} differs from the NIP ({nip})" help "mend born or the NIP according to the decree; born may stay empty";
        NipSexDiffers: id "jenis kelamin berbeda dari NIP" help "perbaiki kolom sex atau NIP sesuai SK; kolom sex boleh kosong",
            en "the sex differs from the NIP" help "mend sex or the NIP according to the decree; sex may stay empty";
        NipAbsent { staff: String }: id "NIP belum diisi" help "lengkapi dengan: bina staff set {staff} --nip …",
            en "the NIP is not yet filled in" help "fill it in: bina staff set {staff} --nip …";
        PostingMissing { staff: String }: id "`{staff}` belum memiliki penempatan" help "tambahkan dengan: bina posting add {staff} TANGGAL --unit …",
            en "`{staff}` has no posting" help "add one: bina posting add {staff} DATE --unit …";
        ContractMissing { staff: String }: id "kontrak PPPK `{staff}` tidak diketahui; batas JP tidak dapat dinilai" help "tambahkan dengan: bina contract add {staff} TANGGAL --until …",
            en "the PPPK contract of `{staff}` is not known; the JP ceiling cannot be judged" help "add it: bina contract add {staff} DATE --until …";
        ContractOverlap { other: String }: id "masa kontrak bertumpang tindih dengan kontrak mulai {other}" help "periksa until dan since kedua kontrak",
            en "the contract overlaps the one from {other}" help "check until and since of both contracts";
        ContractNotPppk { staff: String }: id "`{staff}` bukan PPPK, tetapi memiliki kontrak" help "periksa employment di staff.csv, atau hapus kontraknya",
            en "`{staff}` is not PPPK but has a contract" help "check employment in staff.csv, or delete the contract";
        Negative { text: String }: id "`{text}` tidak boleh kurang dari nol" help "hapus tanda kurangnya, atau kosongkan bila tidak diketahui",
            en "`{text}` must not be below zero" help "delete the minus, or leave it empty when not known";
        LevelOutside { level: i64, low: i64, high: i64 }: id "tingkat {level} di luar {low}–{high}" help "tulis tingkat {low} sampai {high}",
            en "the level {level} is outside {low}–{high}" help "write a level from {low} to {high}";
        RowRepeated { id: String }: id "hal yang sama sudah tercatat: {id}" help "bila sama, hapus salah satunya; bila lain, biarkan",
            en "the same is recorded already: {id}" help "if it is the same, remove one of them; if it is another, leave it";
        RenewedTwice { old: String, id: String }: id "{old} sudah diperpanjang oleh {id}" help "bila sama, hapus salah satunya dengan penyunting teks; perpanjangan berikutnya menyebut {id} di renews",
            en "{old} is renewed already by {id}" help "if it is the same, delete one of the rows in a text editor; the next renewal names {id} in renews";
        DecreeRepeated { day: String }: id "SK ini sudah menempatkannya sejak {day}" help "bila sama, hapus salah satunya: bina posting remove",
            en "this decree posts the person already from {day} on" help "if it is the same, remove one of them: bina posting remove";
        PersonAlike { id: String }: id "orang dengan nama dan tanggal lahir ini sudah tercatat: {id}" help "bila orangnya sama, pindahkan riwayatnya ke salah satu id, lalu hapus yang lain: bina staff remove",
            en "somebody of this name and day of birth is recorded already: {id}" help "if it is the same person, move the history to one id and remove the other: bina staff remove";
        ProgrammeAlike { id: String }: id "pelatihan dengan judul dan tanggal ini sudah tercatat: {id}" help "bila sama, hapus salah satunya: bina training remove; bila lain, bedakan judulnya",
            en "a training of this title on these days is recorded already: {id}" help "if it is the same, remove one of them: bina training remove; if it is another, tell them apart by their titles";
        RaterTwice { staff: String }: id "{staff} sudah menjawab tentang hal ini bulan ini" help "bila jawabannya sama, hapus salah satunya: bina response remove",
            en "{staff} has answered about this in this month already" help "if it is the same answer, remove one of them: bina response remove";
        BatchTwice { other: String }: id "jawabannya sama dengan kiriman {other}" help "bila formulirnya sama, hapus salah satunya: bina response remove",
            en "its answers are those of the batch {other}" help "if these are the same forms, remove one of them: bina response remove";
        ReplacedTwice { staff: String, other: String }: id "{staff} sudah digantikan oleh {other}" help "kosongkan replaces pada salah satunya",
            en "{staff} is replaced already by {other}" help "empty replaces on one of them";
        CertificateRepeated { number: String, id: String }: id "sertifikat nomor {number} sudah tercatat: {id}" help "bila sama, hapus salah satu barisnya dengan penyunting teks; perpanjangan menyebut yang lama di renews",
            en "the certificate number {number} is recorded already: {id}" help "if it is the same, delete one of the rows in a text editor; a renewal names the old one in renews";
        ResultWhileRunning { id: String }: id "produk atau hasil sudah dicatat, padahal pendampingan masih berjalan; laporan memuatnya setelah ditutup" help "bila sudah selesai: bina mentoring close {id} --on HARI",
            en "a product or outcome is recorded while the pair still runs; reports have it once the pair is closed" help "where it has ended: bina mentoring close {id} --on DAY";
        EndedWithoutDay { id: String }: id "pendampingan sudah berakhir tanpa hari terakhir" help "tulis harinya: bina mentoring set {id} --end HARI",
            en "the pair has ended without a last day" help "write the day: bina mentoring set {id} --end DAY";
        PositionUnheld { position: String, nearest: String }: id "tidak ada yang pernah memegang jabatan `{position}`" help "maksudnya `{nearest}`? lihat: bina posting list",
            en "nobody ever held the position `{position}`" help "did you mean `{nearest}`? see: bina posting list";
        AnotherPerson { person: String, other: String }: id "baris ini tentang {person}, rujukannya tentang {other}" help "rujuk catatan orang yang sama, atau kosongkan selnya",
            en "this row is about {person}, what it refers to about {other}" help "refer to a record of the same person, or empty the cell";
        DatesReversed { first: String, last: String }: id "tanggal akhir {last} mendahului tanggal awal {first}" help "tukar atau perbaiki tanggalnya",
            en "the end {last} comes before the beginning {first}" help "swap or mend the dates";
        GradeEmployment { grade: String, employment: String }: id "golongan {grade} tidak cocok dengan {employment}" help "PNS/CPNS memakai I/a–IV/e, PPPK memakai I–XVII",
            en "the grade {grade} does not agree with {employment}" help "PNS/CPNS use I/a–IV/e, PPPK use I–XVII";
        BeforePosting { day: String, first: String }: id "tanggal {day} mendahului penempatan pertama {first}" help "periksa tanggalnya, atau tambahkan penempatan yang lebih awal",
            en "the date {day} comes before the first posting {first}" help "check the date, or add the earlier posting";
        AfterLeaving { day: String, left: String }: id "tanggal {day} sesudah pegawai ini keluar pada {left}" help "periksa tanggalnya atau statusnya di postings.csv",
            en "the date {day} lies after this person left on {left}" help "check the date or the status in postings.csv";
        InFuture { day: String, today: String, count: usize }: id "tanggal {day} belum terjadi (dihitung sampai {today}); seluruhnya {count} di kolom ini" help "periksa tahunnya, atau hitung sampai hari lain dengan --as-of TANGGAL",
            en "the date {day} has not come yet (as of {today}); {count} such in this column" help "check the year, or count to another day with --as-of DATE";

        // ---- check: trainings, participation, attendance -------------------------------------------
        StartBeforeId { id: String, start: String, fit: String }: id "pelatihan mulai {start}, sebelum bulan id `{id}`; laporan bulan itu tidak menemukannya" help "pakai id {fit}; bila sudah tercatat: bina training rename {id} {fit}",
            en "the training starts on {start}, before the month of its id `{id}`; reports about that month do not find it" help "use the id {fit}; where it is recorded: bina training rename {id} {fit}";
        StartFarFromId { month: String, start: String }: id "pelatihan mulai {start}, jauh dari bulan id {month}" help "id tidak berubah bila jadwal bergeser; periksa apakah tahunnya benar",
            en "the training starts on {start}, far from the month {month} of its id" help "an id stays when the date moves; check that the year is right";
        ModuleHours { modules: String, jp: String }: id "jumlah JP modul {modules} berbeda dari JP pelatihan {jp}" help "samakan jp dengan jumlah modul",
            en "the modules add up to {modules} JP, the training says {jp}" help "make jp the sum of the modules";
        SessionOutside { day: String }: id "sesi tanggal {day} di luar masa pelatihan" help "periksa tanggal sesi, start, dan end",
            en "the session on {day} lies outside the training" help "check the session's date, start and end";
        KeyTwice { key: String }: id "kunci `{key}` dipakai dua kali" help "beri kunci yang berbeda",
            en "the key `{key}` is used twice" help "give each a key of its own";
        InstructorUnnamed { key: String }: id "pengajar `{key}` tanpa nama" help "isi name, atau staff dengan id di staff.csv",
            en "the instructor `{key}` has no name" help "fill name, or staff with an id of staff.csv";
        StatusOpenAfterEnd { id: String, end: String }: id "pelatihan berakhir {end} tetapi belum ditutup" help "tutup dengan: bina training complete {id} --all, yang tidak hadir dengan --except NAMA:sakit",
            en "the training ended on {end} but is not closed" help "close it: bina training complete {id} --all, who was absent with --except NAME:sick";
        CompletedWithoutDay { training: String, staff: String }: id "tercatat selesai tanpa tanggal selesai; JP-nya tidak dihitung" help "tulis harinya: bina participation set {training} {staff} --completed TANGGAL",
            en "recorded as completed without the day; its JP are not counted" help "write the day: bina participation set {training} {staff} --completed DATE";
        CompletedWithoutJp { training: String, staff: String }: id "tercatat selesai tanpa JP" help "tulis JP menurut sertifikatnya: bina participation set {training} {staff} --jp …",
            en "recorded as completed without JP" help "write the JP of the certificate: bina participation set {training} {staff} --jp …";
        IdMistaken { id: String, command: String }: id "pengolah angka mengira `{id}` angka atau tanggal, lalu menyimpannya lain" help "beri nama lain yang diawali huruf: {command}",
            en "a spreadsheet takes `{id}` for a number or a day, and saves it as another" help "give it another name that begins with a letter: {command}";
        PositionAlike { text: String, twin: String }: id "`{text}` hampir sama dengan `{twin}`" help "tulis keduanya sama bila yang dimaksud sama; jabatan dicocokkan kata demi kata",
            en "`{text}` is nearly the same as `{twin}`" help "write both the same where the same is meant; positions are matched word for word";
        TextAlike { text: String, twin: String }: id "`{text}` hampir sama dengan `{twin}`" help "tulis keduanya sama bila yang dimaksud sama; laporan menghitungnya sebagai dua",
            en "`{text}` is nearly the same as `{twin}`" help "write both the same where the same is meant; reports count them as two";
        ComplaintTwice { key: String, id: String, file: String }: id "`{key}` sudah tercatat sebagai pengaduan {id} di {file}" help "hapus salah satunya; bila pengadu mengulang pengaduannya, isi duplicate_of dengan {id}",
            en "`{key}` is recorded already as the complaint {id} in {file}" help "remove one of them; where the complaint was made again, fill duplicate_of with {id}";
        DuplicateLater { other: String }: id "{other} diterima sesudah pengaduan ini, jadi tidak dapat diulang olehnya" help "isi duplicate_of pada pengaduan yang diterima belakangan",
            en "{other} was received after this complaint, which cannot repeat it" help "fill duplicate_of in the complaint that was received later";
        NumberElsewhere { number: String, channel: String, file: String }: id "nomor `{number}` juga tercatat pada kanal `{channel}` di {file}" help "bila pengaduannya sama, isi duplicate_of; bila lain, biarkan",
            en "the number `{number}` is also recorded on the channel `{channel}` in {file}" help "where it is the same complaint, fill duplicate_of; where it is another, leave it";
        ParticipationTwice { key: String, file: String }: id "{key} sudah ada di {file}; JP-nya terhitung dua kali" help "hapus salah satunya; bila kegiatan lain, beri id lain, misalnya dengan tahunnya",
            en "{key} is already in {file}; its JP count twice" help "remove one of them; where it is another programme, give it another id, with its year for example";
        AbsentWithResult { columns: String }: id "tercatat tidak hadir, tetapi terisi: {columns}" help "kosongkan kolom itu; atau ubah status bila ia hadir",
            en "recorded as absent, but filled: {columns}" help "empty these columns; or change the status if he or she was there";
        DayWithoutCompletion { status: String }: id "ada tanggal selesai atau JP, tetapi statusnya {status}" help "isi status dengan completed (selesai), atau kosongkan kolom completed dan jp",
            en "there is a completion day or JP but the status is {status}" help "change the status to completed, or empty completed and jp";
        AbsentWithoutReason: id "tidak hadir tanpa alasan" help "isi kolom reason: duty (dinas), sick (sakit), leave (cuti), permission (izin), declined (menolak), no-word (tanpa kabar), atau replaced (digantikan)",
            en "absent without a reason" help "fill the column reason: duty, sick, leave, permission, declined, no-word or replaced";
        ReasonWithoutAbsence: id "ada alasan tidak hadir, tetapi tidak tercatat tidak hadir" help "kosongkan kolom reason, atau isi status dengan absent (tidak hadir)",
            en "there is a reason of absence but the status is not absent" help "empty reason, or change the status to absent";
        JpOverCurriculum { jp: String, programme: String }: id "JP {jp} melebihi JP pelatihan {programme}" help "periksa sertifikat pelatihannya",
            en "{jp} JP are more than the training's {programme}" help "check the certificate";
        JpRecognisedOverClaimed { recognised: String, claimed: String }: id "JP diakui {recognised} melebihi JP sertifikat {claimed}" help "periksa kolom jp dan jp_recognised",
            en "{recognised} recognised JP are more than the certificate's {claimed}" help "check jp and jp_recognised";
        ScoreOutside { score: String, max: String }: id "nilai tes {score} di luar 0–{max}" help "periksa nilainya, atau test_max di dokumen pelatihan",
            en "the test score {score} is outside 0–{max}" help "check the score, or test_max in the training document";
        CompletedOutside { day: String, start: String }: id "selesai {day}, sebelum pelatihan mulai {start}" help "periksa tanggalnya",
            en "completed on {day}, before the training begins on {start}" help "check the date";
        BeyondLookBack { day: String, months: i64 }: id "selesai {day}, lebih dari {months} bulan sesudah bulan id; laporan tidak membacanya sejauh itu" help "periksa tanggalnya, atau naikkan programme_months di rules/look-back.toml",
            en "completed on {day}, more than {months} months after the month of the id; reports do not look back that far" help "check the date, or raise programme_months in rules/look-back.toml";
        VerifiedWithoutEvidence { training: String, staff: String }: id "verified_by terisi tanpa bukti dan SHA-256" help "catat buktinya dengan: bina participation claim {staff} --training {training} --file BERKAS …",
            en "verified_by is filled without evidence and its SHA-256" help "record the evidence: bina participation claim {staff} --training {training} --file FILE …";
        VerifiedBySelf: id "bukti diverifikasi oleh peserta sendiri" help "isi verified_by dengan id orang lain",
            en "the evidence is verified by the participant" help "fill verified_by with the id of somebody else";
        VerificationPending { training: String, count: usize }: id "bukti pelatihan menunggu verifikasi: {count} di berkas ini" help "verifikasi satu per satu, misalnya: bina participation verify {training} ORANG --by …",
            en "evidence waits for verification: {count} in this file" help "verify them one by one, for example: bina participation verify {training} PERSON --by …";
        ReplacesNotAbsent { training: String, staff: String }: id "orang yang digantikan (`{staff}`) tidak tercatat tidak hadir karena digantikan" help "catat: bina participation set {training} {staff} --status tidak-hadir --reason digantikan",
            en "the person replaced (`{staff}`) is not recorded as absent/replaced" help "record: bina participation set {training} {staff} --status absent --reason replaced";
        TestsMissing { training: String, count: usize }: id "{count} peserta {training} selesai tanpa pasangan tes awal dan tes akhir" help "lengkapi dengan: bina training score {training}",
            en "{count} {participants} of {training} completed without a pair of pre-test and post-test" help "fill in: bina training score {training}", participants of count "participant" / "participants";
        CancelledWithCompletion { count: usize }: id "pelatihan dibatalkan, tetapi {count} peserta tercatat selesai" help "ubah status pelatihan, atau status peserta",
            en "the training is cancelled but {count} {participants} recorded as completed" help "change the status of the training or of the participant", participants of count "participant is" / "participants are";
        StillOpenAfterClose { training: String, count: usize }: id "pelatihan selesai, tetapi {count} peserta belum punya hasil" help "catat dengan: bina training complete {training} NAMA, yang tidak hadir dengan --all --except NAMA:sakit",
            en "the training is done but {count} {participants} no outcome yet" help "record it with: bina training complete {training} NAME, who was absent with --all --except NAME:sick", participants of count "participant has" / "participants have";
        SeatsExceeded { seats: i64, count: usize }: id "peserta {count} orang, kursinya {seats}" help "periksa seats, atau daftar peserta",
            en "{count} {participants} for {seats} {places}" help "check seats, or the list of participants", participants of count "participant" / "participants", places of seats "seat" / "seats";
        AttendanceWithoutParticipation { training: String, staff: String }: id "`{staff}` hadir di sesi tanpa tercatat sebagai peserta" help "daftarkan dengan: bina training enroll {training} {staff}",
            en "`{staff}` attended a session without being a participant" help "enrol: bina training enroll {training} {staff}";
        SessionUnknown { session: String }: id "sesi `{session}` tidak ada di dokumen pelatihan" help "periksa kunci sesi di dokumen pelatihan",
            en "the training document has no session `{session}`" help "check the session keys in the training document";
        AbsentWithPresence { minutes: i64 }: id "tercatat tidak hadir, padahal hadir {minutes} menit di sesinya" help "perbaiki status di sini, atau kehadirannya: bina attendance set …",
            en "recorded as absent, though present for {minutes} minutes of its sessions" help "mend the status here, or the attendance: bina attendance set …";
        AttendanceBelowMinimum { percent: String, minimum: String }: id "selesai dengan kehadiran {percent} %, minimum {minimum} %" help "periksa kehadirannya, atau ubah status menjadi failed",
            en "completed with {percent} % attendance, the minimum is {minimum} %" help "check the attendance, or change the status to failed";
        JpBeyondPresence { jp: String, due: String }: id "{jp} JP, padahal kehadirannya hanya bernilai {due} JP" help "periksa kolom jp dan kehadirannya",
            en "{jp} JP, but the presence is worth {due} JP" help "check the column jp and the attendance";
        MinutesOverSession { minutes: i64, session: i64 }: id "hadir {minutes} menit, sesinya {session} menit" help "periksa kolom minutes",
            en "present for {minutes} minutes of a session of {session}" help "check the column minutes";

        // ---- check: evaluations, complaints, responses ---------------------------------------------
        EvaluatorSelf: id "pegawai menilai dirinya sendiri" help "isi evaluator dengan pejabat penilai kinerja",
            en "the person evaluates himself or herself" help "fill evaluator with the evaluating officer";
        EvaluationIncomplete: id "evaluasi belum lengkap: hasil atau perilaku kosong" help "lengkapi result dan behaviour",
            en "the evaluation is incomplete: result or behaviour is empty" help "fill result and behaviour";
        PredicateBesideParts: id "predikat ditulis di samping hasil dan perilaku, padahal mengikuti keduanya" help "kosongkan predicate",
            en "a predicate is written beside result and behaviour, from which it follows" help "leave predicate empty";
        EvaluationTooEarly { day: String, end: String }: id "evaluasi tanggal {day} mendahului akhir periode {end}" help "periksa tanggal atau periodenya",
            en "the evaluation of {day} comes before the period's end {end}" help "check the date or the period";
        CodeNotInSettings { what: String, code: String }: id "{what} `{code}` tidak ada di bina.toml" help "perbaiki kodenya, atau tambahkan: bina {what} add {code} NAMA",
            en "{what} `{code}` is not in bina.toml" help "mend the code, or add it: bina {what} add {code} NAME";
        ImportTarget { text: String }: id "`{text}` bukan tabel atau kolom yang dapat diisi impor" help "tulis tabel.kolom, misalnya staff.nip; lihat: bina schema staff",
            en "`{text}` is no table or column that an import can feed" help "write table.column, for example staff.nip; see: bina schema staff";
        ClassUnknown { class: String, allowed: String }: id "kelas pengaduan `{class}` tidak ada di aturan" help "pilih salah satu: {allowed}",
            en "the complaint class `{class}` is not in the rule" help "choose one of: {allowed}";
        WeekendWhole: id "ketujuh hari disebut hari libur mingguan, sehingga tidak ada hari kerja dan tidak ada tenggat yang terlewati" help "sebutkan hari libur mingguannya saja, misalnya: weekend = [\"saturday\", \"sunday\"]",
            en "all seven days are free days of the week, so there is no working day and no deadline ever passes" help "name the free days only, for example: weekend = [\"saturday\", \"sunday\"]";
        WeekendMissing: id "hari libur mingguan belum ditetapkan; setiap hari dihitung sebagai hari kerja" help "tetapkan: bina settings set calendar.weekend sabtu,minggu",
            en "no day of the week is said to be free; every day counts as a working day" help "say which: bina settings set calendar.weekend saturday,sunday";
        HolidaysMissing { year: String }: id "hari libur {year} belum dicatat; tenggat pengaduan dihitung tanpa hari libur" help "catat tiap hari libur: bina holiday add {year}-01-01 --name …",
            en "no holidays of {year} are on record; the deadlines of complaints are counted without them" help "record each of them: bina holiday add {year}-01-01 --name …";
        BeforeRecords { since: String }: id "ini dari masa sebelum catatan dimulai ({since}); laporan menganggap masa itu tidak diketahui" help "bila masa itu tercatat lengkap: bina settings set records_since TANGGAL; yang masih terbuka pada {since} boleh tetap; selain itu, hapus catatan ini",
            en "this is of a time before the records begin ({since}); reports take that time as not known" help "where that time is recorded in full: bina settings set records_since DATE; what was still open on {since} may stay; else delete this";
        ClassMissing { id: String }: id "kelas pengaduan kosong; tenggatnya tidak dapat dihitung" help "tentukan kelasnya: bina complaint classify {id} --class …; yang ada: rules/complaints.toml",
            en "the complaint has no class; its deadline cannot be counted" help "say its class: bina complaint classify {id} --class …; there are those of rules/complaints.toml";
        DayWithoutOutcome { complaint: String, date: String }: id "pengaduan ditutup tanpa hasil penanganan, jadi selesai tidaknya tidak diketahui" help "tulis hasilnya: bina handling set {complaint} {date} closed --outcome selesai, atau hasil yang lain",
            en "the complaint is closed without an outcome, so nobody can tell whether it is resolved" help "write it: bina handling set {complaint} {date} closed --outcome resolved, or another outcome";
        StepValue { step: String, belongs: String }: id "langkah `{step}` tidak memiliki nilai ini" help "nilai ini hanya ada pada langkah `{belongs}`; hapus, atau perbaiki langkahnya",
            en "a step `{step}` does not have this value" help "it stands at a step `{belongs}` only; remove it, or correct the step";
        StepOrder { step: String, since: String }: id "langkah `{step}` tidak cocok dengan keadaan pengaduan sejak {since}" help "periksa tanggalnya, atau catat langkah yang terlewat dengan bina complaint resolve atau reopen",
            en "a step `{step}` does not fit how the complaint stands since {since}" help "check the date, or record the step that was left out: bina complaint resolve or reopen";
        EventBeforeReceipt { day: String, received: String }: id "tanggal {day} mendahului penerimaan {received}" help "periksa tanggalnya",
            en "the date {day} comes before the receipt {received}" help "check the date";
        BatchTooSmall { batch: String, count: usize, minimum: usize }: id "kiriman `{batch}` berisi {count} jawaban; kurang dari {minimum} dapat mengungkap orangnya" help "samakan kolom batch dengan kiriman lain bulan itu; bila tidak ada, tambahkan jawaban berikutnya pada kiriman yang sama",
            en "batch `{batch}` has {count} {answers}; fewer than {minimum} may reveal the person" help "give its rows the batch of another one of the month; where there is none, add the next answers to the same batch", answers of count "answer" / "answers";
        AnonymousDay { text: String }: id "jawaban anonim memuat hari ({text})" help "tulis bulannya saja, misalnya 2026-10",
            en "an anonymous answer carries the day ({text})" help "write the month only, for example 2026-10";
        AnswersWithoutParticipants { training: String, answers: usize }: id "{answers} jawaban peserta tentang `{training}`, padahal tidak seorang pun tercatat mengikutinya" help "lengkapi pesertanya: bina training enroll {training} ORANG; bila jawaban itu tentang pelatihan lain, betulkan jawabannya",
            en "{answers} {of_them} about `{training}`, in which nobody is on record as taking part" help "record its participants: bina training enroll {training} PERSON; if they are about another programme, mend the answers", of_them of answers "answer of a participant" / "answers of participants";
        AnswersOverParticipants { training: String, answers: usize, participants: usize }: id "{answers} jawaban tentang `{training}`, padahal pesertanya {participants}" help "hapus jawaban yang masuk dua kali, atau lengkapi pesertanya: bina participation list --where training={training}",
            en "{answers} answers about `{training}`, which has {participants} participants" help "delete answers that were entered twice, or complete the participants: bina participation list --where training={training}";
        AnswersOverPeople { unit: String, code: String, answers: usize, people: usize }: id "{answers} jawaban tentang `{unit}`, padahal pegawainya {people}" help "hapus jawaban yang masuk dua kali: bina response remove {code} --batch …; atau lengkapi penempatannya: bina posting list --where unit={unit}",
            en "{answers} answers about `{unit}`, in which {people} people work" help "delete answers that were entered twice: bina response remove {code} --batch …; or complete the postings: bina posting list --where unit={unit}";
        NobodyAnswered: id "jawaban ini kosong seluruhnya" help "hapus barisnya",
            en "this answer is empty throughout" help "delete the row";
        TextNik: id "teks bebas memuat NIK (16 angka)" help "hapus NIK dari teks; cukup tulis pokok masalahnya",
            en "the free text holds a NIK (16 digits)" help "delete the NIK from the text; what it is about is enough";
        TextNip: id "teks bebas memuat NIP (18 angka)" help "hapus NIP dari teks; orang disebut dengan id-nya",
            en "the free text holds a NIP (18 digits)" help "delete the NIP from the text; a person is named by id";
        TextPhone: id "teks bebas memuat nomor telepon" help "hapus nomor telepon dari teks",
            en "the free text holds a telephone number" help "delete the telephone number from the text";
        TextEmail: id "teks bebas memuat alamat surel" help "hapus alamat surel dari teks",
            en "the free text holds an e-mail address" help "delete the e-mail address from the text";
        SubjectEmpty { column: String }: id "jawaban tanpa `{column}`" help "isi kolom `{column}`",
            en "an answer without `{column}`" help "fill the column `{column}`";
        InstructorUnknown { key: String }: id "pengajar `{key}` tidak ada di dokumen pelatihan" help "periksa kunci [[instructor]] di dokumen pelatihan",
            en "the training document has no instructor `{key}`" help "check the keys of [[instructor]] in the training document";
        QuestionnaireElements { missing: String, scale: String }: id "survei kepuasan tidak memuat unsur: {missing}" help "tambahkan [[item]] dengan key itu, kind = \"scale\", dan scale = {scale}",
            en "the satisfaction survey lacks the elements: {missing}" help "add an [[item]] with that key, kind = \"scale\" and scale = {scale}";
        QuestionnaireUnread: id "tidak ada laporan yang membaca jawaban kuesioner ini" help "survei masyarakat memerlukan index = \"satisfaction\"; kuesioner iklim: about = \"unit\", anonymous = true, tanpa public; kuesioner alumni dan atasan: about = \"training\", anonymous = false",
            en "no report reads the answers to this questionnaire" help "a survey of the public needs index = \"satisfaction\"; a climate questionnaire about = \"unit\", anonymous = true and no public; one for alumni and supervisors about = \"training\", anonymous = false";
        IndexUnknown { index: String }: id "indeks `{index}` tidak dikenal" help "tulis index = \"satisfaction\", atau hapus baris ini",
            en "the index `{index}` is not known" help "write index = \"satisfaction\", or delete this line";
        ChoicesEmpty { key: String }: id "butir pilihan `{key}` tanpa pilihan" help "tambahkan: choices = [\"…\", \"…\"]",
            en "the choice item `{key}` has no choices" help "add: choices = [\"…\", \"…\"]";
        ScaleReversed { low: i64, high: i64 }: id "skala [{low}, {high}] terbalik atau kosong" help "tulis scale = [terendah, tertinggi]",
            en "the scale [{low}, {high}] is reversed or empty" help "write scale = [lowest, highest]";

        // ---- commands -------------------------------------------------------------------------------
        DirectoryMissing { searched: String }: id "tidak ada direktori catatan (bina.toml); dicari di: {searched}" help "ketik: bina init DIREKTORI, atau tunjuk dengan -C DIREKTORI",
            en "there is no record directory (bina.toml); searched: {searched}" help "type: bina init DIRECTORY, or name it with -C DIRECTORY";
    }
}

impl Problem {
    /// Whether others follow from it: it is told before them.
    pub fn is_cause(&self) -> bool {
        use Problem::*;
        self.hides_rows()
            || matches!(
                self,
                FileMissing { .. } | TrainingMissing { .. } | DocumentEmpty | TomlSyntax { .. }
            )
    }

    /// Whether it hides rows of its file: then nobody knows what else is in it, and what follows from that is no finding.
    pub fn hides_rows(&self) -> bool {
        use Problem::*;
        matches!(
            self,
            Unreadable { .. }
                | HeaderMissing { .. }
                | TableEmptied { .. }
                | FileCut { .. }
                | Semicolons
                | ColumnUnknown { .. }
                | ColumnRepeated { .. }
                | KeyColumnMissing { .. }
                | QuoteOpen
                | RowEndless { .. }
                | Utf16
                | IsWorkbook
        )
    }

    /// That a file or folder cannot be read, and why.
    pub fn unreadable(error: &io::Error) -> Problem {
        let trouble = Trouble::of(error);
        Problem::Unreadable {
            sebab: trouble.text(Lang::Id),
            reason: trouble.text(Lang::En),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_hyphenated_and_unique() {
        assert_eq!(Problem::NotUtf8.code(), "not-utf8");
        assert_eq!(Problem::NipLength { found: 17 }.code(), "nip-length");
        let mut codes: Vec<String> = Problem::codes().collect();
        let all = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}
