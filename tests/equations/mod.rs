//! Sums of unknown counts, and which of the unknowns follow from them.

mod page;

pub(crate) use page::{fraction, grids};

use std::collections::BTreeMap;

/// A month, a table, a row, a column.
pub(crate) type Address = (String, String, String, String);

pub(crate) fn address(month: &str, table: &str, row: &str, column: &str) -> Address {
    [month, table, row, column].map(str::to_owned).into()
}

/// Who answers the survey of the public, whose rows a question and its answer tell apart.
pub(crate) const PROFILE: &str = "respondents_by_profile";

/// Which figures count people, and may not be of too few.
pub(crate) fn counts_people((_, table, row, column): &Address) -> bool {
    match &**table {
        "of nobody" => row != "completions more than people",
        "hours_by_unit" => column == "staff",
        PROFILE => column == "n",
        "gaps_by_unit" => column == "assessed",
        "predicates" => column == "people",
        "refreshers" => column == "trained",
        "competencies" | "programmes_by_mode" => column == "completed",
        "certificates_by_state" => column == "certificates",
        "mentoring" => column == "running",
        "participation" => {
            !matches!(&**row, "programmes" | "unclosed" | "unevaluated" | "top_tenth")
                && column.ends_with(":part")
        }
        "key_figures" => {
            let is_of = matches!(&**row, "under_floor" | "evaluations_missing");
            is_of && (column.ends_with(":part") || column.ends_with(":of"))
        }
        _ => false,
    }
}

/// A sum of unknowns with its value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Equation {
    pub(crate) terms: BTreeMap<Address, f64>,
    pub(crate) value: f64,
}

/// What follows from equations: by elimination, because what adds up to nothing is nothing, and because counts are whole
/// and not below nothing.
pub(crate) fn solved(mut equations: Vec<Equation>) -> BTreeMap<Address, f64> {
    let mut out = bounded(&equations);
    for at in 0..equations.len() {
        let Some((pivot, factor)) = equations[at].terms.iter().next().map(|(a, f)| (a.clone(), *f)) else {
            continue;
        };
        let (terms, value) = (equations[at].terms.clone(), equations[at].value);
        for (_, other) in equations.iter_mut().enumerate().filter(|(other, _)| *other != at) {
            let Some(by) = other.terms.get(&pivot).map(|own| own / factor) else {
                continue;
            };
            for (address, own) in &terms {
                *other.terms.entry(address.clone()).or_default() -= by * own;
            }
            other.terms.retain(|_, own| own.abs() > 1e-9);
            other.value -= by * value;
        }
    }
    for equation in &equations {
        if let Some((address, own)) = equation.terms.iter().next().filter(|_| equation.terms.len() == 1) {
            out.insert(address.clone(), equation.value / own);
        }
    }
    out.extend(bounded(&equations));
    out
}

/// The unknowns whose bounds meet.
fn bounded(equations: &[Equation]) -> BTreeMap<Address, f64> {
    let unknowns = equations.iter().flat_map(|equation| equation.terms.keys());
    let mut bounds: BTreeMap<&Address, (f64, f64)> =
        unknowns.map(|own| (own, (0.0, f64::INFINITY))).collect();
    for _ in 0..20 {
        for equation in equations {
            for (own, factor) in &equation.terms {
                let others = equation.terms.iter().filter(|(other, _)| *other != own);
                let (mut low, mut high) = (equation.value, equation.value);
                for (other, factor) in others {
                    let (least, most) = bounds[other];
                    let both =
                        [factor * least, factor * most].map(|end| if end.is_nan() { 0.0 } else { end });
                    low -= both[0].max(both[1]);
                    high -= both[0].min(both[1]);
                }
                let ends = [low / factor, high / factor];
                let bound = bounds.get_mut(own).unwrap();
                bound.0 = bound.0.max(ends[0].min(ends[1]));
                bound.1 = bound.1.min(ends[0].max(ends[1]));
            }
        }
    }
    let met = bounds.into_iter().filter(|(_, (low, high))| high - low < 1e-6);
    met.map(|(own, (low, _))| (own.clone(), low)).collect()
}

#[test]
fn what_can_be_calculated_is_found() {
    let own = |row: &str| address("m", "t", row, "c");
    let sum = |rows: &[&str], value| Equation {
        terms: rows.iter().map(|row| (own(row), 1.0)).collect(),
        value,
    };
    // Two unknowns in one sum are safe, until one of them is told elsewhere, or the sum is nothing.
    assert_eq!(solved(vec![sum(&["a", "b"], 6.0)]).len(), 0);
    assert_eq!(
        solved(vec![sum(&["a", "b"], 6.0), sum(&["b"], 3.0)])[&own("a")],
        3.0
    );
    assert_eq!(solved(vec![sum(&["a", "b"], 0.0)]).len(), 2);
    let both = vec![sum(&["a", "b"], 6.0), sum(&["a", "b", "d"], 9.0)];
    assert_eq!(solved(both), BTreeMap::from([(own("d"), 3.0)]));
    // Neither can be below nothing: `a` and `b` are 4, `b` is no less than 4.
    let more = Equation {
        terms: BTreeMap::from([(own("b"), 1.0), (own("rest"), -1.0)]),
        value: 4.0,
    };
    assert_eq!(solved(vec![sum(&["a", "b"], 4.0), more])[&own("a")], 0.0);
}
