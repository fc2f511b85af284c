//! Rules about units, people, where they work and under which contract.

use super::dossier::Dossier;
use super::remarks::Remarks;
use super::rule::{Look, Rule, flaw};
use crate::records::code::Employment;
use crate::records::organisation::{Contract, Posting, Staff};
use crate::words::problem::Problem;

/// The rules about units, people, postings and contracts.
pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "nip-repeated",
        "Satu NIP dimiliki satu orang.",
        "A NIP belongs to one person.",
        &[Look::Staff(nip_repeated)],
    ),
    Rule::error(
        "nip-employment",
        "Angka ke-13 dan ke-14 NIP cocok dengan status kepegawaian.",
        "Digits 13 and 14 of a NIP agree with the employment.",
        &[Look::Staff(nip_employment)],
    ),
    Rule::error(
        "nip-born",
        "Tanggal lahir sama dengan yang ada di NIP.",
        "The birth date is that of the NIP.",
        &[Look::Staff(nip_born)],
    ),
    Rule::error(
        "nip-sex-differs",
        "Jenis kelamin sama dengan yang ada di NIP.",
        "The sex is that of the NIP.",
        &[flaw!(Staff: "sex" NipSexDiffers if |row| row.differs_in_sex())],
    ),
    Rule::warning(
        "nip-absent",
        "Setiap ASN memiliki NIP.",
        "Every ASN has a NIP.",
        &[Look::Staff(nip_absent)],
    ),
    Rule::warning(
        "posting-missing",
        "Setiap orang kecuali pihak luar memiliki penempatan.",
        "Everybody except people from outside has a posting.",
        &[Look::Staff(posting_missing)],
    ),
    Rule::warning(
        "grade-employment",
        "Golongan cocok dengan status kepegawaian.",
        "The grade agrees with the employment.",
        &[Look::Posting(grade)],
    ),
    Rule::warning(
        "contract-missing",
        "Kontrak yang sedang berlaku diketahui untuk setiap PPPK yang bekerja di sini.",
        "The contract in force is known of every PPPK who works here.",
        &[Look::Staff(contract_missing)],
    ),
    Rule::warning(
        "contract-overlap",
        "Masa kontrak seseorang tidak bertumpang tindih.",
        "The contracts of a person do not overlap.",
        &[Look::Contract(contract_overlap)],
    ),
    Rule::warning(
        "contract-not-pppk",
        "Hanya PPPK yang memiliki kontrak.",
        "Only PPPK have contracts.",
        &[Look::Contract(contract_not_pppk)],
    ),
];

fn nip_repeated(row: &Staff<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let Some(nip) = row.nip
        && let Some(other) = dossier.register.nips.get(nip.text())
        && other != row.id.text()
    {
        let (nip, other) = (nip.text().to_owned(), other.clone());
        remarks.cell("nip", Problem::NipRepeated { nip, other });
    }
}

fn nip_employment(row: &Staff<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    // Who becomes CPNS gets another NIP, which takes the place of the first.
    let employment = employment_now(row, dossier);
    if row.differs_in_employment(employment) {
        let employment = employment.code().to_owned();
        remarks.cell("nip", Problem::NipEmployment { employment });
    }
}

/// In which relation the person stands to the office today.
fn employment_now(row: &Staff<'_>, dossier: &Dossier<'_>) -> Employment {
    let career = dossier.career(row.id);
    let now = career.and_then(|career| career.employment_on(dossier.register.as_of));
    now.unwrap_or(row.employment)
}

fn nip_born(row: &Staff<'_>, _: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if let (true, Some(nip), Some(born)) = (row.differs_in_birth(), row.nip, row.born) {
        let (nip, born) = (nip.born().to_string(), born.to_string());
        remarks.cell("born", Problem::NipBorn { nip, born });
    }
}

fn nip_absent(row: &Staff<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    if row.nip.is_none() && employment_now(row, dossier).is_asn() {
        let staff = row.id.text().to_owned();
        remarks.cell("nip", Problem::NipAbsent { staff });
    }
}

fn posting_missing(row: &Staff<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let is_posted = dossier
        .career(row.id)
        .is_some_and(|career| career.is_posted() || career.is_blurred);
    if !is_posted && row.employment != Employment::External {
        let staff = row.id.text().to_owned();
        remarks.cell("id", Problem::PostingMissing { staff });
    }
}

fn grade(row: &Posting<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let career = dossier.career(row.staff);
    let employment = career.and_then(|career| career.employment_on(row.since));
    let (Some(grade), Some(employment)) = (row.grade, employment) else {
        return;
    };
    // Who was PPPK before becoming CPNS has earlier postings with the other kind of grade.
    let agrees = match employment {
        Employment::Cpns | Employment::Pns => {
            grade.is_pns() || career.is_some_and(|career| career.is_posted_anew(row.since))
        }
        Employment::Pppk | Employment::PppkPartTime => !grade.is_pns(),
        Employment::NonAsn | Employment::External => false,
    };
    if !agrees {
        let (grade, employment) = (grade.code().to_owned(), employment.code().to_owned());
        remarks.cell("grade", Problem::GradeEmployment { grade, employment });
    }
}

fn contract_missing(row: &Staff<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let today = dossier.register.as_of;
    if let Some(career) = dossier.career(row.id)
        && employment_now(row, dossier).is_pppk()
        && career.works_on(today)
        && !career.has_contract_on(today)
        && !career.is_blurred
    {
        let staff = row.id.text().to_owned();
        remarks.cell("id", Problem::ContractMissing { staff });
    }
}

fn contract_overlap(row: &Contract<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let Some(career) = dossier.career(row.staff) else {
        return;
    };
    let before = career.contracts.iter().rfind(|(since, _)| *since < row.since);
    if let Some((since, until)) = before
        // An open contract ends where the next begins.
        && until.is_some_and(|until| until >= row.since)
    {
        let other = since.to_string();
        remarks.cell("since", Problem::ContractOverlap { other });
    }
}

fn contract_not_pppk(row: &Contract<'_>, dossier: &Dossier<'_>, remarks: &mut Remarks<'_>) {
    let career = dossier.career(row.staff);
    let employment = career.and_then(|career| career.employment_on(row.since));
    // Who became CPNS later had contracts before.
    let was_pppk = |employment: Employment| matches!(employment, Employment::Cpns | Employment::Pns);
    if let Some(employment) = employment
        && !employment.is_pppk()
        && !(was_pppk(employment) && row.until.is_some_and(|until| until < dossier.register.as_of))
    {
        let staff = row.staff.text().to_owned();
        remarks.cell("staff", Problem::ContractNotPppk { staff });
    }
}
