//! A queue of jobs for as many threads as pay.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// How many people an office has from which on a second thread pays: below, starting it costs more than it saves.
const SMALL: usize = 2000;

/// How many threads pay for an office of so many people.
pub(super) fn threads(people: usize) -> usize {
    match people < SMALL {
        true => 1,
        false => std::thread::available_parallelism()
            .map_or(1, NonZero::get)
            .min(8),
    }
}

/// Runs the jobs `0..count` on `threads` threads and gives their results in the order of the jobs.
pub(super) fn run<T: Send>(threads: usize, count: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if threads < 2 {
        return (0..count).map(job).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(count));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= count {
                        break;
                    }
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
    fn results_come_in_the_order_of_the_jobs() {
        for threads in [1, 2, 5] {
            assert_eq!(
                run(threads, 40, |number| number * number),
                (0..40).map(|n| n * n).collect::<Vec<_>>()
            );
        }
    }
}
