//! Dot plots as SVG: a line for each row, a dot for each engine, on a logarithmic scale.
//!
//! A dot plot shows many engines on many programs in little room, and on a logarithmic scale equal distances are equal ratios. The file carries both sets of colours; a viewer
//! that prefers dark ones takes those.

use std::fmt::Write as _;

/// A chart.
pub struct Chart {
    /// What it shows, with the unit.
    pub title: String,
    /// Names of the rows.
    pub rows: Vec<String>,
    /// The dots.
    pub series: Vec<Series>,
}

/// The dots of one colour.
pub struct Series {
    /// What the legend calls them.
    pub title: String,
    /// One for each row, if there is one.
    pub values: Vec<Option<f64>>,
}

const WIDTH: f64 = 880.0;
/// Where the scale begins and ends.
const LEFT: f64 = 110.0;
const RIGHT: f64 = WIDTH - 30.0;
const TOP: f64 = 78.0;
const ROW: f64 = 24.0;

/// Colours that people with any colour vision can tell apart (after Okabe and Ito), on light and on dark ground.
const COLOURS: [(&str, &str); 6] = [
    ("#d55e00", "#ff8c33"),
    ("#0072b2", "#56b4e9"),
    ("#009e73", "#2fd0a3"),
    ("#b3599a", "#e08cc6"),
    ("#8a6d00", "#f0e442"),
    ("#777777", "#aaaaaa"),
];

impl Chart {
    /// The file's text.
    pub fn svg(&self) -> String {
        let bottom = TOP + ROW * self.rows.len() as f64;
        let height = bottom + 34.0;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n<style>\n{}</style>\n",
            style()
        );
        let _ = writeln!(svg, "<text x=\"10\" y=\"24\" font-size=\"16\">{}</text>", escaped(&self.title));
        self.legend(&mut svg);
        let scale =
            Scale::over(self.series.iter().flat_map(|series| series.values.iter().flatten().copied()));
        for tick in scale.ticks() {
            let x = scale.x(tick);
            let _ = writeln!(
                svg,
                "<path class=\"grid\" d=\"M{x:.1} {TOP}V{bottom}\"/><text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{tick}</text>",
                bottom + 20.0
            );
        }
        for (index, row) in self.rows.iter().enumerate() {
            let y = TOP + ROW * (index as f64 + 0.5);
            let _ = writeln!(
                svg,
                "<path class=\"grid\" d=\"M{LEFT} {y:.1}H{RIGHT}\"/><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
                LEFT - 12.0,
                y + 4.5,
                escaped(row)
            );
            // The first series lies on top of the others.
            for (number, series) in self.series.iter().enumerate().rev() {
                if let Some(Some(value)) = series.values.get(index) {
                    let _ = writeln!(
                        svg,
                        "<circle class=\"s{}\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"{}\"><title>{}: {} {value:.3}</title></circle>",
                        number % COLOURS.len(),
                        scale.x(*value),
                        if number == 0 { 6.5 } else { 5.0 },
                        escaped(row),
                        escaped(&series.title)
                    );
                }
            }
        }
        svg + "</svg>\n"
    }

    fn legend(&self, svg: &mut String) {
        let mut x = LEFT;
        for (number, series) in self.series.iter().enumerate() {
            let _ = writeln!(
                svg,
                "<circle class=\"s{}\" cx=\"{x:.1}\" cy=\"50\" r=\"6\"/><text x=\"{:.1}\" y=\"54.5\">{}</text>",
                number % COLOURS.len(),
                x + 11.0,
                escaped(&series.title)
            );
            x += 40.0 + 8.0 * series.title.chars().count() as f64;
        }
    }
}

fn style() -> String {
    let (mut light, mut dark) = (String::new(), String::new());
    for (number, (on_light, on_dark)) in COLOURS.iter().enumerate() {
        let _ = writeln!(light, ".s{number} {{ fill: {on_light} }}");
        let _ = writeln!(dark, ".s{number} {{ fill: {on_dark} }}");
    }
    format!(
        "text {{ fill: #222 }}\n.grid {{ stroke: #ccc; stroke-width: 1 }}\n{light}@media (prefers-color-scheme: dark) {{\n\
         text {{ fill: #ddd }}\n.grid {{ stroke: #444 }}\n{dark}}}\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A logarithmic scale.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// One that all positive values fit into.
    fn over(values: impl Iterator<Item = f64>) -> Self {
        let bounds = values
            .filter(|value| value.is_finite() && *value > 0.0)
            .fold((f64::INFINITY, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        match bounds {
            (low, high) if low <= high => Self { low: low / 1.1, high: high * 1.1 },
            _ => Self { low: 0.5, high: 2.0 },
        }
    }

    fn x(&self, value: f64) -> f64 {
        let part = (value / self.low).ln() / (self.high / self.low).ln();
        LEFT + part.clamp(0.0, 1.0) * (RIGHT - LEFT)
    }

    /// 1, 2 and 5 of every power of ten that is on the scale.
    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        let all = (-6..=6).flat_map(|power: i32| {
            // The quotient of whole numbers is the nearest number to the decimal, so it is printed as that.
            [1.0, 2.0, 5.0]
                .map(|digit| if power < 0 { digit / 10_f64.powi(-power) } else { digit * 10_f64.powi(power) })
        });
        all.filter(|tick| (self.low..=self.high).contains(tick))
    }
}

#[cfg(test)]
mod tests {
    use super::{Chart, Scale, Series};

    #[test]
    fn equal_ratios_are_equally_far_apart() {
        let scale = Scale { low: 1.0, high: 100.0 };
        assert!((scale.x(10.0) - scale.x(1.0) - (scale.x(100.0) - scale.x(10.0))).abs() < 1e-9);
        assert_eq!(scale.ticks().collect::<Vec<_>>(), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        let small = Scale { low: 0.1, high: 0.6 };
        assert_eq!(small.ticks().map(|tick| tick.to_string()).collect::<Vec<_>>(), ["0.1", "0.2", "0.5"]);
    }

    #[test]
    fn there_is_a_dot_for_each_value_and_names_are_escaped() {
        let series = Series { title: "a<b".into(), values: vec![Some(1.0), None, Some(3.0)] };
        let chart =
            Chart { title: "t".into(), rows: vec!["x".into(), "y".into(), "z".into()], series: vec![series] };
        let svg = chart.svg();
        assert_eq!(svg.matches("<circle").count(), 2 + 1);
        assert!(svg.contains("a&lt;b") && !svg.contains("a<b"));
    }

    #[test]
    fn a_chart_of_nothing_is_a_file() {
        assert!(
            Chart { title: String::new(), rows: Vec::new(), series: Vec::new() }.svg().ends_with("</svg>\n")
        );
    }
}
