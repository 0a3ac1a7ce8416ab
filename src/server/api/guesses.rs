//! Guessing a secret: a code, a card, a bearer. What was wrong is counted, and nothing else: a class may come in with
//! one code after the other, from one tablet, one Wi-Fi and one address, and never meets a limit.
//!
//! A wrong guess counts for the device that made it, for its address, for its network, and for all together: devices
//! cost nothing, and who is given a network has 65,536 addresses. Each kind of secret has a count of its own, so that
//! invented bearers keep nobody from using a code.
//!
//! Somebody who has used up his guesses is not told whether another one would have been right. That is asked only after
//! his bearer was looked up, and for bearers only of those that are not known: a device that is enrolled is never
//! refused for what strangers at its address invent.

use super::super::address::{Address, Network};
use super::rate::{Since, Ticking, Wait, whole_seconds};
use crate::server::clock::Clock;
use crate::server::storage::DeviceKey;
use governor::clock::{Clock as _, Reference};
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// So many keys are remembered before those are forgotten whose time is over.
const TIDY_FROM: usize = 1024;

/// How many wrong guesses are heard, within any time of this length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuessLimit {
    /// Of one device.
    pub device: usize,
    /// Of one address: a /64, or one of the older kind.
    pub address: usize,
    /// Of one network: a /48, or a /24 of the older kind.
    pub network: usize,
    /// Of all together.
    pub all: usize,
    /// Within this time.
    pub within: Duration,
}

/// The limits for each kind of secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GuessLimits {
    /// Codes that let a device in.
    pub code: GuessLimit,
    /// Recovery cards.
    pub card: GuessLimit,
    /// Bearers; a device that is not enrolled has no limit of its own.
    pub bearer: GuessLimit,
}

/// What is guessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Secret {
    /// A code that lets a device in.
    Code,
    /// A recovery card.
    Card,
    /// A device's bearer.
    Bearer,
}

/// Who guesses.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guesser {
    /// None before the bearer was found right.
    pub(super) device: Option<DeviceKey>,
    pub(super) address: Address,
}

/// The wrong guesses of late.
pub(super) struct Guesses {
    code: Wrong,
    card: Wrong,
    bearer: Wrong,
}

impl Guesses {
    pub(super) fn new(limits: GuessLimits, clock: &Arc<dyn Clock>) -> Self {
        Self {
            code: Wrong::new(limits.code, clock),
            card: Wrong::new(limits.card, clock),
            bearer: Wrong::new(limits.bearer, clock),
        }
    }

    /// Whether a guess is heard; an error says how long to wait.
    pub(super) fn admit(&self, secret: Secret, who: &Guesser) -> Result<(), Wait> {
        self.of(secret).admit(who)
    }

    /// Counts one that was wrong.
    pub(super) fn wrong(&self, secret: Secret, who: &Guesser) {
        self.of(secret).count(who);
    }

    const fn of(&self, secret: Secret) -> &Wrong {
        match secret {
            Secret::Code => &self.code,
            Secret::Card => &self.card,
            Secret::Bearer => &self.bearer,
        }
    }
}

struct Wrong {
    limit: GuessLimit,
    clock: Ticking,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    device: Recent<DeviceKey>,
    address: Recent<Address>,
    network: Recent<Network>,
    all: Recent<()>,
}

impl Wrong {
    fn new(limit: GuessLimit, clock: &Arc<dyn Clock>) -> Self {
        Self {
            limit,
            clock: Ticking(Arc::clone(clock)),
            counts: Mutex::default(),
        }
    }

    fn admit(&self, who: &Guesser) -> Result<(), Wait> {
        let (limit, now) = (&self.limit, self.clock.now());
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = [
            who.device
                .and_then(|device| counts.device.full(&device, limit.device, limit.within, now)),
            counts
                .address
                .full(&who.address, limit.address, limit.within, now),
            counts
                .network
                .full(&who.address.network(), limit.network, limit.within, now),
            counts.all.full(&(), limit.all, limit.within, now),
        ];
        waits.into_iter().flatten().max().map_or(Ok(()), Err)
    }

    fn count(&self, who: &Guesser) {
        let (within, now) = (self.limit.within, self.clock.now());
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(device) = who.device {
            counts.device.add(device, within, now);
        }
        counts.address.add(who.address, within, now);
        counts.network.add(who.address.network(), within, now);
        counts.all.add((), within, now);
    }
}

/// When each of many guessed wrong. Exact, where a rate would let twice as many through at first.
struct Recent<K> {
    by: HashMap<K, VecDeque<Since>>,
    tidy_at: usize,
}

impl<K> Default for Recent<K> {
    fn default() -> Self {
        Self {
            by: HashMap::new(),
            tidy_at: TIDY_FROM,
        }
    }
}

fn is_over(then: Since, within: Duration, now: Since) -> bool {
    now.duration_since(then).as_u64() >= u64::try_from(within.as_nanos()).unwrap_or(u64::MAX)
}

impl<K: Hash + Eq> Recent<K> {
    /// How long to wait, if there are as many as there may be.
    fn full(&mut self, key: &K, most: usize, within: Duration, now: Since) -> Option<Wait> {
        let times = self.by.get_mut(key)?;
        while times.front().is_some_and(|then| is_over(*then, within, now)) {
            times.pop_front();
        }
        if times.len() < most {
            return None;
        }
        // Enough of them must be over that there are fewer than `most`.
        let then = times.get(times.len().saturating_sub(most))?;
        let passed = Duration::from(now.duration_since(*then));
        Some(whole_seconds(within.saturating_sub(passed)))
    }

    fn add(&mut self, key: K, within: Duration, now: Since) {
        if self.by.len() >= self.tidy_at {
            self.by
                .retain(|_, times| times.back().is_some_and(|last| !is_over(*last, within, now)));
            // Not at every guess: looking through all of them costs more than remembering some too long.
            self.tidy_at = self.by.len().saturating_mul(2).max(TIDY_FROM);
        }
        self.by.entry(key).or_default().push_back(now);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::clock::ShiftableClock;
    use super::super::super::exchange::Moment;
    use super::*;
    use std::net::IpAddr;

    const QUARTER: Duration = Duration::from_secs(900);
    const LIMIT: GuessLimit = GuessLimit {
        device: 5,
        address: 20,
        network: 60,
        all: 200,
        within: QUARTER,
    };
    const SECRETS: [Secret; 3] = [Secret::Code, Secret::Card, Secret::Bearer];

    fn guesses() -> (Guesses, ShiftableClock) {
        let clock = ShiftableClock::at(Moment { millis: 0 });
        let shared: Arc<dyn Clock> = Arc::new(clock.clone());
        let limits = GuessLimits {
            code: LIMIT,
            card: LIMIT,
            bearer: LIMIT,
        };
        (Guesses::new(limits, &shared), clock)
    }

    fn who(device: Option<i64>, address: IpAddr) -> Guesser {
        Guesser {
            device: device.map(DeviceKey),
            address: Address::new(address),
        }
    }

    /// The `n`th address of a guesser who has so much.
    fn old(n: u8) -> IpAddr {
        [203, 0, 113, n].into()
    }

    fn olds(n: u8) -> IpAddr {
        [203, 0, n, 7].into()
    }

    fn interface(n: u8) -> IpAddr {
        [0x2001, 0xdb8, 1, 2, 0, 0, 0, u16::from(n)].into()
    }

    fn subnet(n: u8) -> IpAddr {
        [0x2001, 0xdb8, 1, u16::from(n), 0, 0, 0, 1].into()
    }

    fn site(n: u8) -> IpAddr {
        [0x2001, 0xdb8, u16::from(n), 0, 0, 0, 0, 1].into()
    }

    /// Every kind of secret from every kind of address: how many wrong guesses are heard of somebody who has one device
    /// or as many as he likes, and so many addresses of this kind.
    #[test]
    fn no_way_of_changing_the_address_gets_further_than_its_limit() {
        type Addresses = fn(u8) -> IpAddr;
        let rows: [(&str, Addresses, bool, usize); 10] = [
            ("one device, one address", |_| old(1), true, LIMIT.device),
            ("one device, a /24", old, true, LIMIT.device),
            ("one device, the world", site, true, LIMIT.device),
            ("devices, one address", |_| old(1), false, LIMIT.address),
            ("devices, a /24", old, false, LIMIT.network),
            ("devices, many /24", olds, false, LIMIT.all),
            ("devices, one new address", |_| interface(1), false, LIMIT.address),
            ("devices, a /64", interface, false, LIMIT.address),
            ("devices, a /48", subnet, false, LIMIT.network),
            ("devices, many /48", site, false, LIMIT.all),
        ];
        for secret in SECRETS {
            for (row, addresses, one_device, expected) in rows {
                let (guesses, clock) = guesses();
                let mut heard = 0;
                for n in 0..2000_i64 {
                    let device = if one_device { 0 } else { n / 4 };
                    let address = addresses(u8::try_from(n % 200).unwrap());
                    let guesser = who(
                        (secret != Secret::Bearer || one_device).then_some(device),
                        address,
                    );
                    if guesses.admit(secret, &guesser).is_ok() {
                        guesses.wrong(secret, &guesser);
                        heard += 1;
                    }
                }
                assert_eq!(heard, expected, "{secret:?}: {row}");
                clock.pass(QUARTER);
                assert!(
                    guesses.admit(secret, &who(Some(0), addresses(0))).is_ok(),
                    "{row}"
                );
            }
        }
    }

    #[test]
    fn one_kind_of_secret_does_not_use_up_another() {
        for used_up in SECRETS {
            let (guesses, _) = guesses();
            let guesser = who(Some(1), old(1));
            for _ in 0..LIMIT.all {
                guesses.wrong(used_up, &guesser);
            }
            for secret in SECRETS {
                assert_eq!(guesses.admit(secret, &guesser).is_ok(), secret != used_up);
            }
        }
    }

    #[test]
    fn it_is_heard_again_when_enough_of_the_wrong_ones_are_over() {
        let (guesses, clock) = guesses();
        let guesser = who(Some(1), old(1));
        for _ in 0..LIMIT.device {
            assert_eq!(guesses.admit(Secret::Code, &guesser), Ok(()));
            guesses.wrong(Secret::Code, &guesser);
            clock.pass(Duration::from_secs(100));
        }
        assert_eq!(guesses.admit(Secret::Code, &guesser), Err(400));
        // The wall clock is no way around it.
        clock.shift_millis(-1_000_000_000);
        clock.pass(Duration::from_secs(400));
        assert_eq!(guesses.admit(Secret::Code, &guesser), Ok(()));
        guesses.wrong(Secret::Code, &guesser);
        assert_eq!(guesses.admit(Secret::Code, &guesser), Err(100));
    }

    #[test]
    fn what_is_over_is_forgotten() {
        let mut recent = Recent::default();
        let (guesses, clock) = guesses();
        for n in 0..100_000_u32 {
            recent.add(n, QUARTER, guesses.code.clock.now());
            clock.pass(Duration::from_secs(1));
        }
        assert!(recent.by.len() < 5000, "{}", recent.by.len());
    }
}
