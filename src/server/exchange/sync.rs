//! `POST /v1/sync`, within one transaction.

use super::account::Account;
use super::pull::{Room, pull};
use super::put::put;
use super::work::{ShareWork, Work};
use super::{Allowance, Moment, Quotas, access, orders};
use crate::server::storage::{DeviceKey, Result, Transaction};
use crate::sync::wire::{Limits, OrderResult, ShareReply, ShareState, SyncReply, WIRE};

/// What a request is answered by, besides what is in it and in the database.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// When it came.
    pub now: Moment,
    /// Newest content pack the server knows.
    pub pack: u32,
    /// How much may be stored in all.
    pub quotas: Quotas,
    /// How much this device may add now.
    pub left: Allowance,
}

/// Carries out the orders, then stores and fetches for each share, whatever was added before.
///
/// # Errors
/// Only if the database fails.
pub fn sync(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    work: &Work,
    now: Moment,
    pack: u32,
) -> Result<SyncReply> {
    let terms = Terms {
        now,
        pack,
        quotas: Quotas::default(),
        left: Allowance::ANY,
    };
    Ok(sync_within(transaction, device, work, &terms)?.0)
}

/// The same within what the device may add. Says also what was added.
///
/// # Errors
/// Only if the database fails.
pub fn sync_within(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    work: &Work,
    terms: &Terms,
) -> Result<(SyncReply, Allowance)> {
    let mut account = Account::new(transaction, device, &terms.quotas, terms.left);
    let reply = carry_out(&mut account, work, terms)?;
    Ok((reply, account.added()))
}

fn carry_out(account: &mut Account<'_>, work: &Work, terms: &Terms) -> Result<SyncReply> {
    let (device, now) = (account.device, terms.now);
    let mut reply = SyncReply {
        wire: WIRE,
        server_time: now.millis,
        limits: Limits::default(),
        retry_after: None,
        pack: terms.pack,
        more: false,
        orders: Vec::new(),
        shares: Vec::new(),
    };
    let mut outside = Vec::new();
    for order in &work.orders {
        reply
            .orders
            .push(orders::carry_out(account, order, &mut outside)?);
    }
    let mut room = Room::new();
    for share in &work.shares {
        reply.shares.push(one(account, share, now, &mut room)?);
    }
    // What was put off because the budget is spent is asked for again at once; what is beyond a quota is not.
    reply.more = room.short || account.is_spent();
    // A share that is not known (any more) will be begun with the next request.
    let said_something = !work.orders.is_empty() || !work.shares.is_empty();
    let all_closed = reply.shares.iter().all(|share| share.state == ShareState::Closed)
        && reply
            .orders
            .iter()
            .all(|order| order.result != OrderResult::Later);
    if said_something && all_closed {
        outside.push(device);
    }
    // At the end: what a device is in besides is known only now. It enrols again when it has something to say.
    for device in outside {
        account.transaction.forget_device(device)?;
    }
    Ok(reply)
}

fn one(account: &mut Account<'_>, work: &ShareWork, now: Moment, room: &mut Room) -> Result<ShareReply> {
    let (state, share) = if account.is_spent() {
        (ShareState::Later, None)
    } else {
        access::enter(account, work.share, work.claim.as_ref(), now)?
    };
    let mut reply = ShareReply {
        share: work.share,
        state,
        put: Vec::new(),
        pull: Vec::new(),
    };
    if let Some(share) = share {
        for batch in &work.put {
            reply.put.push(put(account, share, batch)?);
        }
        reply.pull = pull(account, share, work, room)?;
    }
    Ok(reply)
}
