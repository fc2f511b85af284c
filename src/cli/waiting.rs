//! What a terminal shows while somebody waits: after a second a sign that the command works, and how far it is.

use crate::headway::Headway;
use crate::words::{Lang, Phrase};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What is done in less is not worth a sign.
pub const PATIENCE: Duration = Duration::from_secs(1);

/// How often it is drawn anew.
const BEAT: Duration = Duration::from_millis(100);

const WORKING: Phrase = Phrase {
    id: "sedang dikerjakan",
    en: "working",
};

/// A sign that goes away before the first word that is printed.
#[derive(Clone, Debug, Default)]
pub struct WaitingSign(Rc<RefCell<Option<Drawing>>>);

/// What ends the drawing when it is dropped, and the thread that draws.
type Drawing = (Sender<()>, JoinHandle<()>);

impl WaitingSign {
    /// Shows on `target`, once the patience of who waits has ended, that a command works.
    pub fn show(
        target: ProgressDrawTarget,
        patience: Duration,
        progress: Arc<Headway>,
        lang: Lang,
    ) -> WaitingSign {
        let (sender, ended) = mpsc::channel();
        let goes_on = move |time| ended.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
        let thread = thread::spawn(move || {
            if !goes_on(patience) {
                return;
            }
            let bar = ProgressBar::with_draw_target(None, target).with_message(WORKING.get(lang));
            while {
                draw(&bar, &progress);
                goes_on(BEAT)
            } {}
            bar.finish_and_clear();
        });
        WaitingSign(Rc::new(RefCell::new(Some((sender, thread)))))
    }

    /// Takes the sign away, for good.
    pub fn end(&self) {
        if let Some((sender, thread)) = self.0.take() {
            drop(sender);
            // A sign that could not be drawn keeps nobody from going on.
            let _ = thread.join();
        }
    }
}

fn draw(bar: &ProgressBar, progress: &Headway) {
    let (done, whole) = progress.done();
    let style = match whole {
        0 => "{spinner} {msg} …",
        _ => "{spinner} {msg} {wide_bar} {percent} %",
    };
    // The templates above are right.
    if let Ok(style) = ProgressStyle::with_template(style) {
        bar.set_style(style);
    }
    bar.set_length(whole);
    bar.set_position(done);
    bar.tick();
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::TermLike;
    use std::io;
    use std::sync::Mutex;

    /// A terminal that remembers what was written, and how often a line was cleared since.
    #[derive(Clone, Debug, Default)]
    struct Remembered(Arc<Mutex<(String, bool)>>);

    impl TermLike for Remembered {
        fn width(&self) -> u16 {
            80
        }

        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn write_line(&self, text: &str) -> io::Result<()> {
            self.write_str(text)
        }

        fn write_str(&self, text: &str) -> io::Result<()> {
            if !text.trim().is_empty() {
                *self.0.lock().unwrap() = (text.to_owned(), false);
            }
            Ok(())
        }

        fn clear_line(&self) -> io::Result<()> {
            self.0.lock().unwrap().1 = true;
            Ok(())
        }

        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown(patience: Duration, screen: &Remembered, progress: &Arc<Headway>) -> WaitingSign {
        let target = ProgressDrawTarget::term_like(Box::new(screen.clone()));
        WaitingSign::show(target, patience, progress.clone(), Lang::Id)
    }

    #[test]
    fn who_waits_long_sees_how_far_it_is_and_nothing_of_it_stays() {
        let (screen, progress) = (Remembered::default(), Arc::new(Headway::default()));
        progress.begin(4);
        progress.step();
        let sign = shown(Duration::ZERO, &screen, &progress);
        while screen.0.lock().unwrap().0.is_empty() {
            thread::yield_now();
        }
        sign.end();
        sign.end();
        let (text, is_cleared) = screen.0.lock().unwrap().clone();
        assert!(
            text.contains("sedang dikerjakan") && text.contains("25 %"),
            "{text}"
        );
        assert!(is_cleared);
    }

    #[test]
    fn what_is_done_at_once_shows_nothing() {
        let (screen, progress) = (Remembered::default(), Arc::new(Headway::default()));
        shown(Duration::from_secs(3600), &screen, &progress).end();
        assert_eq!(screen.0.lock().unwrap().0, "");
    }
}
