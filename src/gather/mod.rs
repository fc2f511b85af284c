//! Opens what a period needs and hands the rows to measures.
