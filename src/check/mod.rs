//! Is it right? A list of named functions.
