//! Tests that need the whole of Sala.
