//! Why a write was refused or stopped, and what is true of the records now.

use super::coded::problems;
use super::{Lang, Say};
use std::fmt;

problems! {
    /// Everything that keeps a write from being done. Unless a sentence says otherwise nothing was written.
    pub enum WriteError {
        Locked { holder: String }: id "sedang ditulis oleh: {holder}" help "tunggu sampai selesai, lalu jalankan lagi",
            en "another program is writing: {holder}" help "wait until it is done, then run again";
        ChangedMeanwhile { name: String }: id "{name} diubah program lain sesudah dibaca; tidak ada yang ditulis" help "jalankan lagi; isi yang baru akan dibaca",
            en "{name} was changed by another program after it was read; nothing was written" help "run again; the new content will be read";
        Blocked { name: String }: id "{name} tidak dapat ditulis: sedang dibuka program lain, atau hanya-baca" help "tutup di Excel, atau hapus tanda hanya-baca, lalu jalankan lagi",
            en "{name} cannot be written: another program holds it open, or it is read-only" help "close it in Excel, or clear its read-only mark, and run again";
        Denied { name: String }: id "tidak ada izin untuk menulis {name}" help "periksa izin direktorinya, atau jalankan sebagai pemilik direktori catatan",
            en "there is no permission to write {name}" help "check the permissions of its directory, or run as the owner of the record directory";
        NoSpace { name: String }: id "ruang penyimpanan habis saat menulis {name}; tidak ada yang berubah" help "kosongkan ruang, lalu jalankan lagi",
            en "the disk is full while writing {name}; nothing has changed" help "free some space and run again";
        NotWritten { name: String, reason: String }: id "{name} tidak dapat ditulis: {reason}" help "tidak ada yang berubah; atasi penyebabnya, lalu jalankan lagi",
            en "{name} cannot be written: {reason}" help "nothing has changed; remove the cause and run again";
        BadName { name: String }: id "`{name}` bukan nama berkas catatan, atau tertulis dua kali" help "pakai nama di dalam direktori catatan, tanpa `..`, `\\` dan `:`",
            en "`{name}` is no name of a record file, or stands twice" help "use a name inside the record directory, without `..`, `\\` and `:`";
        /// The write is committed; only its last step is missing.
        Unfinished { name: String, reason: String }: id "perubahan sudah tersimpan, tetapi {name} belum dipasang di tempatnya: {reason}" help "jangan diketik ulang; perintah tulis berikutnya menyelesaikannya",
            en "the change is saved, but {name} is not in its place yet: {reason}" help "do not type it again; the next write finishes it";
        /// What is missing is the last step of another write, and so this one did not begin.
        EarlierUnfinished { name: String, reason: String }: id "penulisan sebelumnya terputus dan {name} belum dapat dipasang: {reason}" help "tutup program yang membuka {name}, lalu jalankan lagi",
            en "an earlier write was interrupted and {name} cannot be put in its place yet: {reason}" help "close the program that holds {name} open and run again";
        /// The write is committed and in place, but for one file.
        Diverged { name: String, aside: String }: id "{name} diubah program lain pada saat yang sama; perubahan lain sudah tersimpan, isi yang akan ditulis ke {name} ada di {aside}" help "bandingkan keduanya, pindahkan yang kurang ke {name}, lalu hapus {aside}",
            en "{name} was changed by another program at the same moment; the other changes are saved, and what was to be written to {name} lies in {aside}" help "compare the two, take over into {name} what it lacks, then delete {aside}";
        LinkLeaves { name: String }: id "{name} adalah tautan yang keluar dari direktori catatan" help "letakkan berkas aslinya di dalam direktori catatan, lalu arahkan tautannya ke situ",
            en "{name} is a link that leads out of the record directory" help "put the file itself inside the record directory, and let the link lead there";
        JournalDamaged { name: String }: id "{name} rusak: catatan penulisan yang terputus tidak terbaca" help "bandingkan berkas dengan git diff, lalu hapus {name}",
            en "{name} is damaged: the note of an interrupted write cannot be read" help "compare the files with git diff, then delete {name}";
        GitMissing: id "program git tidak ditemukan; tidak ada yang ditulis" help "pasang git, atau jalankan tanpa --commit",
            en "there is no git program; nothing was written" help "install git, or run without --commit";
        NoRepository { folder: String }: id "git tidak menyimpan {folder}; tidak ada yang ditulis" help "ketik: git init {folder}; atau jalankan tanpa --commit",
            en "git does not keep {folder}; nothing was written" help "type: git init {folder}; or run without --commit";
        GitWaits { what: String }: id "ada {what} git yang belum selesai; tidak ada yang ditulis" help "selesaikan dulu, lihat: git status; atau jalankan tanpa --commit",
            en "a {what} of git waits to be finished; nothing was written" help "finish it first, see: git status; or run without --commit";
        GitNobody: id "git tidak tahu siapa yang mencatat; tidak ada yang ditulis" help "ketik: git config user.name \"NAMA\" dan git config user.email ALAMAT",
            en "git does not know who commits; nothing was written" help "type: git config user.name \"NAME\" and git config user.email ADDRESS";
        GitUnsigned { reason: String }: id "git tidak dapat menandatangani: {reason}; tidak ada yang ditulis" help "atur kuncinya, misalnya: git config gpg.format ssh dan git config user.signingkey ~/.ssh/id_ed25519.pub; atau jalankan tanpa --sign",
            en "git cannot sign: {reason}; nothing was written" help "set the key up, for example: git config gpg.format ssh and git config user.signingkey ~/.ssh/id_ed25519.pub; or run without --sign";
        GitUnkept { name: String }: id "{name} sudah memuat perubahan lain yang belum di-commit; tidak ada yang ditulis" help "commit dulu yang itu: git add {name}, lalu git commit; atau jalankan tanpa --commit",
            en "{name} already holds other changes that are not committed; nothing was written" help "commit those first: git add {name}, then git commit; or run without --commit";
        GitRefused { reason: String }: id "git menolak: {reason}; tidak ada yang ditulis" help "lihat: git status; atau jalankan tanpa --commit",
            en "git refused: {reason}; nothing was written" help "see: git status; or run without --commit";
        /// The records are written, the commit is not made.
        NotCommitted { reason: String, names: String }: id "perubahan sudah tersimpan, tetapi belum di-commit: {reason}" help "jangan diketik ulang; atasi sebabnya, lalu ketik: git add {names}, lalu git commit",
            en "the change is saved, but not committed: {reason}" help "do not type it again; remove the cause, then type: git add {names}, then git commit";
        ByHand { field: String }: id "`{field}` tidak dapat diubah dengan perintah di dokumen ini" help "ubah dengan penyunting teks, lalu ketik: bina check",
            en "`{field}` cannot be changed by a command in this document" help "change it in a text editor, then type: bina check";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do_in_both_languages() {
        let blocked = WriteError::Blocked {
            name: "staff.csv".into(),
        };
        assert_eq!(blocked.code(), "blocked");
        assert!(
            blocked
                .text(Lang::Id)
                .starts_with("staff.csv tidak dapat ditulis")
        );
        assert_eq!(
            blocked.help(Lang::En),
            "close it in Excel, or clear its read-only mark, and run again"
        );
        assert_eq!(WriteError::codes().count(), WriteError::CODES.len());
    }
}
