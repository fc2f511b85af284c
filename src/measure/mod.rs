//! What does it come to?
