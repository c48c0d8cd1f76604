//! Rows of the printed table.

/// The middle of some measurements.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The value below which the given share of measurements lies.
pub fn percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small counts"
    )]
    let at = ((values.len() as f64 - 1.0) * share).round().max(0.0) as usize;
    values.get(at).copied().unwrap_or(f64::NAN)
}

/// A heading.
pub fn heading(text: &str) {
    println!("\n{text}");
    row("what", "measured", "bar");
    row("---", "---", "---");
}

/// One line.
pub fn row(what: &str, measured: &str, bar: &str) {
    println!("| {what:<62} | {measured:>22} | {bar:>14} |");
}
