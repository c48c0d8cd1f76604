//! A drawing as PNG or PDF, its words set in the fonts that papers are set in.

use std::{collections::BTreeMap, sync::Arc};

use typst::{
    foundations::{Bytes, Smart},
    syntax::Source,
};
use typst_layout::PagedDocument;

use super::pdf::{Desk, Fonts};

/// A drawing as what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Pixels, two to a point.
    Png,
    /// One sheet.
    Pdf,
}

/// Turns a drawing of so many points by so many into a picture; why not, where it cannot be read.
pub fn picture(svg: &str, (wide, high): (u32, u32), format: Format, fonts: &Fonts) -> Result<Vec<u8>, String> {
    let words =
        format!("#set page(width: {wide}pt, height: {high}pt, margin: 0pt)\n#image(\"drawing.svg\", width: 100%)\n");
    let files = BTreeMap::from([("drawing.svg".to_owned(), Bytes::from_string(svg.to_owned()))]);
    let desk = Desk { shelf: Arc::clone(&fonts.0), source: Source::detached(words), files };
    let told = |errors: &[typst::diag::SourceDiagnostic]| {
        errors.iter().map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
    };
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| told(&errors));
    let made = set.and_then(|set| match format {
        Format::Png => {
            let page = set.pages().first().ok_or("no page")?;
            typst_render::render(page, &typst_render::RenderOptions::default())
                .encode_png()
                .map_err(|error| error.to_string())
        }
        Format::Pdf => {
            let options = typst_pdf::PdfOptions {
                creator: Smart::Custom(Some("Sala".into())),
                ..typst_pdf::PdfOptions::default()
            };
            typst_pdf::pdf(&set, &options).map_err(|errors| told(&errors))
        }
    });
    typst::comemo::evict(2);
    made
}
