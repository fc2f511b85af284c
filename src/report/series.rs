//! The figures that a chart draws, taken from the table that holds it.

use super::chart::Chart;
use super::model::{Column, Table, Value};

impl Table {
    /// A table with a picture of its figures.
    pub fn drawn(mut self, chart: Chart) -> Table {
        self.charts.push(chart);
        self
    }
}

/// What a chart draws of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series<'t> {
    /// Its title is the label, its unit that of the axis.
    pub column: &'t Column,
    /// The key of each row with its figure, in the order of the table.
    pub points: Vec<(&'t Value, &'t Value)>,
}

/// What a chart draws of a table, a series for each of its columns; `None` when the table has not all of them.
pub fn series<'t>(chart: &Chart, table: &'t Table) -> Option<Vec<Series<'t>>> {
    let series = |id: &str| {
        let at = table.column(id)?;
        let rows = table.rows.iter().filter(|row| !Table::is_total(row));
        let points = rows.filter_map(|row| Some((row.first()?, row.get(at)?)));
        Some(Series {
            column: table.columns.get(at)?,
            points: points.collect(),
        })
    };
    chart.columns().into_iter().map(series).collect()
}

#[cfg(test)]
mod tests {
    use super::super::chart::Drawing;
    use super::super::model::TOTAL;
    use super::*;

    #[test]
    fn a_chart_draws_what_stands_in_its_table() {
        let chart = |parts: Vec<&'static str>| Chart {
            id: "hours",
            title: String::new(),
            shape: Drawing::Bars(parts),
            is_public: false,
        };
        let total = Value::Key {
            key: TOTAL.into(),
            label: "Total".into(),
        };
        let column = |id| Column {
            id,
            ..Column::default()
        };
        let (a, b) = (Value::Text("a".into()), Value::Text("b".into()));
        let table = Table {
            columns: ["unit", "jp", "least"].map(column).into(),
            rows: vec![
                vec![a.clone(), Value::Count(12), Value::Count(20)],
                vec![b.clone(), Value::Withheld, Value::Count(20)],
                vec![total, Value::Count(30), Value::Missing],
            ],
            ..Table::default()
        };
        let drawn = series(&chart(vec!["least", "jp"]), &table).unwrap();
        assert_eq!(drawn[1].column.id, "jp");
        assert_eq!(drawn[1].points, [(&a, &Value::Count(12)), (&b, &Value::Withheld)]);
        assert_eq!(series(&chart(vec!["jp", "gone"]), &table), None);
    }
}
