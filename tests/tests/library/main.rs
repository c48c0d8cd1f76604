//! The evidence library.

mod evidence;
mod hostile;
mod recall;
