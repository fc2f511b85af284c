//! Which band a figure falls in: rounded first, so that it falls in exactly one.

use super::{Gain, GainBand, Gap, PercentBand};
use crate::records::number::{Dec, Ratio};

impl Gain {
    /// The band of a gain, rounded first.
    pub fn band(&self, gain: Ratio) -> Option<&GainBand> {
        let places = self.decimals.clamp(0, 6) as u32;
        let rounded = gain.rounded(places);
        let at = |bound: Dec| Ratio::from(bound).rounded(places);
        self.band
            .iter()
            .find(|b| b.from.is_none_or(|f| at(f) <= rounded) && b.to.is_none_or(|t| rounded < at(t)))
    }
}

impl Gap {
    /// The band of a match in percent, rounded first. More than is required is all that is required.
    pub fn band_of(&self, fit: Ratio) -> Option<&PercentBand> {
        let places = self.decimals.clamp(0, 4) as u32;
        let at = |bound: Dec| Ratio::from(bound).rounded(places);
        let rounded = fit.min(Ratio::int(100)).rounded(places);
        self.band
            .iter()
            .find(|band| at(band.from_percent) <= rounded && rounded <= at(band.to_percent))
    }
}
