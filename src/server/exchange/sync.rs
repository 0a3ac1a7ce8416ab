//! `POST /v1/sync`, within one transaction.

use super::pull::{Room, pull};
use super::put::put;
use super::work::{ShareWork, Work};
use super::{Moment, access, orders};
use crate::server::storage::{DeviceKey, Result, Transaction};
use crate::sync::wire::{Limits, ShareReply, ShareState, SyncReply, WIRE};

/// Carries out the orders, then stores and fetches for each share.
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
    let mut reply = SyncReply {
        wire: WIRE,
        server_time: now.millis,
        limits: Limits::default(),
        retry_after: None,
        pack,
        more: false,
        orders: Vec::new(),
        shares: Vec::new(),
    };
    let mut outside = Vec::new();
    for order in &work.orders {
        reply
            .orders
            .push(orders::carry_out(transaction, device, order, &mut outside)?);
    }
    let mut room = Room::new();
    for share in &work.shares {
        reply
            .shares
            .push(one(transaction, device, share, now, &mut room)?);
    }
    reply.more = room.short;
    // A share that is not known (any more) will be begun with the next request.
    let said_something = !work.orders.is_empty() || !work.shares.is_empty();
    let all_closed = reply.shares.iter().all(|share| share.state == ShareState::Closed);
    if said_something && all_closed {
        outside.push(device);
    }
    // At the end: what a device is in besides is known only now. It enrols again when it has something to say.
    for device in outside {
        transaction.forget_device(device)?;
    }
    Ok(reply)
}

fn one(
    transaction: &mut dyn Transaction,
    device: DeviceKey,
    work: &ShareWork,
    now: Moment,
    room: &mut Room,
) -> Result<ShareReply> {
    let (state, share) = access::enter(transaction, device, work.share, work.claim.as_ref(), now)?;
    let mut reply = ShareReply {
        share: work.share,
        state,
        put: Vec::new(),
        pull: Vec::new(),
    };
    if let Some(share) = share {
        for batch in &work.put {
            reply.put.push(put(transaction, device, share, batch)?);
        }
        reply.pull = pull(transaction, share, work, room)?;
    }
    Ok(reply)
}
