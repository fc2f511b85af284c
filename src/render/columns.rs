//! How wide the columns of a grid are, and which of them stand together when they do not fit side by side.

/// The columns between two columns.
pub(super) const GAP: usize = 2;

/// No column is narrower, whatever it costs: a letter that takes two columns must have its place.
const NARROWEST: usize = 3;

/// What a column asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Need {
    /// Below it words would be broken or prose would become a ribbon.
    pub(super) least: usize,
    /// At it every cell stands on one line.
    pub(super) most: usize,
    /// At it the heading needs no line more.
    pub(super) heading: usize,
}

/// The widths of columns side by side in `room`.
///
/// 1. Each has its least.
/// 2. What is left goes to the narrowest of those whose cells want more, so that short cells stay on one line and the
///    longest wrap.
/// 3. What is still left goes to headings that become whole by it, those that lack most first.
/// 4. If there never was enough, the widest give.
pub(super) fn share(needs: &[Need], room: usize) -> Vec<usize> {
    let room = room.saturating_sub(GAP * needs.len().saturating_sub(1));
    let mut widths: Vec<usize> = needs.iter().map(|need| need.least.max(NARROWEST)).collect();
    let taken: usize = widths.iter().sum();
    let mut left = room.saturating_sub(taken);
    while left > 0 {
        let wanting = widths
            .iter_mut()
            .zip(needs)
            .filter(|(width, need)| **width < need.most);
        let Some((width, _)) = wanting.min_by_key(|(width, _)| **width) else {
            break;
        };
        *width += 1;
        left -= 1;
    }
    let lacking = |at: usize, widths: &[usize]| needs[at].heading.saturating_sub(widths[at]);
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(lacking(*at, &widths)));
    for at in order {
        let more = lacking(at, &widths);
        if more <= left {
            widths[at] += more;
            left -= more;
        }
    }
    shrink(&mut widths, taken.saturating_sub(room));
    widths
}

/// Takes `excess` away, each time from the widest.
fn shrink(widths: &mut [usize], excess: usize) {
    for _ in 0..excess {
        let breakable = widths.iter_mut().filter(|width| **width > NARROWEST);
        let Some(width) = breakable.max() else { return };
        *width -= 1;
    }
}

/// The columns of each grid when one would be too wide: every grid begins with the first `lead` columns, which say
/// what the row is, so that no grid needs another to be understood.
pub(super) fn parts(needs: &[Need], lead: usize, room: usize) -> Vec<Vec<usize>> {
    let cost = |column: usize| needs[column].least.max(NARROWEST) + GAP;
    let start: Vec<usize> = (0..lead.min(needs.len())).collect();
    let taken: usize = start.iter().copied().map(cost).sum();
    let mut parts = Vec::new();
    let (mut part, mut used) = (start.clone(), taken);
    for column in start.len()..needs.len() {
        // The last column of a grid needs no gap after it.
        if part.len() > start.len() && used + cost(column) > room + GAP {
            parts.push(std::mem::replace(&mut part, start.clone()));
            used = taken;
        }
        part.push(column);
        used += cost(column);
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(least: usize, most: usize) -> Need {
        Need {
            least,
            most,
            heading: 0,
        }
    }

    #[test]
    fn what_is_left_goes_to_the_narrow_first() {
        assert_eq!(share(&[need(5, 10), need(4, 4), need(10, 200)], 50), [10, 4, 32]);
        assert_eq!(share(&[need(5, 10), need(4, 4)], 50), [10, 4]);
    }

    #[test]
    fn a_heading_gets_all_that_it_wants_or_nothing() {
        let headed = Need {
            heading: 12,
            ..need(4, 4)
        };
        assert_eq!(share(&[headed, need(5, 5)], 18), [4, 5]);
        assert_eq!(share(&[headed, need(5, 5)], 19), [12, 5]);
    }

    #[test]
    fn nothing_grows_beyond_the_room() {
        let widths = share(&[need(30, 60), need(30, 60), need(4, 4)], 40);
        assert_eq!(widths.iter().sum::<usize>() + 2 * GAP, 40);
    }

    #[test]
    fn columns_that_do_not_fit_are_shown_below_with_their_key() {
        let needs = [need(10, 10), need(8, 8), need(8, 8), need(8, 8)];
        assert_eq!(parts(&needs, 1, 40), [vec![0, 1, 2, 3]]);
        assert_eq!(parts(&needs, 1, 39), [vec![0, 1, 2], vec![0, 3]]);
        assert_eq!(parts(&needs, 1, 12), [vec![0, 1], vec![0, 2], vec![0, 3]]);
    }
}
