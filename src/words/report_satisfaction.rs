//! The words of the report about the survey of the public.

use super::words;

words! {
    /// Headings and sentences.
    pub enum SurveyText {
        Title { period: String }: id "LAPORAN SURVEI KEPUASAN MASYARAKAT – {period}", en "SURVEY OF PUBLIC SATISFACTION – {period}";
        Result: id "Hasil", en "Result";
        Periods: id "Nilai IKM masa ini dan masa sebelumnya", en "The index of this period and of those before";
        Period: id "Masa", en "Period";
        AnsweredMonths: id "Bulan terisi", en "Months answered";
        Lowest: id "Tiga unsur terendah", en "The three lowest elements";
        LowestUnknown: id "Belum ada unsur yang dapat dinilai.", en "No element can be judged yet.";
        Method: id "Metode", en "Method";
        Questionnaire { titles: String }: id "Kuesioner: {titles}.", en "Questionnaire: {titles}.";
        NoQuestionnaire: id "Belum ada jawaban kuesioner survei masyarakat dalam masa ini.", en "No questionnaire of the public was answered in this period yet.";
        Window { period: String }: id "Masa survei: {period}.", en "Time of the survey: {period}.";
        Asked { elements: usize, low: i64, high: i64 }: id "Yang dinilai: {elements} unsur pelayanan, masing-masing dari {low} (terendah) sampai {high} (tertinggi).", en "What is judged: {elements} elements of service, each from {low} (lowest) to {high} (highest).";
        Counted { weight: String, factor: i64, decimals: i64 }: id "NRR unsur = jumlah nilai dibagi jumlah yang menjawab unsur itu. Nilai IKM = jumlah (NRR × bobot {weight}) × {factor}, dibulatkan {decimals} desimal, lalu dicari mutunya.", en "NRR of an element = sum of its marks over those who answered it. IKM = sum of (NRR × weight {weight}) × {factor}, rounded to {decimals} decimals, then its quality is chosen.";
        Bands: id "Mutu pelayanan menurut nilai", en "Quality of service by the index";
        Letter: id "Mutu", en "Quality";
        From: id "Dari", en "From";
        To: id "Sampai", en "To";
        Respondents: id "Responden", en "Respondents";
        Sample: id "Jumlah responden dan yang diperlukan", en "Respondents, and how many are needed";
        Population: id "Penerima layanan", en "People served";
        Needed: id "Diperlukan", en "Needed";
        Answered: id "Responden", en "Respondents";
        Short: id "Kurang", en "Short of it";
        Enough: id "Jumlah responden memenuhi yang diperlukan.", en "There are as many respondents as are needed.";
        TooFew { short: String }: id "Responden kurang {short} dari yang diperlukan; hasil survei belum mewakili semua penerima layanan.", en "There are {short} respondents fewer than needed; the result does not stand for all who were served.";
        NoPopulation: id "Jumlah penerima layanan belum diketahui, sehingga jumlah responden yang diperlukan tidak dapat ditetapkan.", en "How many people were served is not known, so it cannot be said how many respondents are needed.";
        WritePopulation { file: String }: id "Tulis jumlah penerima layanan dalam {file}: population = …", en "Write how many people were served in {file}: population = …";
        PopulationOfAll { population: String }: id "Kuesioner mencatat {population} penerima layanan untuk seluruh masa surveinya; berapa dalam masa laporan ini tidak diketahui, sehingga jumlah responden yang diperlukan tidak dapat ditetapkan.", en "The questionnaire has {population} people served in the whole time of its survey; how many in this period is not known, so it cannot be said how many respondents are needed.";
        AsWritten: id "Penerima layanan adalah yang tertulis dalam kuesioner untuk seluruh masa surveinya.", en "The people served are those that the questionnaire has for the whole time of its survey.";
        Elements: id "Unsur pelayanan", en "Elements of service";
        Weighted: id "NRR tertimbang", en "Weighted NRR";
        Converted: id "Nilai", en "Index";
        Places: id "Unit dan layanan", en "Units and services";
        Months: id "Perkembangan bulanan", en "Month by month";
        ByMonth: id "Nilai IKM setiap bulan", en "The index of each month";
        Month: id "Bulan", en "Month";
        Comments: id "Saran dan masukan responden", en "What the respondents write";
        CommentsOf: id "Tertulis dalam jawaban masa ini", en "Written in the answers of this period";
        FollowUp: id "Rencana tindak lanjut", en "Follow-up plan";
        NoActions { day: String }: id "Belum ada tindak lanjut atas jawaban survei yang tercatat sampai {day}; yang dibuka sesudahnya ada dalam laporan masa berikutnya.", en "No follow-up to answers of the survey was on record by {day}; what is opened later stands in the report of the next period.";
        Heard: id "Jawaban", en "Answers of";
        What: id "Yang dilakukan", en "What is done";
        Owner: id "Penanggung jawab", en "Owner";
        Due: id "Tenggat", en "Due";
        State: id "Keadaan", en "State";
        Done { day: String }: id "selesai {day}", en "done {day}";
        Late: id "lewat tenggat", en "overdue";
        Open: id "berjalan", en "under way";
        Outcome: id "Hasil", en "What came of it";
    }
}
