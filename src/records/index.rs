//! Numbers for ids: joins compare small integers, not text.

use std::collections::HashMap;

/// Gives each id a small number, in the order of adding. An id of up to eight bytes is compared as one integer;
/// a longer one goes through a map of its own.
#[derive(Debug, Default)]
pub struct IdIndex {
    /// The short ids by number; zero for a long one.
    keys: Vec<u64>,
    /// A hash table of numbers plus one; its length is a power of two.
    slots: Vec<u32>,
    long: HashMap<Box<str>, u32>,
}

/// The bytes of a short id as one integer, or `None`. No id holds a zero byte, so the padding is unambiguous.
#[inline]
fn short(id: &str) -> Option<u64> {
    let bytes = id.as_bytes();
    let mut word = [0u8; 8];
    word.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(word))
}

impl IdIndex {
    /// How many ids there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The number of `id`, which is new when it was not known. The second value says whether it was new.
    pub fn add(&mut self, id: &str) -> (u32, bool) {
        if let Some(number) = self.find(id) {
            return (number, false);
        }
        let number = self.keys.len() as u32;
        match short(id) {
            Some(key) => {
                self.keys.push(key);
                if 2 * self.keys.len() > self.slots.len() {
                    self.grow();
                } else {
                    self.place(number);
                }
            }
            None => {
                self.keys.push(0);
                self.long.insert(id.into(), number);
            }
        }
        (number, true)
    }

    /// The number of `id`.
    #[inline]
    pub fn find(&self, id: &str) -> Option<u32> {
        match short(id) {
            Some(key) => self.find_short(key),
            None => self.long.get(id).copied(),
        }
    }

    #[inline]
    fn find_short(&self, key: u64) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mut slot = self.slot(key);
        loop {
            match self.slots[slot] {
                0 => return None,
                number if self.keys[number as usize - 1] == key => return Some(number - 1),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
    }

    /// The id with that number; empty when there is none.
    pub fn text(&self, number: u32) -> String {
        match self.keys.get(number as usize) {
            None => String::new(),
            Some(0) => {
                let long = self.long.iter().find(|(_, known)| **known == number);
                long.map_or(String::new(), |(id, _)| id.to_string())
            }
            Some(key) => {
                let bytes = key.to_le_bytes();
                let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
                String::from_utf8_lossy(&bytes[..end]).into_owned()
            }
        }
    }

    /// The number of `id`, tried first at `guess` and the one behind it: rows that come sorted mostly name these.
    #[inline]
    pub fn find_near(&self, id: &str, guess: u32) -> Option<u32> {
        let Some(key) = short(id) else {
            return self.find(id);
        };
        let at = |number: u32| self.keys.get(number as usize) == Some(&key);
        match guess {
            _ if at(guess) => Some(guess),
            _ if at(guess + 1) => Some(guess + 1),
            _ => self.find_short(key),
        }
    }

    /// Where a key is looked for first. Ids differ mostly in their last characters, which are the high bits of the
    /// key; folding them down before the multiplication lets every character reach the bits that are taken.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let bits = self.slots.len().trailing_zeros();
        let folded = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((folded ^ (folded >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> (64 - bits)) as usize
    }

    fn place(&mut self, number: u32) {
        let key = self.keys[number as usize];
        let mut slot = self.slot(key);
        while self.slots[slot] != 0 {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.slots[slot] = number + 1;
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for number in 0..self.keys.len() as u32 {
            if self.keys[number as usize] != 0 {
                self.place(number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_their_numbers_short_and_long() {
        let mut index = IdIndex::default();
        let ids: Vec<String> = (0..5000)
            .map(|i| format!("{}{i}", if i % 3 == 0 { "kelurahan-" } else { "p" }))
            .collect();
        for (number, id) in ids.iter().enumerate() {
            assert_eq!(index.find(id), None);
            assert_eq!(index.add(id), (number as u32, true));
        }
        for (number, id) in ids.iter().enumerate() {
            assert_eq!(index.find(id), Some(number as u32));
            assert_eq!(index.find_near(id, 7), Some(number as u32));
            assert_eq!(index.add(id), (number as u32, false));
            assert_eq!(index.text(number as u32), *id);
        }
        assert_eq!(index.find("p"), None);
        assert_eq!(index.len(), 5000);
    }
}
