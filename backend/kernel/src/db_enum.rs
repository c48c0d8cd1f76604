/// Declares an enum that is stored as a PostgreSQL enum type of the same words.
///
/// ```
/// sala_kernel::db_enum! {
///     /// How loud.
///     pub enum Volume as "volume" { Low = "low", High = "high" }
/// }
/// assert_eq!(Volume::High.as_str(), "high");
/// assert_eq!("low".parse::<Volume>(), Ok(Volume::Low));
/// ```
#[macro_export]
macro_rules! db_enum {
    ($(#[$meta:meta])* pub enum $name:ident as $pg:literal { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, serde::Deserialize)]
        #[sqlx(type_name = $pg)]
        pub enum $name {
            $(
                $(#[$vmeta])*
                #[sqlx(rename = $word)]
                #[serde(rename = $word)]
                $variant,
            )+
        }

        impl $name {
            /// Every value, in the order of the database type.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that is stored and spoken.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(word: &str) -> Result<Self, String> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    other => Err(format!("{other} is no {}", $pg)),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

    };
}
