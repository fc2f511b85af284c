//! `bina`: plain-text records and reports for *pembinaan ASN*, the development of Indonesia's civil servants.
//!
//! Data flows one way. Each layer may name what stands above it in this list, and nothing below; a test holds it.
//!
//! ```text
//! words        every sentence, in both languages                         knows nothing else
//! queue        jobs shared among as many threads as pay                  knows nothing else
//! headway      how far the work of a command is                          knows nothing else
//! diagnostic   how anything is said to be wrong                          knows nothing below
//! records      what the office keeps: tables, documents, checked types   no files, no output
//! files        the one door to the disk: bytes, cells, safe writing      not what they mean
//! sheets       tables of other programs, as cells with their place       no files
//! rules        the dated regulation tables                               no files, no reports
//! load         settings, rules and documents of an office, from files    no measures
//! schema       what the records are, told from their declarations       no files, no arguments
//! git          the git program, asked about a directory                  no records, no arguments
//! merge        two changes of one file, put together by records         no arguments, no output
//! resolution   the files of a merge that waits                           no arguments, no output
//! change       what a command would write, as a value                    no arguments, no output
//! check        is it right? a list of named functions                    no output
//! intake       what a list of another program becomes in the records     no output
//! measure      what does it come to? pure functions                      no files, no output
//! gather       opens what a period needs and hands the rows to measures  no output
//! report       what the reader will be told, as values                   no files, no formats
//! render       how it looks; sees only `report`                          no records, no files
//! inquiry      a report by its name, of a time, as it is printed         no arguments
//! session      the world as one command sees it                          no commands
//! listing      rows of a table, from its files to the list              no commands
//! dispatch     what leaves for other programs: tables, forms, all of it  no commands
//! clerk        carries out a change: refuses, shows or writes it         no commands
//! commands     one file each; a command only conducts                    not each other
//! cli, main    arguments, language, exit codes
//! ```

pub mod change;
pub mod check;
pub mod clerk;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod dispatch;
pub mod files;
pub mod gather;
pub mod git;
pub mod headway;
pub mod inquiry;
pub mod intake;
pub mod listing;
pub mod load;
pub mod measure;
pub mod merge;
pub mod queue;
pub mod records;
pub mod render;
pub mod report;
pub mod resolution;
pub mod rules;
pub mod schema;
pub mod session;
pub mod sheets;
pub mod words;
