//! A queue of jobs for as many threads as pay.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The most threads that share the work: reading is soon bound by memory.
const MOST: usize = 8;

/// How many threads to share the work among: one where it is too little for a second one to pay.
pub fn threads(pays: bool) -> usize {
    match pays {
        true => thread::available_parallelism().map_or(1, NonZero::get).min(MOST),
        false => 1,
    }
}

/// Runs two jobs, beside each other where a second thread pays.
pub fn both<A, B: Send>(threads: usize, one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    if threads < 2 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        (one, other.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Runs the jobs `0..count` on `threads` threads and gives their results in the order of the jobs. The last one is
/// begun first: where the long jobs stand at the end, no thread waits for another in the end.
pub fn run<T: Send>(threads: usize, count: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if threads < 2 {
        return (0..count).map(job).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let begun = next.fetch_add(1, Ordering::Relaxed);
                    let Some(number) = count.checked_sub(begun + 1) else {
                        break;
                    };
                    let result = job(number);
                    done.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push((number, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_jobs_run_on_one_thread_and_on_two() {
        for threads in [1, 2] {
            let mut seen = 0;
            assert_eq!(both(threads, || seen += 1, || 7), ((), 7));
            assert_eq!(seen, 1);
        }
    }

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        for threads in [1, 2, 5] {
            assert_eq!(
                run(threads, 40, |number| number * number),
                (0..40).map(|n| n * n).collect::<Vec<_>>()
            );
        }
    }
}
