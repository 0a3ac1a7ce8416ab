//! What the server said that it has. It must have it from then on, unless it is restored from a backup or told to
//! delete it.

use super::phone::Events;
use super::server::Seen;
use cung_tien::domain::ids::ShareId;
use cung_tien::sync::digest::EventHash;
use cung_tien::sync::transport::{Answer, Call};
use cung_tien::sync::wire::{Item, Order, PutState, SyncReply, SyncRequest};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub struct Ledger {
    /// Events that a phone was told are there.
    has: BTreeMap<ShareId, Events>,
    /// Shares that were ever spoken of.
    shares: BTreeSet<ShareId>,
    /// Shares that somebody ever ordered to be closed.
    ordered: BTreeSet<ShareId>,
}

fn hash(item: &Item) -> [u8; 32] {
    let EventHash(hash) = item.hash();
    hash
}

impl Ledger {
    /// This is about to be read by the server.
    pub fn sent(&mut self, call: &Call) {
        let Ok(request) = serde_json::from_str::<SyncRequest>(&call.body) else {
            return;
        };
        self.shares.extend(request.shares.iter().map(|share| share.share));
        for order in request.orders {
            if let Order::Close { share, .. } = order {
                self.ordered.insert(share);
                self.shares.insert(share);
            }
        }
    }

    /// This reached the phone that asked.
    pub fn answered(&mut self, call: &Call, answer: &Answer) {
        let Ok(request) = serde_json::from_str::<SyncRequest>(&call.body) else {
            return;
        };
        let Ok(reply) = serde_json::from_slice::<SyncReply>(&answer.body) else {
            return;
        };
        for share in reply.shares {
            let has = self.has.entry(share.share).or_default();
            has.extend(share.pull.iter().flat_map(|pull| &pull.events).map(hash));
            let sent = request.shares.iter().filter(|sent| sent.share == share.share);
            for put in sent.flat_map(|sent| &sent.put) {
                let said = share.put.iter().find(|said| said.stream == put.stream);
                let stored = said.filter(|said| said.state == PutState::Stored);
                let through = stored.map_or(0, |said| said.ack_through);
                let numbered = (put.after + 1..).zip(&put.events);
                has.extend(
                    numbered
                        .filter(|(seq, _)| *seq <= through)
                        .map(|(_, item)| hash(item)),
                );
            }
        }
    }

    /// The server knows again what it knew then.
    pub fn restored(&mut self) {
        self.has.clear();
    }

    /// Which shares are worth a look.
    pub fn shares(&self) -> BTreeSet<ShareId> {
        self.shares.clone()
    }

    /// What must still be there, is; what there is now, must be there from now on.
    pub fn compare(&mut self, seen: &Seen) {
        for (share, had) in std::mem::take(&mut self.has) {
            if let Some(has) = seen.events.get(&share) {
                let lost = had.difference(has).count();
                assert_eq!(lost, 0, "the server lost {lost} events of {share}");
            } else {
                assert!(
                    had.is_empty() || seen.closed.contains(&share),
                    "the server lost {share}"
                );
            }
        }
        for share in &seen.closed {
            assert!(self.ordered.contains(share), "nobody wanted {share} closed");
        }
        self.has.clone_from(&seen.events);
    }
}
