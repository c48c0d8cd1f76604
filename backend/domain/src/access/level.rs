//! How widely something may be known.

sala_kernel::db_enum! {
    /// Sensitivity, narrowest last. A child never shows more than its parent.
    pub enum Level as "level" {
        /// Anyone, also without an account.
        Public = "public",
        /// People of the networks concerned.
        Members = "members",
        /// The team, the secretariat and the steering committee.
        Restricted = "restricted",
        /// Named persons only.
        Confidential = "confidential",
    }
}
