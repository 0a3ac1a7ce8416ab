//! What an answer means.

use super::copies::{digest_at, fork, hash, rescue};
use super::prepare::line_of;
use crate::core::environment::Core;
use crate::core::error::Result;
use crate::core::request::ApplySync;
use crate::core::view::SyncDone;
use crate::domain::consent::ShareStanding;
use crate::store::exchange::{Exchange, Mark, StreamRow, Written};
use crate::store::setting::Setting;
use crate::store::share::{ClaimDue, Share};
use crate::sync::digest::PrefixDigest;
use crate::sync::wire::{
    Item, OrderResult, Pull, PullState, PutReply, PutState, ShareReply, ShareState, SyncReply, WIRE,
};

impl Core {
    /// Takes an answer into account, all of it or nothing.
    pub(in crate::core) fn apply_sync(&mut self, request: ApplySync) -> Result<Option<SyncDone>> {
        let Ok(reply) = serde_json::from_str::<SyncReply>(&request.reply) else {
            return Ok(None);
        };
        if !answers(&request.asked, &reply) {
            return Ok(None);
        }
        let now = self.environment.clock.unix_millis();
        let mut pace = self.pace()?;
        pace.succeeded(now, reply.retry_after, reply.limits);

        let exchange = self.store.exchange()?;
        for order in &reply.orders {
            match order.result {
                OrderResult::Closed | OrderResult::Left => exchange.confirm_ending(order.share, true)?,
                // Done before, and undone since: the server was restored, and her card was renewed elsewhere.
                OrderResult::Refused => exchange.confirm_ending(order.share, false)?,
                OrderResult::Later | OrderResult::Unknown => {}
            }
        }
        let mut at_once = false;
        let mut usable = Vec::new();
        let mut put_off = Vec::new();
        for answer in reply.shares {
            if matches!(answer.state, ShareState::Own | ShareState::Joined) {
                usable.push(answer.share);
            }
            let unknown = answer
                .put
                .iter()
                .filter(|put| matches!(put.state, PutState::Later | PutState::Other));
            put_off.extend(unknown.map(|put| put.stream));
            // It may have ended here while the answer was on its way.
            let shares = exchange.shares()?;
            let open = |share: &&Share| share.id == answer.share && share.standing == ShareStanding::Open;
            if let Some(share) = shares.iter().find(open) {
                at_once |= take_share(&exchange, share, answer)?;
            }
        }
        let mut waiting = 0;
        for share in exchange.shares()? {
            // What a server does not take now is not tried again at once.
            if share.standing == ShareStanding::Open && usable.contains(&share.id) {
                waiting += exchange
                    .streams(share.learner)?
                    .iter()
                    .filter(|stream| stream.ours && !put_off.contains(&stream.id))
                    .map(|stream| {
                        stream.length - stream.mark.map_or(0, |mark| mark.through).min(stream.length)
                    })
                    .sum::<u64>();
            }
        }
        exchange.commit()?;
        self.store.set_setting(Setting::SyncPace, &pace)?;
        self.store.set_setting(Setting::EndingsRepeated, &now)?;
        Ok(Some(SyncDone {
            again: reply.more || waiting > 0 || at_once,
            waiting,
        }))
    }
}

/// Whether this is said in the version that was spoken, and speaks of every share and every stream that was asked of, in
/// that order, and of no other.
fn answers(asked: &str, reply: &SyncReply) -> bool {
    let usable = |share: &ShareReply| matches!(share.state, ShareState::Own | ShareState::Joined);
    reply.wire == WIRE
        && asked.lines().count() == reply.shares.len()
        && asked.lines().zip(&reply.shares).all(|(line, said)| {
            let all = line_of(said.share, said.put.iter().map(|put| put.stream));
            if usable(said) {
                line == all
            } else {
                line.starts_with(&said.share.to_string())
            }
        })
}

/// Answers whether there is more to say or to ask now: the proof that this is her own device, or a stream that begins
/// anew here.
fn take_share(exchange: &Exchange<'_>, share: &Share, answer: ShareReply) -> Result<bool> {
    let change = |standing, claim_due| {
        exchange.put_share(&Share {
            standing,
            claim_due,
            ..share.clone()
        })
    };
    match answer.state {
        ShareState::Own | ShareState::Joined => {
            if share.claim_due != ClaimDue::No {
                change(ShareStanding::Open, ClaimDue::No)?;
            }
            return take_streams(exchange, share, answer);
        }
        ShareState::Closed => change(ShareStanding::Closed, ClaimDue::No)?,
        ShareState::Removed => change(ShareStanding::Removed, ClaimDue::No)?,
        ShareState::NotGranted if share.claim.is_none() || share.claim_due == ClaimDue::Tried => {
            change(ShareStanding::NotGranted, ClaimDue::No)?;
        }
        ShareState::NotGranted | ShareState::Unknown => {
            // Of a share nobody has made (again) yet, a joined device waits: her own device will.
            if share.claim.is_some() && share.claim_due == ClaimDue::No {
                change(ShareStanding::Open, ClaimDue::Yes)?;
                return Ok(true);
            }
        }
        ShareState::Later | ShareState::Other => {}
    }
    Ok(false)
}

/// Answers whether a stream is to be fetched that was not in the request as it is now.
fn take_streams(exchange: &Exchange<'_>, share: &Share, answer: ShareReply) -> Result<bool> {
    let mut anew = false;
    for put in answer.put {
        let streams = exchange.streams(share.learner)?;
        if let Some(stream) = streams.iter().find(|row| row.id == put.stream && row.ours) {
            anew |= take_put(exchange, share, stream, &put)?;
        }
    }
    for pull in answer.pull {
        match exchange.owner(pull.stream)? {
            None => exchange.open_foreign(pull.stream, share.learner)?,
            Some((learner, _)) if learner != share.learner => {
                // A phone restored from a backup has her earlier profile as well, with the same stream in it. The
                // server's is the one that goes by this name.
                exchange.rename(pull.stream)?;
                exchange.open_foreign(pull.stream, share.learner)?;
            }
            // No honest server sends what was put.
            Some((_, true)) => continue,
            Some((_, false)) => {}
        }
        let streams = exchange.streams(share.learner)?;
        if let Some(stream) = streams.iter().find(|row| row.id == pull.stream) {
            anew |= take_pull(exchange, share, stream, pull)?;
        }
    }
    Ok(anew)
}

/// Answers whether the stream is another device's now: what the server has more of it is to be fetched.
fn take_put(exchange: &Exchange<'_>, share: &Share, stream: &StreamRow, put: &PutReply) -> Result<bool> {
    for rejected in &put.rejected {
        exchange.reject(stream.id, rejected.seq, rejected.code.word())?;
    }
    match put.state {
        PutState::Stored | PutState::Gap => {
            let same = put.ack_through <= stream.length
                && digest_at(exchange, stream, put.ack_through)? == put.digest;
            if same {
                let mark = Mark {
                    through: put.ack_through,
                    digest: put.digest.0,
                };
                exchange.set_mark(stream.id, mark)?;
                return Ok(false);
            }
            fork(exchange, share.learner, stream, put.common)?;
            Ok(true)
        }
        PutState::Forked | PutState::Foreign => {
            fork(exchange, share.learner, stream, put.common)?;
            Ok(true)
        }
        PutState::Later | PutState::Other => Ok(false),
    }
}

/// Answers whether the stream is to be fetched from its start.
fn take_pull(exchange: &Exchange<'_>, share: &Share, stream: &StreamRow, pull: Pull) -> Result<bool> {
    let learner = share.learner;
    match pull.state {
        PullState::Next => {
            // An answer to an earlier request may come late: only what follows is taken.
            if pull.after == stream.length && digest_at(exchange, stream, stream.length)? == pull.digest {
                append(exchange, share, stream, pull)?;
            }
            Ok(false)
        }
        PullState::Behind
            if pull.after <= stream.length && digest_at(exchange, stream, pull.after)? == pull.digest =>
        {
            rescue(exchange, learner, stream)?;
            Ok(false)
        }
        PullState::Behind | PullState::Differs => {
            rescue(exchange, learner, stream)?;
            exchange.cut(stream.id, 0)?;
            exchange.set_mark(stream.id, Mark::default())?;
            Ok(true)
        }
        PullState::Other => Ok(false),
    }
}

fn append(exchange: &Exchange<'_>, share: &Share, stream: &StreamRow, pull: Pull) -> Result<()> {
    let mut mark = Mark {
        through: stream.length,
        digest: pull.digest.0,
    };
    for item in pull.events {
        let (bytes, gone) = match item {
            Item::Event(text) => (text.into_bytes(), None),
            Item::Gone { gone } => (Vec::new(), Some(gone.0)),
        };
        let event = Written {
            seq: mark.through + 1,
            bytes,
            hash: gone,
        };
        mark.digest = PrefixDigest(mark.digest).then(hash(&event)).0;
        mark.through = event.seq;
        exchange.add_foreign(stream.id, share.learner, &event)?;
    }
    Ok(exchange.set_mark(stream.id, mark)?)
}
