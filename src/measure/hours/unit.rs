//! The hours of one unit, and in which of its figures a person and a completion are.

use super::super::sheet::sheet;
use super::{TABLE, is_verified};
use crate::diagnostic::Origin;
use crate::measure::trace::{Figure, Omission, Trace};
use crate::records::taking_part::Participation;
use crate::records::time::Day;

sheet! {
    /// The hours of one unit, or of the office; JP in 1/10,000.
    pub UnitHours of HoursColumn: "hours_by_unit" {
        staff: counts().public(), id "ASN", en "ASN",
            says id "Jumlah ASN yang bertugas di unit ini pada hari terakhir bulan.",
            en "How many ASN work in the unit on the month's last day.";
        earning: counts().hidden(), id "Memperoleh JP", en "With JP",
            says id "Jumlah ASN unit ini yang memperoleh JP sejak Januari.",
            en "How many ASN of the unit have JP since January.";
        jp_total: sums().public().by("hours").known_by("jp_known", "jp_unknown"), id "JP", en "JP",
            says id "Jumlah JP pada sertifikat dari pelatihan yang selesai sejak Januari sampai hari terakhir bulan.",
            en "The JP on certificates of what was completed from January to the month's last day.";
        jp_mean: over("jp_total", "staff", 1).public().by("hours").known_by("told", "untold"), id "Rata-rata", en "Mean",
            says id "Jumlah JP dibagi jumlah ASN unit ini.", en "The JP over the number of ASN of the unit.";
        pns: counts(), id "PNS", en "PNS",
            says id "Jumlah PNS di unit ini pada hari terakhir bulan.",
            en "How many PNS work in the unit on the month's last day.";
        under_floor: counts().by("hours").known_by("floor_judged", "floor_unknown"), id "Belum {floor} JP", en "Below {floor} JP",
            says id "Jumlah PNS yang JP-nya sejak Januari di bawah batas paling sedikit.",
            en "How many PNS have fewer JP since January than the minimum.";
        pppk: counts(), id "PPPK", en "PPPK",
            says id "Jumlah PPPK di unit ini pada hari terakhir bulan.",
            en "How many PPPK work in the unit on the month's last day.";
        over_ceiling: counts().known_by("ceiling_judged", "ceiling_unknown").by("hours"), id "Lewat {ceiling} JP", en "Over {ceiling} JP",
            says id "Jumlah PPPK yang JP-nya dalam tahun kontrak melampaui batas paling banyak.",
            en "How many PPPK have more JP in their contract year than the maximum.";
        jp_recognised: sums().by("hours").known_by("jp_assessed", "jp_unassessed"), id "Diakui", en "Recognised",
            says id "Jumlah JP yang diakui; yang belum dinilai pengakuannya tercantum di bawah. Tidak diketahui bila belum satu pun dinilai.",
            en "The JP recognised; those not yet assessed are listed below. Not known where none was assessed.";
        jp_verified: sums().by("hours"), id "Verifikasi", en "Verified",
            says id "Jumlah JP pada sertifikat yang sudah diverifikasi orang lain.",
            en "The JP on certificates that somebody else verified.";
        under_floor_forecast: counts().by("hours").known_by("forecast_judged", "forecast_unknown"), id "Prakiraan akhir tahun", en "Forecast to year end",
            says id "Jumlah PNS yang tetap di bawah batas walau semua tempat yang dikonfirmasi sampai akhir tahun diikuti.",
            en "How many PNS stay below the minimum even if every place confirmed until the year's end is taken.";
        without_contract: counts().hidden(), id "Kontrak tidak diketahui", en "Contract unknown",
            says id "Jumlah PPPK yang masa kontraknya tidak diketahui.", en "How many PPPK have no known contract.";
        floor_unknown: counts().hidden(), id "Belum diketahui {floor} JP", en "{floor} JP not known",
            says id "Jumlah PNS yang belum diketahui mencapai batas paling sedikit: catatan dimulai sesudah Januari, atau ada pelatihan selesai yang JP atau harinya, atau pelatihan yang pesertanya, tidak tercatat.",
            en "Of how many PNS it is not known whether they reached the minimum: the records begin after January, or of something completed the JP or the day, or of a programme all participants, are not on record.";
        jp_unknown: counts().hidden(), id "JP belum diketahui", en "JP not known",
            says id "Jumlah ASN unit ini yang menyelesaikan pelatihan yang JP atau harinya tidak tercatat.",
            en "How many ASN of the unit completed something whose JP or day is not on record.";
        jp_known: part();
        pns_unknown: part();
        told: part();
        untold: part();
        floor_judged: part(), id "PNS yang JP-nya diketahui", en "PNS whose JP are known";
        forecast_judged: part();
        forecast_unknown: part();
        ceiling_unknown: part();
        jp_assessed: decimal_part();
        jp_unassessed: decimal_part();
        ceiling_judged: part();
        pns_earning: part();
        pns_jp: part(), id "JP PNS", en "JP of PNS";
    }
}
use HoursColumn as Of;

/// Tells in which JP of the year a completion is, as what the rule counts of it.
pub(super) fn tell_hours(
    (row, as_of): (&Participation<'_>, Day),
    origin: Origin,
    (number, unit): (u32, Option<u32>),
    counted: i64,
    trace: &mut Trace,
) {
    let figure = |column: Of| Figure::of_unit(TABLE, unit, column.id());
    let jp = row.jp.map_or(0, |jp| jp.0);
    trace.uses(figure(Of::jp_total), origin, jp);
    trace.uses(Figure::new("under_floor", number, "jp"), origin, counted);
    match row.jp_recognised {
        Some(recognised) => trace.uses(figure(Of::jp_recognised), origin, recognised.0),
        None => trace.omits(figure(Of::jp_recognised), origin, Omission::NotAssessed),
    }
    match is_verified(row, as_of) {
        true => trace.uses(figure(Of::jp_verified), origin, jp),
        false => trace.omits(figure(Of::jp_verified), origin, Omission::NotVerified),
    }
}

/// What a person is counted in: the columns that a trace hears of her, where they are not nothing.
const COUNTED: [Of; 11] = [
    Of::staff,
    Of::earning,
    Of::pns,
    Of::under_floor,
    Of::under_floor_forecast,
    Of::pppk,
    Of::over_ceiling,
    Of::without_contract,
    Of::floor_unknown,
    Of::floor_judged,
    Of::jp_unknown,
];

/// Tells in which figures of a unit one person was counted.
pub(super) fn tell(one: &UnitHours, person: u32, unit: Option<u32>, trace: &mut Trace) {
    for column in COUNTED.into_iter().filter(|column| one.of(*column) > 0) {
        trace.counts(Figure::of_unit(TABLE, unit, column.id()), person, 1);
    }
    if one.of(Of::pns) > 0 {
        trace.counts(Figure::of_unit(TABLE, unit, "pns_jp"), person, one.of(Of::pns_jp));
    }
}
