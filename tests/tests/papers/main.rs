//! Papers, from the first word to the signed text.

mod drafting;
mod signing;
mod texts;
