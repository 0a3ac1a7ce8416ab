//! What to send next.

use super::copies::digest_at;
use crate::core::environment::Core;
use crate::core::error::{CoreError, Result};
use crate::core::request::PrepareSync;
use crate::core::view::SyncPlan;
use crate::domain::consent::ShareStanding;
use crate::domain::ids::{ShareId, StreamId};
use crate::store::device::Device;
use crate::store::exchange::{Exchange, Mark, Written};
use crate::store::setting::Setting;
use crate::store::share::{ClaimDue, Share};
use crate::sync::digest::EventHash;
use crate::sync::pace::Trouble;
use crate::sync::secret::{Bearer, Claim};
use crate::sync::wire::{
    Have, Item, MAX_ONE_EVENT_BYTES, MAX_ORDERS, MAX_SHARES, MAX_STREAMS, Order, Put, ShareRequest,
    SyncRequest, WIRE,
};

/// A week, after which the ends of sharing are told again where nobody shares any more: the server may have been restored.
const BETWEEN_REMINDERS_MS: i64 = 7 * 24 * 3_600_000;

/// What a request may still hold.
struct Budget {
    events: usize,
    bytes: usize,
    /// Events that had no room.
    left_over: usize,
    /// Nothing is in the request yet.
    untouched: bool,
}

impl Core {
    /// What to send next, if anything.
    pub(in crate::core) fn prepare_sync(&mut self, request: PrepareSync) -> Result<SyncPlan> {
        let mut shares: Vec<Share> = self
            .store
            .shares()?
            .into_iter()
            .filter(|share| share.standing == ShareStanding::Open)
            .collect();
        take_turns(&mut shares, self.environment.clock.unix_millis());
        let orders = self.orders(!shares.is_empty())?;
        if shares.is_empty() && orders.is_empty() {
            return Ok(SyncPlan::Nothing);
        }
        let pace = self.pace()?;
        let at_once = request.by_hand || (request.at_start && pace.trouble == Some(Trouble::Offline));
        let wait = pace.wait(self.environment.clock.unix_millis(), at_once);
        if wait > 0 {
            return Ok(SyncPlan::Later { millis: wait });
        }
        let device = self.this_device()?;
        let bearer = Bearer(device.bearer);
        if !device.enrolled {
            return Ok(SyncPlan::Enrol { bearer });
        }
        let pack = self.store.pack()?.map_or(0, |pack| pack.version);
        let (events, bytes) = pace.budget();
        let mut budget = Budget {
            events,
            bytes,
            left_over: 0,
            untouched: true,
        };
        let exchange = self.store.exchange()?;
        let shares = shares
            .into_iter()
            .map(|share| share_request(&exchange, share, &mut budget))
            .collect::<Result<Vec<_>>>()?;
        exchange.commit()?;
        let sending = shares
            .iter()
            .flat_map(|s| &s.put)
            .map(|put| put.events.len())
            .sum();
        let request = SyncRequest {
            wire: WIRE,
            app: env!("CARGO_PKG_VERSION").into(),
            pack,
            orders,
            shares,
        };
        Ok(SyncPlan::Send {
            bearer,
            asked: asked_of(&request),
            request: serde_json::to_string(&request).map_err(|error| CoreError::Failed(error.to_string()))?,
            sending,
            left_over: budget.left_over,
        })
    }

    /// This device as the server knows it; made now if it never had anything to send.
    pub(in crate::core) fn this_device(&mut self) -> Result<Device> {
        if let Some(device) = self.store.device()? {
            return Ok(device);
        }
        let device = Device {
            bearer: Bearer::random().0,
            enrolled: false,
        };
        self.store.set_device(&device)?;
        Ok(device)
    }

    fn orders(&mut self, somebody_shares: bool) -> Result<Vec<Order>> {
        let endings = self.store.endings()?;
        let news = endings.iter().any(|ending| !ending.confirmed);
        if !somebody_shares && !news {
            // By the bare clock: a learning day stands still where the clock is before the day of the build.
            let now = self.environment.clock.unix_millis();
            let told: Option<i64> = self.store.setting(Setting::EndingsRepeated)?;
            let due =
                told.is_none_or(|then| now.saturating_sub(then).saturating_abs() >= BETWEEN_REMINDERS_MS);
            if endings.is_empty() || !due {
                return Ok(Vec::new());
            }
        }
        let order = |ending: crate::store::share::Ending| match ending.claim {
            Some(claim) => Order::Close {
                share: ending.share,
                claim: Claim(claim),
            },
            None => Order::Leave { share: ending.share },
        };
        Ok(endings.into_iter().map(order).take(MAX_ORDERS).collect())
    }
}

/// Where more learners share than one request may name, others come first every minute.
fn take_turns<T>(shares: &mut Vec<T>, now: i64) {
    if shares.len() > MAX_SHARES {
        let minutes = now.unsigned_abs() / 60_000;
        let turn = minutes * MAX_SHARES as u64 % shares.len() as u64;
        shares.rotate_left(usize::try_from(turn).unwrap_or_default());
        shares.truncate(MAX_SHARES);
    }
}

/// What an answer must speak of: a line for each share, with the streams put into it, in this order.
fn asked_of(request: &SyncRequest) -> String {
    let line = |share: &ShareRequest| line_of(share.share, share.put.iter().map(|put| put.stream));
    let lines: Vec<String> = request.shares.iter().map(line).collect();
    lines.join("\n")
}

pub(super) fn line_of(share: ShareId, streams: impl Iterator<Item = StreamId>) -> String {
    let mut line = share.to_string();
    for stream in streams {
        line.push(' ');
        line.push_str(&stream.to_string());
    }
    line
}

fn share_request(exchange: &Exchange<'_>, mut share: Share, budget: &mut Budget) -> Result<ShareRequest> {
    let mut request = ShareRequest {
        share: share.id,
        claim: None,
        put: Vec::new(),
        have: Vec::new(),
    };
    if share.claim_due != ClaimDue::No {
        request.claim = share.claim.map(Claim);
        if share.claim_due == ClaimDue::Yes {
            share.claim_due = ClaimDue::Tried;
            exchange.put_share(&share)?;
        }
    }
    for stream in exchange
        .streams(share.learner)?
        .into_iter()
        .rev()
        .take(MAX_STREAMS)
    {
        if stream.ours {
            let mark = stream.mark.unwrap_or_default();
            let waiting = stream.length.saturating_sub(mark.through);
            let next = exchange.events_after(stream.id, mark.through, budget.events)?;
            let events = budget.take(next);
            budget.left_over += usize::try_from(waiting).unwrap_or(usize::MAX) - events.len();
            request.put.push(Put {
                stream: stream.id,
                after: mark.through,
                digest: digest_at(exchange, &stream, mark.through)?,
                events,
            });
        } else if stream.length > 0 {
            let digest = digest_at(exchange, &stream, stream.length)?;
            let mark = Mark {
                through: stream.length,
                digest: digest.0,
            };
            if stream.mark != Some(mark) {
                exchange.set_mark(stream.id, mark)?;
            }
            request.have.push(Have {
                stream: stream.id,
                through: stream.length,
                digest,
            });
        }
    }
    Ok(request)
}

impl Budget {
    /// As many of these as there is room for, from the first on.
    fn take(&mut self, events: Vec<Written>) -> Vec<Item> {
        let mut items = Vec::new();
        for event in events {
            let size = event.bytes.len();
            // The first event of a request goes even if it alone is more: a stream must not stand still.
            let room = self.events > 0 && (size <= self.bytes || self.untouched);
            if !room {
                break;
            }
            self.untouched = false;
            self.events -= 1;
            self.bytes = self.bytes.saturating_sub(size);
            items.push(item(event));
        }
        items
    }
}

/// What cannot be sent keeps its place as a hash.
fn item(event: Written) -> Item {
    let hash = event.hash.map_or_else(|| EventHash::of(&event.bytes), EventHash);
    if event.hash.is_some() || event.bytes.len() > MAX_ONE_EVENT_BYTES {
        return Item::Gone { gone: hash };
    }
    String::from_utf8(event.bytes).map_or(Item::Gone { gone: hash }, Item::Event)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_learner_of_a_large_family_gets_her_turn() {
        for learners in [1, MAX_SHARES, MAX_SHARES + 1, 3 * MAX_SHARES + 7] {
            let mut seen = BTreeSet::new();
            let minutes = i64::try_from(learners.div_ceil(MAX_SHARES)).unwrap();
            for minute in 1_000_000..1_000_000 + minutes {
                let mut shares: Vec<usize> = (0..learners).collect();
                take_turns(&mut shares, minute * 60_000);
                assert_eq!(shares.len(), learners.min(MAX_SHARES));
                seen.extend(shares);
            }
            assert_eq!(seen.len(), learners);
        }
    }
}
