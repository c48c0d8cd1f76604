//! Tables for spreadsheets.

use sala_kernel::{Error, Language, Message, Result};

use crate::text::cell;

/// A table as CSV: RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Khmer; what would be run as a formula stays
/// text.
pub struct Table(csv::Writer<Vec<u8>>);

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").finish_non_exhaustive()
    }
}

impl Default for Table {
    fn default() -> Self {
        Self(csv::WriterBuilder::new().flexible(true).from_writer(vec![0xef, 0xbb, 0xbf]))
    }
}

impl Table {
    /// A table with its heads.
    pub fn of(heads: &[Message], language: Language) -> Result<Self> {
        let mut table = Self::default();
        table.line(&heads.iter().map(|head| head.told(language)).collect::<Vec<_>>())?;
        Ok(table)
    }

    /// One row more.
    pub fn line<Cell: AsRef<str>>(&mut self, cells: &[Cell]) -> Result<()> {
        self.0.write_record(cells.iter().map(|text| cell(text.as_ref()))).map_err(Error::internal)
    }

    /// The bytes of the file.
    pub fn finish(self) -> Result<Vec<u8>> {
        self.0.into_inner().map_err(|e| Error::internal(e.to_string()))
    }
}
