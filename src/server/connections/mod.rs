//! Every open connection: how many there are, from whom, and which of them gives way.
//!
//! A client that connects, asks for much and never reads costs memory and two descriptors (its own and the file's) for
//! as long as it likes, unless somebody looks. There are crates for a write timeout (`tokio-io-timeout`), but they begin
//! anew with every byte that moves, so that a client that takes one byte now and then is never found; and none of
//! them knows of the other connections. So each connection tells a common [`table`] what it moved and whether it waits
//! for its client, and the table has three rules:
//!
//! * Who does not take what he asked for, at [`ConnectionLimits::least_rate`] at least, has
//!   [`ConnectionLimits::patience`] in all, and is closed then.
//! * When an address, or the machine, has as many connections as it may, the newcomer comes in and another one gives
//!   way: one whose client does not read, or else the one that rests longest, of the address or the network (a /48,
//!   a /24) that has most. So a
//!   browser loses a connection it can make again, and nobody is locked out by a flood, also not from his own address: a class, or
//!   half a town behind a carrier's NAT, may share it.
//! * Only if all of them are busy, the newcomer is sent away.
//!
//! That nothing comes from a client is seen to elsewhere: there is a time for headers, which runs also between two
//! requests, and one for bodies.

mod descriptors;
mod gate;
mod guarded;
mod state;
mod table;

pub(super) use gate::Gate;
pub(super) use table::Table;

use std::time::Duration;

/// How many connections there may be, and how slow they may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// At a time; `None` takes what the descriptors of the process allow.
    pub in_all: Option<usize>,
    /// At a time, of one address. Behind a proxy, which has one address, it does not count.
    pub of_address: usize,
    /// How long one may wait for a client that does not take what it asked for.
    pub patience: Duration,
    /// Bytes a second that a client takes at least. Slower than that, its patience is used up.
    pub least_rate: u32,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            in_all: None,
            // Thirty phones of a class make six each at most; a carrier's NAT is given room for two such classes more.
            of_address: 512,
            patience: Duration::from_secs(30),
            // The slowest network that a phone still calls one: GPRS in a valley.
            least_rate: 1024,
        }
    }
}
