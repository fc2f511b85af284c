//! How sentences are declared that have a stable code, and a help that says what to type next.

/// Declares problems: the sentence and its help, each in both languages; English words that follow a count stand
/// behind, as in `words!`.
macro_rules! problems {
    ($(#[$meta:meta])* pub enum $name:ident {
        $( $(#[$vmeta:meta])* $variant:ident $({ $($field:ident : $ty:ty),* $(,)? })?
            : id $id:literal help $hid:literal, en $en:literal help $hen:literal
            $(, $word:ident of $count:ident $one:literal / $many:literal)*; )*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum $name { $( $(#[$vmeta])* $variant $({ $($field: $ty),* })? ),* }

        impl $name {
            /// The names of all problems, in the order of declaration.
            pub const CODES: &'static [&'static str] = &[ $( stringify!($variant) ),* ];

            /// The name of the variant, as declared.
            fn name(&self) -> &'static str {
                match self { $( Self::$variant { .. } => stringify!($variant) ),* }
            }

            /// The stable code: the name in lower case with hyphens.
            pub fn code(&self) -> String {
                $crate::words::coded::hyphenated(self.name())
            }

            /// All codes that exist, in the order of declaration.
            pub fn codes() -> impl Iterator<Item = String> {
                Self::CODES.iter().map(|name| $crate::words::coded::hyphenated(name))
            }

            /// What to type next, in `lang`; empty when there is nothing to add.
            #[allow(unused_variables)]
            pub fn help(&self, lang: Lang) -> String {
                match self {
                    $( Self::$variant $({ $($field),* })? => match lang {
                        Lang::Id => format!($hid),
                        Lang::En => {
                            $( let $word = $crate::words::plural($count, $one, $many); )*
                            format!($hen)
                        }
                    } ),*
                }
            }
        }

        impl Say for $name {
            #[allow(unused_variables)]
            fn say(&self, lang: Lang, out: &mut dyn fmt::Write) -> fmt::Result {
                match self {
                    $( Self::$variant $({ $($field),* })? => match lang {
                        Lang::Id => write!(out, $id),
                        Lang::En => {
                            $( let $word = $crate::words::plural($count, $one, $many); )*
                            write!(out, $en)
                        }
                    } ),*
                }
            }
        }
    };
}

pub(crate) use problems;

/// `NipLength` as `nip-length`; a digit starts no new word (`NotUtf8` is `not-utf8`).
pub(crate) fn hyphenated(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for (i, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && i > 0 {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}
