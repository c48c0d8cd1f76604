//! Papers, from the first word to the signed text.

mod adoption;
mod afterwards;
mod drafting;
mod guests;
mod plans;
mod races;
mod signing;
mod texts;
