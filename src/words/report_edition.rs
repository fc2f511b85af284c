//! The words of the edition for the public.

use super::words;

words! {
    /// What stands in every report that is for the public.
    pub enum EditionText {
        Title { title: String }: id "{title} – UNTUK UMUM", en "{title} – FOR THE PUBLIC";
        Without { minimum: u64 }: id "Demi melindungi data pribadi, nama orang, judul pelatihan, dan isi pengaduan tidak ditampilkan; begitu pula angka tentang kurang dari {minimum} pegawai, dan angka yang dapat dipakai untuk menghitungnya, dalam semua laporan umum tentang masa yang sama. Berapa yang menjawab survei tetap ditulis; pengaduan dan kepuasan masyarakat ditulis untuk setiap unit, betapa pun sedikit pegawainya.", en "To protect personal data, names of people, titles of programmes and the wording of complaints are not shown; nor are figures about fewer than {minimum} people of the office, and those from which such a figure could be calculated, in all public reports of the same time. How many answered a survey is told; complaints and satisfaction are told of every unit, however few work there.";
        ForEverybody: id "Tanpa nama orang. Yang tidak ditampilkan dijelaskan di akhir.", en "Without names of people. What is not shown is told at the end.";
        LeftOut: id "Yang tidak ditampilkan", en "What is not shown";
        Compared: id "Dengan membandingkan laporan beberapa masa, angka tentang sedikit orang kadang tetap dapat dihitung.", en "By comparing the reports of several times, a figure about few people can sometimes still be calculated.";
        Nothing: id "Bulan ini tidak ada yang dapat ditampilkan.", en "This month there is nothing that could be shown.";
        NoteWithheld { minimum: u64 }: id "* tidak ditampilkan: kurang dari {minimum} orang, atau dapat dihitung dari kelompok lain.", en "* not shown: fewer than {minimum} people, or it could be told from the other groups.";
    }
}
